import { both, type Localized } from '../../lib/localized.ts';
import type { Untried } from './allocation-ages.ts';
import type { ResultCell, ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, oneDecimal } from '../../views/number-words.ts';

interface Allocated {
  readonly choice: ResultRow | undefined;
  readonly plans: readonly ResultRow[];
  readonly reps: readonly ResultRow[];
  readonly untried: Untried;
}

/** The decision in a line: whether leads are given out by strength or evenly, how many, what that is expected to bring, and what is left. */
export function allocationTitle({ choice, plans, reps, untried }: Allocated): Localized {
  const given = reps.reduce((sum, { gets }) => sum + (numberOf(gets) ?? 0), 0);
  const old = untriedText(untried);
  if (choice === undefined && untried.leads > 0) return both(`No lead changes hands${old.en}`, `没有线索变动${old['zh-CN']}`);
  if (choice === undefined || given === 0)
    return both(`No lead changes hands: nobody has room for more${old.en}`, `没有线索变动：无人有余量${old['zh-CN']}`);
  const todo = choice['reason'] === 'strength' ? null : spread(reps.map(({ gets }) => numberOf(gets) ?? 0).filter((gets) => gets > 0));
  const found = findings[String(choice['reason'])]!(choice, gainOf(plans), given);
  const capped = cappedText(reps);
  return both(
    `${found.en}${todo?.en ?? ''}${capped.en}${old.en}`,
    `${found['zh-CN']}${todo?.['zh-CN'] ?? ''}${capped['zh-CN']}${old['zh-CN']}`,
  );
}

/** What stays in the pool, as nothing tells what it is worth. */
function untriedText({ leads, oldestDays }: Untried): Localized {
  if (leads === 0) return both('', '');
  const many = amountText(leads);
  return both(
    `; ${many} ${leads === 1 ? 'lead' : 'leads'} older than any that reps took (${oldestDays} days) stay${leads === 1 ? 's' : ''} in the pool: try a few before more`,
    `；另有 ${many} 条比以往取得过的都久（超过 ${oldestDays} 天），留在公海，可先少量试分`,
  );
}

/** What strength would gain against dealing in turn. */
function gainOf(plans: readonly ResultRow[]): ResultRow | undefined {
  return plans.find(({ plan }) => plan === 'by_strength');
}

/** `shares`: what each rep gets. */
function spread(shares: readonly number[]): Localized {
  const given = shares.reduce((sum, share) => sum + share, 0);
  if (given === 1) return both(': give out the one lead there is', '：仅 1 条线索待分配');
  const all = amountText(given);
  if (shares.length === 1) return both(`: give the ${all} leads to the one rep who may have them`, `：${all} 条线索分给唯一可承接的销售`);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  if (most - least <= 1) {
    const each = amountText(Math.round(given / shares.length));
    return both(
      `: spread ${all} leads evenly, about ${each} for each of ${shares.length} reps`,
      `：${all} 条线索平均分配，${shares.length} 人每人约 ${each} 条`,
    );
  }
  const range = [amountText(least), amountText(most)];
  return both(
    `: spread ${all} leads evenly among those who may have them, ${range.join(' to ')} for each of ${shares.length} reps`,
    `：${all} 条线索在可承接的销售之间平均分配，${shares.length} 人每人 ${range.join(' 至 ')} 条`,
  );
}

/** `3.1 (0.8 to 5.4)`. */
function rangeText([value, low, high]: readonly (ResultCell | undefined)[]): Localized {
  const [middle, from, to] = [value, low, high].map((end) => oneDecimal(numberOf(end) ?? 0));
  return both(`${middle} (${from} to ${to})`, `${middle}（${from} 至 ${to}）`);
}

type Finding = (choice: ResultRow, gain: ResultRow | undefined, given: number) => Localized;

const findings: Readonly<Record<string, Finding>> = {
  strength: (choice, gain, given) => {
    const more = rangeText([gain?.['more_than_in_turn'], gain?.['more_than_in_turn_low'], gain?.['more_than_in_turn_high']]);
    const held = choice['held_out'] === null ? both('', '') : heldOutText(choice);
    // Where dates are missing nobody knows within how many days.
    const when = choice['measure'] === 'rate' ? both('', '') : both(` in ${choice['age']} days`, ` ${choice['age']} 天内`);
    return both(
      `Give out ${amountText(given)} leads by strength: ${more.en} more conversions${when.en} than dealt in turn${held.en}`,
      `按专长分配 ${amountText(given)} 条线索：${when['zh-CN'].trimStart()}预期比轮流分配多转化 ${more['zh-CN']}${held['zh-CN']}`,
    );
  },
  too_few: () =>
    both('Too little is known of what each rep converts to give leads out by strength', '各销售的转化记录不足，无法按专长分配'),
  alike: () =>
    both(
      'Those who may get leads show no difference in what they convert beyond chance, so nothing speaks for giving leads out by strength',
      '可分配的销售之间转化率未见超出随机波动的差异，没有依据按专长分配',
    ),
  no_gain: (_, gain) => {
    const more = rangeText([gain?.['more_than_in_turn'], gain?.['more_than_in_turn_low'], gain?.['more_than_in_turn_high']]);
    return both(
      `What giving leads out by strength would gain may be chance: ${more.en} conversions`,
      `按专长分配的增益可能只是随机：${more['zh-CN']} 个转化`,
    );
  },
  not_held: (choice) => {
    const more = rangeText([choice['held_out'], choice['held_out_low'], choice['held_out_high']]);
    return both(
      `Strengths learned from older leads gained nothing on newer ones: ${more.en} conversions`,
      `由较早线索得出的专长在较新线索上没有增益：${more['zh-CN']} 个转化`,
    );
  },
};

function heldOutText(choice: ResultRow): Localized {
  const more = rangeText([choice['held_out'], choice['held_out_low'], choice['held_out_high']]);
  return both(`, ${more.en} where only older leads were learned from`, `，仅由较早线索得出时为 ${more['zh-CN']}`);
}

const mostNames = 2;

/** Who is given none before the leads in hand are worked. */
function cappedText(reps: readonly ResultRow[]): Localized {
  const names = reps.filter(({ state }) => state === 'capped').map(({ rep }) => String(rep));
  if (names.length === 0) return both('', '');
  const more = names.length - mostNames;
  const named = names.slice(0, mostNames);
  return both(
    `; none for ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} before the leads in hand are worked`,
    `；${named.join('、')}${more > 0 ? `等 ${names.length} 人` : ''}先处理在手线索，暂不分配`,
  );
}
