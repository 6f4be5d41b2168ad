import { addDays } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { afterChinese, capitalised, type Localized } from '../../../lib/localized.ts';
import type { MoneyDisplay } from '../../../lib/money-display.ts';
import { percentText } from '../../../views/number-words.ts';
import { numberOf } from '../../../views/number-of.ts';
import { periodWords } from '../../../lib/period-words.ts';
import { bookWords } from '../../parts/shrinking-books.ts';
import { type Books, shrinkingBook } from './books.ts';
import type { Level } from './roll-up.ts';
import type { Goal } from './rows.ts';
import { isRed } from './standing.ts';
import { levels, metricWords, valueText } from '../../parts/target-words.ts';
import { withheldWords } from './words.ts';

/** What the sentences are made of. */
export interface AnswerParts {
  readonly goals: readonly Goal[];
  readonly rolled: readonly Level[];
  readonly books: Books;
  readonly money: MoneyDisplay | undefined;
}

/** How the company stands and what it will come to; who is behind and by how much; what to do. */
export function trackAnswer({ goals, rolled, books, money }: AnswerParts): Localized[] {
  const period = goals.filter(({ reach, ambition }) => reach === 'period' && ambition === 'base');
  const highest = topOf(period);
  if (highest === null) return [nothing(period)];
  // Of two teams of which one is within the other the answer is of the outer one.
  const top = levelOf(highest, rolled)?.first ?? highest;
  const say = { money, metric: top.metric };
  const year =
    goals.find(
      (goal) =>
        goal.reach === 'year' &&
        goal.ambition === 'base' &&
        goal.level === top.level &&
        goal.owner === top.owner &&
        goal.metric === top.metric,
    ) ?? null;
  const level = lowest(period);
  const people = uniqueOwners(period.filter((goal) => goal.metric === top.metric && goal.level === level));
  return [
    standText(top, rolled, say),
    // The year is said of one owner, never beside the sum of several.
    ...(year === null || (levelOf(top, rolled)?.summed ?? 1) > 1 ? [] : yearText(year, say)),
    ...behindText(people, top, say),
    ...doText(people, books, say),
  ];
}

interface Say {
  readonly money: MoneyDisplay | undefined;
  readonly metric: string;
}

function text(value: number, { money, metric }: Say): string {
  return valueText(metric, value, money);
}

/** The target that the answer begins with: the company’s, of revenue if it has one; without one that of the highest level. */
function topOf(goals: readonly Goal[]): Goal | null {
  const known = goals.filter(({ actual, target }) => actual !== null && target !== null);
  const level = levels.find((each) => known.some((goal) => goal.level === each));
  const own = known.filter((goal) => goal.level === level);
  return own.find(({ metric }) => metric === 'revenue') ?? own[0] ?? null;
}

function levelOf(goal: Goal, rolled: readonly Level[]): Level | undefined {
  return rolled.find(({ goals }) => goals.includes(goal));
}

/** People are named, without any those that have targets at the lowest level. */
function lowest(goals: readonly Goal[]): string {
  const found = new Set(goals.map(({ level }) => level));
  return ['rep', 'team', 'product', 'customer', 'company'].find((level) => found.has(level)) ?? 'company';
}

/** Of who has several targets the one that is furthest behind. */
function uniqueOwners(goals: readonly Goal[]): Goal[] {
  return [...groupedBy(goals, ({ scope, key, owner }) => JSON.stringify([scope, key, owner])).values()].map((own) => own[0]!);
}

