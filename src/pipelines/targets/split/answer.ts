import { sql } from '../../../engine/sql.ts';
import { addDays } from '../../../lib/dates.ts';
import type { Localized } from '../../../lib/localized.ts';
import { withSign } from '../../../lib/with-sign.ts';
import type { ResultRow, Section } from '../../../result/result.ts';
import { saidBy } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, moneyText, oneDecimal, percentText } from '../../../views/number-words.ts';
import { monthName, periodWords } from '../../../lib/period-words.ts';
import { basesText } from './bases-text.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { type SeasonTest, seasonTest } from './season-test.ts';
import { seasonalProduct, seasonalText } from './seasonal.ts';
import { metricWords } from '../../parts/target-words.ts';
import { countedLevel, seasonWords } from './words.ts';

type Text = (value: number) => string;

/** The number and how it was split; who has most and least to gain on last year; what to look at. */
export async function splitAnswer(input: SplitInput, run: SplitRun, sections: readonly Section[]): Promise<Localized[]> {
  const said = saidBy(sections);
  const owners = said.rows('by_owner', Infinity);
  const text: Text = (value) => (metricWords[run.split.metric]!.shows === 'money' ? moneyText(value, input.money) : amountText(value));
  // The section may show fewer months.
  const months = await input.engine.rows<ResultRow>(sql`select month, share from split_months order by month`);
  const seasonal = await seasonalProduct(input, run);
  return [
    whatWasSplit(run, owners, text),
    changes(run, owners, seasonText(run.plan.season, months, await seasonTest(input.engine)), text),
    ...(seasonal === null ? [] : [seasonalText(seasonal, text)]),
    next(run),
  ].filter((sentence) => sentence !== null);
}

const levels = ['team', 'rep', 'customer', 'product'] as const;

function whatWasSplit({ plan, split }: SplitRun, owners: readonly ResultRow[], text: Text): Localized {
  const period = periodWords({ from: plan.period_from, to: addDays(plan.period_to, 1) });
  const months =
    Number(plan.period_to.slice(0, 4)) * 12 +
    Number(plan.period_to.slice(5, 7)) -
    Number(plan.period_from.slice(0, 4)) * 12 -
    Number(plan.period_from.slice(5, 7)) +
    1;
  const counts = levels.flatMap((level) => {
    const count = owners.filter(({ level_code: code }) => code === level).length;
    return count === 0 ? [] : [countedLevel(level, count)];
  });
  const to = [...counts, { en: `${months} month${months === 1 ? '' : 's'}`, 'zh-CN': `${months} 个月` }];
  const number = numberText(plan, period, text);
  const bases = basesText(split);
  const hasReps = owners.some(({ level_code: code }) => code === 'rep' || code === 'team');
  const how = hasReps
    ? {
        en: `${bases.en} and, by month, ${seasonWords[plan.season].en}`,
        'zh-CN': `${bases['zh-CN']}（份额）与${seasonWords[plan.season]['zh-CN']}（月份）`,
      }
    : seasonWords[plan.season];
  const list = to.map(({ en }) => en);
  return {
    en: `${number.en} split to ${list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : list[0]} by ${how.en}; all sums are exact, in steps of ${amountText(plan.step)}.`,
    'zh-CN': `${number['zh-CN']}按${how['zh-CN']}分解到 ${to.map((each) => each['zh-CN']).join('、')}，各级各月合计精确，以 ${amountText(plan.step)} 为单位取整。`,
  };
}

/** What is split, where that comes from and how it compares with the last twelve months. */
function numberText(plan: SplitRun['plan'], period: Localized, text: Text): Localized {
  const { value, last_value: last, last_months: months, value_basis: basis, growth_used: growth } = plan;
  const past = { en: months === 12 ? 'the last twelve months' : `the last ${months} months`, 'zh-CN': `近 ${months} 个月` };
  const grown = growthText(growth, plan.growth);
  if (basis === 'growth')
    return {
      en: `No number was given: ${past.en} (${text(last ?? 0)}) with ${grown.en} make ${text(value)} for ${period.en}, which is`,
      'zh-CN': `未给出总目标，以${past['zh-CN']}（${text(last ?? 0)}）${grown['zh-CN']}得出 ${period['zh-CN']}的 ${text(value)}，`,
    };
  const against = last !== null && last > 0 && months === 12 ? value / last - 1 : null;
  const compared =
    against === null
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` (${signedExact(against)} on ${past.en}, ${text(last!)})`,
          'zh-CN': `（较${past['zh-CN']} ${text(last!)} ${signedExact(against)}）`,
        };
  const where = basis === 'file' ? { en: "The company's targets in the files, ", 'zh-CN': '文件中的公司目标，' } : { en: '', 'zh-CN': '' };
  return {
    en: `${where.en}${text(value)} for ${period.en}${compared.en}${basis === 'file' ? ', are' : ' is'}`,
    'zh-CN': `${where['zh-CN']}${period['zh-CN']} ${text(value)}${compared['zh-CN']}，`,
  };
}

