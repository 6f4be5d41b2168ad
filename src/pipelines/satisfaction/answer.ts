import { sql } from '../../engine/sql.ts';
import { afterChinese, beforeChinese, both, capitalised, type Localized } from '../../lib/localized.ts';
import { periodWords } from '../../lib/period-words.ts';
import type { ResultCell, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, oneDecimal, percentText } from '../../views/number-words.ts';
import type { SatisfactionInput, SatisfactionRun } from './run.ts';
import { dimensionName } from './words.ts';
import { fewAnswers } from '../../metrics/feedback/parts/survey-review.ts';

/** Whom to call, what to mend first, and how it stands against before. */
export async function satisfactionAnswer(
  input: SatisfactionInput,
  run: SatisfactionRun,
  sections: readonly Section[],
): Promise<Localized[]> {
  const said = saidBy(sections);
  return [
    run.has('satisfaction_customers') ? await whom(input, said) : waiting(said),
    mend(said),
    (await nothingHeard(input, run)) ?? standing(said, run),
  ].filter((sentence) => sentence !== null);
}

interface Calls {
  readonly customers: number;
  readonly overdue: number;
  readonly complaint: number;
  readonly unhappy: number;
  readonly revenue: number | null;
}

async function whom({ engine, money }: SatisfactionInput, said: Said): Promise<Localized> {
  const [calls] = await engine.rows<Readonly<Record<keyof Calls, number | null>>>(sql`
    select
      count(*) as customers, count(*) filter (where calls_for = 'overdue') as overdue, count(*) filter (where calls_for = 'complaint') as complaint,
      count(*) filter (where calls_for in ('detractor', 'dissatisfied')) as unhappy, sum(revenue) as revenue
    from satisfaction_customers
    where calls_for is not null`);
  const customers = calls?.customers ?? 0;
  if (customers === 0)
    return both(
      'Nobody has to be called: no complaint is open and no latest answer is bad.',
      '目前无需专门联系客户：没有未结投诉，最近的回答也没有差评。',
    );
  const every: readonly (readonly [number, string, string])[] = [
    [calls?.overdue ?? 0, 'with an overdue complaint', '位投诉逾期'],
    [calls?.complaint ?? 0, 'with an open complaint', '位投诉未结'],
    [calls?.unhappy ?? 0, 'whose latest answer is bad', '位最近评分差'],
  ];
  const kinds = every.filter(([n]) => n !== 0);
  const [first] = said.rows('to_call');
  const name = first === undefined ? '' : String(first['customer_name'] ?? first['customer_id']);
  const why = first?.['why'] ?? null;
  const amount = calls?.revenue ?? null;
  const [bought, zhBought] =
    amount === null || amount <= 0
      ? ['', '']
      : [`; they bought ${moneyText(amount, money)} in twelve months`, `；近 12 个月共购买 ${moneyText(amount, money)}`];
  const only = kinds.length === 1;
  const parts = (zh: boolean): string =>
    kinds.map(([n, en, own]) => (zh ? `${amountText(n)} ${own}` : `${amountText(n)} ${en}`)).join(zh ? '、' : ', ');
  const [about, zhAbout] = why === null ? ['', ''] : [` (${why})`, `（${why}）`];
  return both(
    `Call ${amountText(customers)} customer${customers === 1 ? '' : 's'} now${only ? ` ${kinds[0]![1]}` : `: ${parts(false)}`}${bought}. First ${name}${about}.`,
    `请先联系 ${amountText(customers)} 位客户${only ? `（${kinds[0]![2].slice(1)}）` : `：${parts(true)}`}${zhBought}。${afterChinese('首先是', name)}${zhAbout}。`,
  );
}

/** Where no feedback says whose it is: what is open, and with whom most of it lies; null where nothing can be open. */
function waiting(said: Said): Localized | null {
  const [open, overdue] = [said.figure('overview', 'open'), said.figure('overview', 'overdue') ?? 0];
  const [first] = said.rows('action_owners');
  if (open === null || first === undefined) return null;
  if (open === 0) return both('Nothing that customers raised is open.', '客户提出的问题均已处理。');
  const [own, days] = [numberOf(first['open']) ?? 0, numberOf(first['oldest_days'])];
  const [late, zhLate] = overdue === 0 ? ['', ''] : [`, ${amountText(overdue)} of them overdue`, `，其中 ${amountText(overdue)} 件逾期`];
  const [since, zhSince] = days === null ? ['', ''] : [`, the oldest for ${amountText(days)} days`, `，最早一件已 ${amountText(days)} 天`];
  const name = String(first['action_owner']);
  return both(
    `${amountText(open)} matters that customers raised are open${late}; begin with ${name}: ${amountText(own)} open${since}. No row says which customer it is.`,
    `客户提出的问题有 ${amountText(open)} 件未办结${zhLate}；${afterChinese('先督促', name)}：${amountText(own)} 件未办结${zhSince}。数据未注明是哪位客户。`,
  );
}