function nothing(goals: readonly Goal[]): Localized {
  if (goals.length === 0) return { en: 'No target lies in the period.', 'zh-CN': '考察期内没有目标。' };
  const unknown = goals.filter(({ missing }) => missing === 'owner').length;
  if (unknown > 0)
    return {
      en: `Nothing can be said yet: ${unknown} of ${goals.length} targets are of owners that match no rep of the orders. To do: add a list of reps that has both numbers (rep_id, other_id).`,
      'zh-CN': `暂无法判断：${goals.length} 个目标中有 ${unknown} 个的对象与订单中的销售对不上。建议：加上带两种编号（rep_id、other_id）的销售人员表。`,
    };
  if (goals.every(({ target }) => target === null))
    return {
      en: 'Nothing can be said: none of the targets has a value that can be reached; the findings say why.',
      'zh-CN': '无法判断：所有目标都没有可用的目标值，原因见提示。',
    };
  return { en: 'Nothing can be said: none of the targets has an actual.', 'zh-CN': '无法判断：所有目标都没有实际值。' };
}

/** `October 2026: the company reached 1,450,000 of 1,709,000 (85%), 259,000 short.` */
function standText(top: Goal, rolled: readonly Level[], say: Say): Localized {
  const when = periodWords({ from: top.from, to: addDays(top.to, 1) });
  const level = levelOf(top, rolled);
  const whole =
    level !== undefined && level.summed > 1 && level.target !== null && level.actual !== null
      ? { target: level.target, actual: level.actual }
      : { target: top.target!, actual: top.actual! };
  const many = level !== undefined && level.summed > 1;
  const who: Localized = many
    ? allOf(level)
    : { en: top.level === 'company' ? 'the company' : (top.owner ?? ''), 'zh-CN': top.level === 'company' ? '公司' : (top.owner ?? '') };
  const share = whole.target > 0 ? percentText(whole.actual / whole.target) : null;
  const gap = whole.target - whole.actual;
  const difference: Localized =
    gap > 0
      ? { en: `${text(gap, say)} short`, 'zh-CN': `缺口 ${text(gap, say)}` }
      : { en: `${text(-gap, say)} over`, 'zh-CN': `超额 ${text(-gap, say)}` };
  const { word } = metricWords[top.metric]!;
  const of = {
    en: top.metric === 'revenue' ? '' : ` (${word.en})`,
    'zh-CN': top.metric === 'revenue' ? '' : `（${word['zh-CN']}）`,
  };
  const [actual, target] = [text(whole.actual, say), text(whole.target, say)];
  if (whole.target === 0)
    return {
      en: `${capitalised(when.en)}: ${who.en} ${top.isOver ? 'reached' : many ? 'stand at' : 'stands at'} ${actual}${of.en}; the target is 0, so that there is no attainment.`,
      'zh-CN': `${when['zh-CN']}：${who['zh-CN']}完成 ${actual}${of['zh-CN']}；目标为 0，没有达成率。`,
    };
  const head: Localized = {
    en: `${capitalised(when.en)}: ${who.en} ${top.isOver ? 'reached' : many ? 'stand at' : 'stands at'} ${actual} of ${target}${of.en}${share === null ? '' : ` (${share})`}, ${difference.en}`,
    'zh-CN': `${when['zh-CN']}：${who['zh-CN']}完成 ${actual}，目标 ${target}${of['zh-CN']}${share === null ? '' : `（达成 ${share}）`}，${difference['zh-CN']}`,
  };
  if (top.isOver || many) return { en: `${head.en}.`, 'zh-CN': `${head['zh-CN']}。` };
  const gone = percentText(top.timeProgress);
  const forecast = forecastText(top, say);
  return {
    en: `${head.en}, with ${gone} of the working days gone${forecast === null ? '' : `; ${forecast.en}`}.`,
    'zh-CN': `${head['zh-CN']}，工作日已过 ${gone}${forecast === null ? '' : `；${forecast['zh-CN']}`}。`,
  };
}

/** `all 12 reps`, `11 of 12 reps (1 cannot be told)`. */
function allOf({ first: { level }, summed, untold }: Level): Localized {
  const n = summed + untold;
  return untold === 0
    ? { en: `all ${n} ${plural(level)}`, 'zh-CN': `${n} ${countedAs(level)}合计` }
    : {
        en: `${summed} of ${n} ${plural(level)} (${untold} cannot be told)`,
        'zh-CN': `${n} ${countedAs(level)}中 ${summed} ${countedAs(level).charAt(0)}（其余 ${untold} ${countedAs(level).charAt(0)}无法判断）合计`,
      };
}