/** Growth that is used, and why it is none. */
function growthText(used: number, seen: number | null): Localized {
  if (Math.abs(used) >= 0.005)
    return seen !== null && seen - used > 0.005
      ? {
          en: `${exactPercent(used)} growth (last year ${signedExact(seen)}; --growth sets it)`,
          'zh-CN': `加 ${exactPercent(used)} 增长（近一年为 ${signedExact(seen)}，可用 --growth 设定）`,
        }
      : { en: `${exactPercent(used)} growth`, 'zh-CN': `加 ${exactPercent(used)} 增长` };
  const why =
    seen === null ? { en: 'not known', 'zh-CN': '近一年增长未知' } : { en: signedExact(seen), 'zh-CN': `近一年为 ${signedExact(seen)}` };
  return { en: `no growth (last year ${why.en}; --growth sets it)`, 'zh-CN': `不加增长（${why['zh-CN']}，可用 --growth 设定）` };
}

/** Whoever multiplies by it comes near what is said. */
function exactPercent(share: number): string {
  return `${oneDecimal(share * 100)}%`;
}

function signedExact(share: number): string {
  return withSign(share, exactPercent(Math.abs(share)));
}

function signed(share: number): string {
  return withSign(share, percentText(Math.abs(share)));
}

/** Below so much the changes are as good as the same. */
const sameChange = 0.015;

/** Who has most and who least to gain on last year, and the largest and smallest month. */
function changes({ split }: SplitRun, owners: readonly ResultRow[], season: Localized | null, text: Text): Localized | null {
  const level = ['rep', 'team', 'product', 'customer'].find((each) => owners.some(({ level_code: code }) => code === each));
  const changed = owners
    .filter(({ level_code: code, change = null }) => code === level && change !== null)
    .toSorted((one, other) => Number(other['change']) - Number(one['change']));
  const [most, least] = [changed[0], changed.at(-1)];
  if (most === undefined || least === undefined) return season;
  const word = countedLevel(level as 'rep', changed.length);
  const of = (row: ResultRow): string => `${String(row['owner'])} ${signed(Number(row['change']))}`;
  const [total, lowest] = [text(numberOf(most['total']) ?? 0), text(numberOf(least['total']) ?? 0)];
  const tail = season === null ? { en: '.', 'zh-CN': '。' } : { en: `. ${season.en}`, 'zh-CN': `。${season['zh-CN']}` };
  if (Number(most['change']) - Number(least['change']) < sameChange) {
    const more = split.by === 'history' && level === 'rep';
    const change = Number(most['change']);
    const about =
      Math.abs(change) < 0.01
        ? { en: 'get about what they reached', 'zh-CN': '大致持平' }
        : { en: `get about ${signed(change)}`, 'zh-CN': `均约 ${signed(change)}` };
    return {
      en: `On last year all ${word.en} ${about.en}${more ? ', as shares are those of last year (--by history:0.7,potential:0.3 moves targets to where the potential is)' : ''}${tail.en}`,
      'zh-CN': `${word['zh-CN']}较上年${about['zh-CN']}${more ? '，因为份额即上年占比（--by history:0.7,potential:0.3 可向潜力大的客户倾斜）' : ''}${tail['zh-CN']}`,
    };
  }
  return {
    en: `On last year the most is asked of ${of(most)} (to ${total}), the least of ${of(least)} (to ${lowest})${tail.en}`,
    'zh-CN': `较上年增幅最大的是 ${of(most)}（${total}），最小的是 ${of(least)}（${lowest}）${tail['zh-CN']}`,
  };
}

function seasonText(season: string, months: readonly ResultRow[], test: SeasonTest | null): Localized | null {
  // Shares that are alike but for the last digits are in the order of the months.
  const sizeOf = (row: ResultRow): number => Math.round(Number(row['share']) * 1e9);
  const [most] = months.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const [least] = months.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  if (season === 'even' || most === undefined || least === undefined || months.length < 2) return null;
  const tested = testText(season, test);
  const name = (row: ResultRow): Localized => monthName(Number(String(row['month']).slice(5, 7)));
  const share = (row: ResultRow): string => `${(Number(row['share']) * 100).toFixed(1)}%`;
  return {
    en: `The largest month is ${name(most).en} (${share(most)}), the smallest ${name(least).en} (${share(least)})${tested.en}.`,
    'zh-CN': `占比最高的是 ${name(most)['zh-CN']}（${share(most)}），最低的是 ${name(least)['zh-CN']}（${share(least)}）${tested['zh-CN']}。`,
  };
}

/** How a learned season did in the years held out. */
function testText(season: string, test: SeasonTest | null): Localized {
  if (season !== 'learned') return { en: '', 'zh-CN': '' };
  if (test === null) return { en: '; one year alone tells of it, so that it was not tested', 'zh-CN': '；仅有一年历史，未经检验' };
  const [learned, even] = [test.learned, test.even].map((part) => `${(part * 100).toFixed(1)}%`);
  const [years, better] = [test.years === 1 ? 'the year' : `the ${test.years} years`, test.learned < test.even];
  return {
    en: `; held out, ${better ? 'this' : 'such a'} season put ${learned} of ${years} into the wrong month, even months ${even}`,
    'zh-CN': `；留出 ${test.years} 年检验，落在错误月份的比例为 ${learned}，各月平均为 ${even}`,
  };
}

/** What to do with it. */
function next({ plan }: SplitRun): Localized {
  const year = plan.period_from.slice(0, 4);
  return {
    en: `To do: go through the section by_owner with the teams; --section targets --out targets-${year}.csv writes the targets file.`,
    'zh-CN': `建议：与各团队核对 by_owner 部分；--section targets --out targets-${year}.csv 可写出目标文件。`,
  };
}
