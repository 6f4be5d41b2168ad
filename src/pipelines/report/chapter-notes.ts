import { both, type Localized } from '../../lib/localized.ts';
import type { Fact, ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, oneDecimalPercent, percentRange } from '../../views/number-words.ts';
import { factOf, rowsOf, type Runs, rowWhere, tableOf } from './runs.ts';

/** How far what a chapter says can be relied on: what it rests on, of how many, and how it did on the past. Null where there is nothing to say. */
export type ChapterNote = (runs: Runs) => Localized | null;

export const tiersNote: ChapterNote = (runs) => {
  const scored = valueOf(factOf(runs, 'score', 'overview', 'customers_with_revenue'));
  if (scored === null) return null;
  const said = both(
    `${amountText(scored)} customers have revenue; the tier of each goes by all its orders up to the as-of date.`,
    `${amountText(scored)} 位客户有销售额；层级按截止日期前的全部订单评定。`,
  );
  if (tableOf(runs, 'compare', 'tier_migration') === null) return said;
  return sentences(
    said,
    both('The table of moves holds the ends of the two periods against each other.', '升降层表为两期期末所在层级的对照。'),
  );
};

export const churnNote: ChapterNote = (runs) => {
  const [horizon, definition, test] = ['horizon', 'churn_definition', 'backtest'].map((id) => factOf(runs, 'churn', 'overview', id));
  const days = valueOf(horizon ?? null);
  if (days === null) return null;
  return sentences(
    textOf(test ?? null),
    both(
      `The value at risk is the chance that nothing is bought within ${amountText(days)} days, times what the customer usually spends in them.`,
      `风险金额 = ${amountText(days)} 天内不再购买的概率 × 该客户平时同样天数的消费额。`,
    ),
    lostMeans(definition?.value),
  );
};

function lostMeans(definition: unknown): Localized | null {
  return typeof definition === 'string' && definition !== '' ? both(`Lost means: ${definition}.`, `流失的定义：${definition}。`) : null;
}

export const cohortsNote: ChapterNote = (runs) => {
  const net = factOf(runs, 'cohorts', 'overview', 'net_retention');
  if (net === null || net.n === null) return null;
  const shades = both(
    'Cohorts of fewer than ten customers stand in grey; quarters that are not over are blank.',
    '不足 10 位客户的群组为灰色；未结束的季度留空。',
  );
  const { low, high } = net;
  const base = both(
    `GRR and NRR rest on the ${amountText(net.n)} customers that bought in the year before`,
    `GRR 与 NRR 以上一年购买过的 ${amountText(net.n)} 位客户为基数`,
  );
  return sentences(
    low === null || high === null
      ? closed(base)
      : both(
          `${base.en}; NRR lies in ${percentRange(low, high)} (95%).`,
          `${base['zh-CN']}；NRR 的 95% 区间为 ${percentRange(low, high)}。`,
        ),
    shades,
  );
};

export const poolNote: ChapterNote = (runs) => {
  const rate = factOf(runs, 'pool', 'overview', 'conversion_rate_all');
  if (rate === null || rate.n === null || rate.low === null || rate.high === null) return null;
  const converted = valueOf(factOf(runs, 'pool', 'overview', 'leads_converted'));
  return sentences(
    both(
      `Conversion: ${converted === null ? '' : `${amountText(converted)} of `}${amountText(rate.n)} leads, 95% interval ${percentRange(rate.low, rate.high)}.`,
      `转化：${converted === null ? '' : `${amountText(converted)}/`}${amountText(rate.n)} 条线索，95% 区间 ${percentRange(rate.low, rate.high)}。`,
    ),
    both(
      'The title counts all leads of the files, the overview those that came in in its months, a rep the leads taken.',
      '标题按文件中全部线索计，概览按所列月份新进线索计，各销售按其取得的线索计。',
    ),
    tableOf(runs, 'pool', 'rep_limits') === null
      ? null
      : both(
          'Reps within the limits differ no more than chance makes them; only those beyond the outer ones are named.',
          '界限以内的差异属随机波动；只标出外侧界限之外的人。',
        ),
  );
};

export const targetsNote: ChapterNote = (runs) => {
  const rows = rowsOf(runs, 'targets track', 'forecast_check');
  const [first] = rows.slice(0, 1);
  const row = rowWhere(rows, { level_code: 'company', reach_code: 'year' }) ?? rowWhere(rows, { level_code: 'company' }) ?? first;
  return sentences(
    tableOf(runs, 'targets track', 'attainment') === null && tableOf(runs, 'targets track', 'year') !== null ? yearAlone : null,
    row === undefined ? null : forecastNote(row),
  );
};

const yearAlone = both('There are targets of the year, and none of the period alone.', '只有全年目标，没有本期单独的目标。');

/** How such forecasts did where what came of them is known. */
function forecastNote(row: ResultRow): Localized | null {
  const [tests, within, coverage, error, straight] = ['tests', 'with_interval', 'coverage', 'error', 'run_rate_error'].map((id) =>
    numberOf(row[id]),
  );
  if (tests === null || tests === undefined || error === null || error === undefined) return null;
  const against =
    straight === null || straight === undefined
      ? both('', '')
      : both(` (straight run-rate: ${oneDecimalPercent(straight)})`, `（按日均推算：${oneDecimalPercent(straight)}）`);
  const missed = both(
    `On the past, ${amountText(tests)} such forecasts missed by ${oneDecimalPercent(error)} on average${against.en}`,
    `用历史检验 ${amountText(tests)} 次，预测平均偏差 ${oneDecimalPercent(error)}${against['zh-CN']}`,
  );
  if (coverage === null || coverage === undefined || within === null || within === undefined || within === 0) return closed(missed);
  return both(
    `${missed.en}; the 80% interval held what came in ${amountText(coverage * within)} of ${amountText(within)}.`,
    `${missed['zh-CN']}；80% 区间在 ${amountText(within)} 次中 ${amountText(coverage * within)} 次包含实际值。`,
  );
}

export const repsNote: ChapterNote = (runs) => {
  if (tableOf(runs, 'reps', 'ranking') === null) return null;
  return both(
    'The range of a rank is where a rep may stand by chance alone (95%), its customers drawn anew; within overlapping ranges the order says nothing. The parts of the bridge add up to the difference.',
    '名次区间：重抽各人客户后名次的 95% 范围；区间重叠者不分先后。桥图各部分之和等于差额。',
  );
};

function valueOf(fact: Fact | null): number | null {
  return numberOf(fact?.value);
}

/** A fact that is a sentence, in the language of its Result. */
function textOf(fact: Fact | null): Localized | null {
  return typeof fact?.value === 'string' && fact.value !== '' ? both(fact.value, fact.value) : null;
}

function closed({ en, 'zh-CN': zh }: Localized): Localized {
  return both(`${en}.`, `${zh}。`);
}

function sentences(...parts: readonly (Localized | null)[]): Localized | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : both(said.map(({ en }) => en).join(' '), said.map((part) => part['zh-CN']).join(''));
}