/** `forecast 17.9m (80%: 17.1m to 18.8m), 86% of the target; the chance to reach it is 4%`. */
function forecastText(goal: Goal, say: Say): Localized | null {
  const [forecast, low, high, share] = ['forecast', 'low', 'high', 'forecast_attainment'].map((name) => numberOf(goal.row[name]));
  if (typeof forecast !== 'number') return withoutForecast(goal, say);
  const between = typeof low === 'number' && typeof high === 'number';
  const chance = goal.chance === null ? null : chanceText(goal.chance);
  return {
    en: `forecast for its end ${text(forecast, say)}${between ? ` (80%: ${text(low, say)} to ${text(high, say)})` : ''}${typeof share === 'number' ? `, ${percentText(share)} of the target` : ''}${chance === null ? '' : `, chance to reach it ${chance}`}`,
    'zh-CN': `期末预测 ${text(forecast, say)}${between ? `（80% 区间 ${text(low, say)} 至 ${text(high, say)}）` : ''}${typeof share === 'number' ? `，为目标的 ${percentText(share)}` : ''}${chance === null ? '' : `，达成概率 ${chance}`}`,
  };
}

/** `at this rate 1,080 by its end (no forecast: …)`. */
function withoutForecast({ row }: Goal, say: Say): Localized | null {
  const why = withheldWords[String(row['withheld'])];
  if (why === undefined) return null;
  const rate = numberOf(row['run_rate']);
  return rate === null
    ? { en: `no forecast: ${why.en}`, 'zh-CN': `不作预测：${why['zh-CN']}` }
    : {
        en: `at this rate ${text(rate, say)} by its end (no forecast: ${why.en})`,
        'zh-CN': `按目前日均期末约 ${text(rate, say)}（不作预测：${why['zh-CN']}）`,
      };
}

function chanceText(chance: number): string {
  if (chance < 0.05) return '< 5%';
  return chance > 0.95 && chance < 1 ? '> 95%' : percentText(chance);
}

function yearText(year: Goal, say: Say): Localized[] {
  const { actual, target, attainment } = year;
  if (actual === null || target === null || target <= 0 || year.isOver) return [];
  const when = periodWords({ from: year.from, to: addDays(year.to, 1) });
  const forecast = forecastText(year, say);
  const share = attainment === null ? '' : percentText(attainment);
  return [
    {
      en: `${capitalised(when.en)} so far: ${text(actual, say)} of ${text(target, say)} (${share}) with ${percentText(year.timeProgress)} of the working days gone${forecast === null ? '' : `; ${forecast.en}`}.`,
      'zh-CN': `${when['zh-CN']}累计完成 ${text(actual, say)}，目标 ${text(target, say)}（达成 ${share}），工作日已过 ${percentText(year.timeProgress)}${forecast === null ? '' : `；${forecast['zh-CN']}`}。`,
    },
  ];
}

const mostNamed = 3;