/** What moves the score, what is lowest, what is complained about most. */
function mend(said: Said): Localized | null {
  const parts = [moves(said), lowest(said), complained(said)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return both(`${capitalised(parts.map(({ en }) => en).join('; '))}.`, `${parts.map((part) => part['zh-CN']).join('；')}。`);
}

function moves(said: Said): Localized | null {
  const [first, second] = said.rows('drivers', 2);
  if (first === undefined || second === undefined) return null;
  const name = dimensionName(String(first['dimension_code']));
  const share = percentText(numberOf(first['share']) ?? 0);
  const n = amountText(numberOf(first['answers']) ?? 0);
  if (first['leads'] === true)
    return both(
      `${lower(name.en)} moves the overall score most (${share} of what the dimensions explain, n = ${n})`,
      `对总体评分影响最大的是${name['zh-CN']}（占各维度影响的 ${share}，n = ${n}）`,
    );
  const other = dimensionName(String(second['dimension_code']));
  return both(
    `${lower(name.en)} (${share}) and ${lower(other.en)} (${percentText(numberOf(second['share']) ?? 0)}) move the overall score most, though which of them does more cannot be told (n = ${n})`,
    `对总体评分影响较大的是${name['zh-CN']}（${share}）和${other['zh-CN']}（${percentText(numberOf(second['share']) ?? 0)}），孰先孰后尚难分辨（n = ${n}）`,
  );
}

/** The dimension to mend first, where one scores clearly lowest; else that none does. */
function lowest(said: Said): Localized | null {
  const rows = said.rows('dimensions', Infinity).filter((row) => (numberOf(row['answers']) ?? 0) >= fewAnswers);
  const [first, second] = rows;
  const mean = numberOf(first?.['mean']);
  if (first === undefined || second === undefined || mean === null) return null;
  const [name, other] = [first, second].map((row) => dimensionName(String(row['dimension_code']))) as [Localized, Localized];
  const [high, low] = [numberOf(first['high']), numberOf(second['low'])];
  if (high === null || low === null || high >= low) {
    const next = hundredths(numberOf(second['mean']) ?? mean);
    return both(
      `no dimension scores clearly lowest (${lower(name.en)} ${hundredths(mean)}, ${lower(other.en)} ${next})`,
      `没有哪个维度明显最低（${name['zh-CN']} ${hundredths(mean)} 分，${other['zh-CN']} ${next} 分）`,
    );
  }
  const before = numberOf(first['previous_mean']);
  const change = verdictText(
    before === null ? null : hundredths(before),
    numberOf(first['previous_difference']),
    first['previous_verdict_code'] ?? null,
  );
  const fallen = rows
    .slice(1)
    .filter((row) => row['previous_verdict_code'] === 'more_than_chance' && (numberOf(row['previous_difference']) ?? 0) < 0);
  const too = fallen.map((row) => dimensionName(String(row['dimension_code'])));
  const [also, zhAlso] =
    too.length === 0
      ? ['', '']
      : [`; ${too.map(({ en }) => lower(en)).join(' and ')} fell, too`, `；${too.map((each) => each['zh-CN']).join('、')}也有下降`];
  return both(
    `mend ${lower(name.en)} first: it scores lowest (${hundredths(mean)}${change.en})${also}`,
    `请先改进${name['zh-CN']}：评分最低（${hundredths(mean)} 分${change['zh-CN']}）${zhAlso}`,
  );
}

function complained(said: Said): Localized | null {
  const rows = said.rows('topics', 2).filter((row) => row['found_by_code'] !== 'none' && (numberOf(row['mentions']) ?? 0) > 0);
  const [first] = rows;
  if (first === undefined) return null;
  const share = numberOf(rows.at(-1)?.['cumulative_share']) ?? 0;
  const names = rows.map((row) => String(row['topic']));
  const all = amountText(Math.round((numberOf(first['mentions']) ?? 0) / (numberOf(first['share']) ?? 1)));
  return both(
    `of ${all} reasons named ${percentText(share)} ${names.length > 1 ? 'are' : 'is'} ${names.map((name) => `“${name}”`).join(' and ')}`,
    `${all} 条不满意原因中，“${names.join('”“')}”占 ${percentText(share)}`,
  );
}

/** That nothing came in within the period; null where something did. */
async function nothingHeard({ engine }: SatisfactionInput, { review }: SatisfactionRun): Promise<Localized | null> {
  const [row] = await engine.rows<{ n: number }>(sql`
    select count(*) as n from feedback_rows where day >= ${review.current.from}::date and day < ${review.current.to}::date`);
  if ((row?.n ?? 0) > 0) return null;
  const period = periodWords(review.current);
  return both(`No feedback came in within ${period.en}.`, `${beforeChinese(period['zh-CN'], '没有收到反馈')}。`);
}

/** NPS, satisfied answers and complaints of the period, and whether they changed. */
function standing(said: Said, { review }: SatisfactionRun): Localized | null {
  const nps = comparedText(said, 'nps', { en: 'NPS', zh: 'NPS', text: score });
  const csat = comparedText(said, 'csat', { en: 'satisfied answers', zh: '满意率', text: percentText });
  const rate = comparedText(said, 'complaint_rate', { en: 'complaints per order', zh: '投诉率', text: decimalShare });
  const parts = [nps, csat, rate, closing(said)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const isCompared = ['nps', 'csat', 'complaint_rate'].some((id) => said.figure('overview', `${id}_difference`) !== null);
  const before = periodWords(review.previous);
  const [against, zhAgainst] = isCompared ? [`; compared with ${before.en}`, afterChinese('；对比期为', before['zh-CN'])] : ['', ''];
  return both(
    capitalised(`${parts.map(({ en }) => en).join('; ')}${against}.`),
    `${parts.map((part) => part['zh-CN']).join('；')}${zhAgainst}。`,
  );
}

/** Within how many days half of the complaints are closed; null where not half of them are. */
function closing(said: Said): Localized | null {
  const days = said.figure('overview', 'median_days');
  if (days === null) return null;
  return both(`half of the complaints are closed within ${amountText(days)} days`, `半数投诉在 ${amountText(days)} 天内关闭`);
}

interface Figure {
  readonly en: string;
  readonly zh: string;
  readonly text: (value: number) => string;
}

function comparedText(said: Said, id: string, { en, zh, text }: Figure): Localized | null {
  const fact = said.fact('overview', id);
  const value = numberOf(fact?.value);
  if (fact === null || value === null) return null;
  const [n, before, difference] = [fact.n ?? 0, said.figure('overview', `${id}_before`), said.figure('overview', `${id}_difference`)];
  const [low, high] = [numberOf(fact.low), numberOf(fact.high)];
  const range = (to: string): string => (low === null || high === null ? '' : rangeText(text(low), text(high), to));
  const [interval, zhInterval] = range('') === '' ? ['', ''] : [`${range('to')}, `, `${range('至')}，`];
  const chance = verdictText(before === null ? null : text(before), difference, said.fact('overview', `${id}_verdict`)?.code ?? null);
  return both(
    `${en} ${text(value)} (${interval}n = ${amountText(n)})${chance.en}`,
    `${zh} ${text(value)}（${zhInterval}n = ${amountText(n)}）${chance['zh-CN']}`,
  );
}

/** `65–76%` of shares; `−13 to 40` of an NPS, whose minus and a dash could be taken for each other. */
function rangeText(low: string, high: string, to: string): string {
  return low.endsWith('%') ? `${low.slice(0, -1)}–${high}` : `${low} ${to} ${high}`;
}

function verdictText(before: string | null, difference: number | null, verdict: ResultCell): Localized {
  if (before === null || difference === null) return both('', '');
  if (verdict === 'cannot_tell') return both(`, before ${before}, too few to tell`, `，上期 ${before}，n 太少，无法判断`);
  if (verdict !== 'more_than_chance') return both(`, before ${before}, within chance`, `，上期 ${before}，属随机波动`);
  return difference < 0
    ? both(`, down from ${before}, more than chance`, `，上期 ${before}，下降超出随机波动`)
    : both(`, up from ${before}, more than chance`, `，上期 ${before}，上升超出随机波动`);
}

function score(value: number): string {
  return oneDecimal(Math.round(value));
}

function decimalShare(value: number): string {
  return `${oneDecimal(100 * value)}%`;
}

function hundredths(value: number): string {
  return value.toFixed(2);
}

function lower(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
