import type { IsoDate } from '../../../lib/dates.ts';
import { both } from '../../../lib/localized.ts';
import { workingDayAfter } from '../../../lib/working-calendar.ts';
import { workingTimeOf } from '../../../metrics/targets/parts/working-time.ts';
import { type Action, type ActionInput, type ActionSource, type ActionState, type EarlierAction, keyOf } from './action.ts';

/** An action as it stands today. */
export interface ListedAction extends Action {
  readonly key: string;
  readonly state: ActionState;
  /** As-of date of the review that first had it. */
  readonly raisedOn: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
}

export interface Gathered {
  /** Those that are listed: late and open ones by value, then those done and dropped. */
  readonly listed: readonly ListedAction[];
  /** Keys of all that still apply, listed or not. */
  readonly applying: ReadonlySet<string>;
  /** How many more there are than the reps are given. */
  readonly further: number;
}

/** All actions of the review, of each rep the few of the largest value. What an earlier review had keeps its day and may be late by now. */
export async function gatherActions(
  input: ActionInput,
  sources: readonly ActionSource[],
  earlier: readonly EarlierAction[],
): Promise<Gathered> {
  const found = await Promise.all(
    sources.map((source) =>
      source.find(
        input,
        earlier.flatMap(({ subject, id }) => (subject === source.subject ? [id] : [])),
      ),
    ),
  );
  const actions = merged(found.flatMap((each) => each.actions));
  const before = new Map(earlier.map((action) => [action.key, action]));
  const kept = mostOf(actions, input.most, before);
  const time = await workingTimeOf(input.targets.calendar);
  const stand = (action: Action): ListedAction => {
    const key = keyOf(action);
    const raisedOn = before.get(key)?.raisedOn ?? input.asOf;
    if (action.given !== undefined) return { ...action, key, raisedOn, ...action.given };
    const dueOn = before.get(key)?.dueOn ?? workingDayAfter(time.calendar, time.holidays, input.asOf, action.days);
    return { ...action, key, raisedOn, dueOn, doneOn: null, state: dueOn < input.asOf ? 'late' : 'open' };
  };
  return {
    listed: kept.map(stand).toSorted(byUrgency),
    applying: new Set(actions.map(keyOf)),
    further: found.reduce((sum, each) => sum + each.further, 0) + actions.length - kept.length,
  };
}

/** Actions for one customer, or any other subject, as one: done first by what brings most, for all reasons together, by the earliest day. */
function merged(actions: readonly Action[]): Action[] {
  const together = new Map<string, Action>();
  for (const action of actions) {
    const known = together.get(keyOf(action));
    if (known === undefined) {
      together.set(keyOf(action), action);
      continue;
    }
    const [first, second] = (known.value ?? -1) >= (action.value ?? -1) ? [known, action] : [action, known];
    const why = both(`${known.why.en}; ${action.why.en}`, `${known.why['zh-CN']}；${action.why['zh-CN']}`);
    together.set(keyOf(action), { ...first, why, days: Math.min(first.days, second.days) });
  }
  return [...together.values()];
}

/** Of each rep the actions of the largest value; what somebody has set, or the last review left to be done, stays in any case. */
function mostOf(actions: readonly Action[], most: number, before: ReadonlyMap<string, EarlierAction>): Action[] {
  const counts = new Map<string, number>();
  return actions.toSorted(byValue).filter((action) => {
    const { rep, given } = action;
    if (given !== undefined) return true;
    const count = (counts.get(rep) ?? 0) + 1;
    counts.set(rep, count);
    return count <= most || before.has(keyOf(action));
  });
}

function byValue(one: Action, other: Action): number {
  const [left, right] = [one.value ?? -1, other.value ?? -1];
  if (left !== right) return right - left;
  if (one.days !== other.days) return one.days - other.days;
  const [longer, shorter] = [one.waited ?? -1, other.waited ?? -1];
  if (longer !== shorter) return shorter - longer;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

const states: readonly ActionState[] = ['late', 'open', 'done', 'dropped'];

/** What is still to be done by its value, late or not; then what is done, and what is dropped. */
function byUrgency(one: ListedAction, other: ListedAction): number {
  const [left, right] = [one, other].map(({ state }) => Math.max(1, states.indexOf(state)));
  return left === right ? byValue(one, other) : left! - right!;
}

/** What is still to be done is worth together: of each customer the largest value only, without goals that the others add up to; null where no value is known. */
export function worthOf(actions: readonly ListedAction[]): number | null {
  const most = new Map<string, number>();
  for (const { customer, key, value, isGoal, state } of actions) {
    if (value === null || isGoal === true || (state !== 'open' && state !== 'late')) continue;
    const whose = customer === null ? key : `customer:${customer}`;
    most.set(whose, Math.max(most.get(whose) ?? 0, value));
  }
  return most.size === 0 ? null : [...most.values()].reduce((sum, value) => sum + value, 0);
}