/** `Behind are 7 of 12 reps, most of all Ma Tianyu (38%, 61,000 short), …`. */
function behindText(people: readonly Goal[], top: Goal, say: Say): Localized[] {
  const red = people.filter(({ standing }) => isRed(standing));
  if (people.length === 0 || (people.length === 1 && people[0] === top)) return [];
  const one = countedAs(people[0]!.level);
  if (red.length === 0)
    return [
      people[0]!.isOver
        ? {
            en: `None of the ${people.length} ${plural(people[0]!.level)} missed it by more than a tenth.`,
            'zh-CN': `${people.length} ${one}无一低于目标的 90%。`,
          }
        : { en: `None of the ${people.length} ${plural(people[0]!.level)} is behind.`, 'zh-CN': `${people.length} ${one}均未落后。` },
    ];
  const named = red.toSorted((left, right) => (right.gap ?? 0) - (left.gap ?? 0)).slice(0, mostNamed);
  const each = named.map((goal): Localized => {
    const share = percentText(goal.attainment ?? 0);
    const gap = text(goal.gap ?? 0, say);
    return { en: `${goal.owner} (${share}, ${gap} short)`, 'zh-CN': `${goal.owner}（达成 ${share}，缺口 ${gap}）` };
  });
  const verb = people[0]!.isOver ? { en: 'missed the target', 'zh-CN': '未达成' } : { en: 'are behind', 'zh-CN': '落后' };
  return [
    {
      en: `${red.length} of ${people.length} ${plural(people[0]!.level)} ${red.length === 1 ? verb.en.replace('are', 'is') : verb.en}, by most ${each.map(({ en }) => en).join(', ')}.`,
      'zh-CN': `${people.length} ${one}中 ${red.length} ${one.charAt(0)}${verb['zh-CN']}，${afterChinese('缺口最大的是', each.map((part) => part['zh-CN']).join('、'))}。`,
    },
  ];
}

/** What each has to bring a day, whom to ask, and who is over target with customers that leave. */
function doText(people: readonly Goal[], books: Books, say: Say): Localized[] {
  const parts: Localized[] = [];
  const red = people.filter(({ standing, gap }) => isRed(standing) && (gap ?? 0) > 0).toSorted((left, right) => right.gap! - left.gap!);
  const [worst] = red;
  const needed = numberOf(worst?.row['needed_per_day']);
  const reached = numberOf(worst?.row['reached_per_day']);
  if (worst !== undefined && needed !== null && reached !== null)
    parts.push({
      en: `${worst.owner} now needs ${text(needed, say)} a working day (so far ${text(reached, say)}): go through the open deals and due orders with all who are behind`,
      'zh-CN': `缺口最大者（${worst.owner}）余下每个工作日需完成 ${text(needed, say)}（此前日均 ${text(reached, say)}）：请与落后人员逐一过在手商机与到期订单`,
    });
  else if (worst !== undefined)
    parts.push({
      en: 'ask those who are short which customers bought less (crm-eval compare) and which are due (crm-eval churn)',
      'zh-CN': '请有缺口的人员说明哪些客户减购（crm-eval compare）、哪些客户到期未购（crm-eval churn）',
    });
  const shrinking = people.flatMap((goal) => {
    const book = shrinkingBook(goal, books);
    return book === null ? [] : [{ goal, book }];
  });
  const [least] = shrinking.toSorted((left, right) => left.book.kept - right.book.kept);
  if (least !== undefined) {
    const words = bookWords(least.book);
    const share = percentText(least.goal.attainment ?? 0);
    parts.push({
      en: `look after the customers of ${least.goal.owner}, who is over target (${share}) while ${words.en}`,
      'zh-CN': `${afterChinese('关注', least.goal.owner ?? '')}的老客户：虽达成 ${share}，但${words['zh-CN']}`,
    });
  }
  if (parts.length === 0) return [];
  return [{ en: `To do: ${parts.map(({ en }) => en).join('; ')}.`, 'zh-CN': `建议：${parts.map((part) => part['zh-CN']).join('；')}。` }];
}

function plural(level: string): string {
  return (
    ({ company: 'companies', team: 'teams', rep: 'reps', customer: 'customers', product: 'products' } as Readonly<Record<string, string>>)[
      level
    ] ?? 'owners'
  );
}

/** `名销售`: with the word that counts them. */
function countedAs(level: string): string {
  const words: Readonly<Record<string, string>> = {
    company: '家公司',
    team: '个团队',
    rep: '名销售',
    customer: '个客户',
    product: '个产品',
  };
  return words[level] ?? '个对象';
}
