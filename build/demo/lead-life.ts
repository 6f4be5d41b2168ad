import type { Localized } from '../../src/lib/localized.ts';
import type { Random } from '../../src/lib/random.ts';
import { lastDay, workingMinute } from './calendar.ts';
import { hoarder, reps, repsOf } from './people.ts';
import type { Rep } from './people.ts';
import { words } from './table.ts';
import type { Source, TeamId } from './words.ts';

export type PoolEventName = 'enter' | 'claim' | 'assign' | 'contact' | 'return' | 'recycle' | 'convert' | 'invalidate';

export interface PoolEvent {
  readonly event: PoolEventName;
  readonly minute: number;
  readonly rep: Rep | null;
  readonly reason: Localized | null;
}

const hour = 60;
const day = 24 * hour;
const end = lastDay * day + 18 * hour;

const notFollowed = words('超期未跟进', 'Not followed up in time');
const notWon = words('超期未成交', 'Not won in time');
const returnReasons = [
  words('暂无预算', 'No budget for now'),
  words('多次联系不上', 'Cannot be reached'),
  words('需求不匹配', 'Need does not fit'),
  words('不在负责区域', 'Outside my region'),
];
const invalidReasons = [
  words('号码错误', 'Wrong number'),
  words('同行询价', 'Competitor asking for prices'),
  words('无真实需求', 'No real need'),
  words('重复线索', 'Duplicate lead'),
];

/** What happened to one lead from entering the pool to the end of the history: in order of time, no two events at one moment. */
export function lifeOfLead(random: Random, createdAt: number, pool: TeamId, source: Source): PoolEvent[] {
  const events: PoolEvent[] = [{ event: 'enter', minute: createdAt, rep: null, reason: null }];
  let last = createdAt;
  const add = (event: PoolEventName, wait: number, rep: Rep, reason: Localized | null = null): boolean => {
    if (last + wait > end) return false;
    const minute = Math.max(workingMinute(last + wait), last + 7);
    if (minute > end) return false;
    events.push({ event, minute, rep, reason });
    last = minute;
    return true;
  };
  let previous: Rep | null = null;
  for (let round = 0; round < 3; round += 1) {
    if (random.chance(round === 0 ? 0.04 : 0.55)) return events;
    const rep: Rep = random.chance(0.3) ? random.pick(repsOf(pool)) : claimant(random, pool, previous);
    const taken = rep === hoarder || random.chance(0.7) ? 'claim' : 'assign';
    const wait = (round === 0 ? 2 * hour : 2 * day) + Math.round(random.next() * random.next() * 8 * day);
    if (!add(taken, wait, rep)) return events;
    if (!hold(random, rep, source, round, add)) return events;
    previous = rep;
  }
  return events;
}

/** Who claims: the reps of the pool's team, and the hoarder from every pool; nobody claims what was just taken from them. */
function claimant(random: Random, pool: TeamId, previous: Rep | null): Rep {
  const weight = (rep: Rep) => (rep === previous ? 0 : rep.team.id === pool ? rep.appetite : rep === hoarder ? 0.9 : 0);
  return random.weighted(reps, weight);
}

/** One rep's turn with a lead; true when the lead goes back to the pool. */
function hold(
  random: Random,
  rep: Rep,
  source: Source,
  round: number,
  add: (event: PoolEventName, wait: number, rep: Rep, reason?: Localized | null) => boolean,
): boolean {
  if (random.chance(rep.neglect)) return add('recycle', random.integer(15, 19) * day, rep, notFollowed);
  const converts = random.chance(rep.skill * source.quality * (round === 0 ? 1 : 0.5));
  const contacts = converts ? random.integer(2, 5) : rep === hoarder ? 1 : random.integer(1, 3);
  for (let count = 0; count < contacts; count += 1) {
    const wait = count === 0 ? Math.round(rep.responseHours * hour * (0.2 + 1.6 * random.next())) : random.integer(2 * day, 9 * day);
    if (!add('contact', wait, rep)) return false;
  }
  if (converts) {
    add('convert', random.integer(4 * hour, 5 * day), rep);
    return false;
  }
  const fate = random.next();
  if (fate < 0.12) {
    add('invalidate', random.integer(hour, 3 * day), rep, random.pick(invalidReasons));
    return false;
  }
  if (rep !== hoarder && fate < 0.45) return add('return', random.integer(day, 12 * day), rep, random.pick(returnReasons));
  return add('recycle', random.integer(28, 34) * day, rep, notWon);
}
