import { sql } from '../../../engine/sql.ts';
import { afterChinese, beforeChinese, both, capitalised, type Localized } from '../../../lib/localized.ts';
import { periodWords } from '../../../lib/period-words.ts';
import type { Said } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, oneDecimal, oneDecimalPercent, percentText } from '../../../views/number-words.ts';
import type { SatisfactionInput, SatisfactionRun } from '../run.ts';
import { verdictText } from './verdict-text.ts';

/** That nothing came in within the period; null where something did. */
export async function nothingHeard({ engine }: SatisfactionInput, { review }: SatisfactionRun): Promise<Localized | null> {
  const [row] = await engine.rows<{ n: number }>(sql`
    select count(*) as n from feedback_rows where day >= ${review.current.from}::date and day < ${review.current.to}::date`);
  if ((row?.n ?? 0) > 0) return null;
  const period = periodWords(review.current);
  return both(`No feedback came in within ${period.en}.`, `${beforeChinese(period['zh-CN'], '没有收到反馈')}。`);
}

/** NPS, satisfied answers and complaints of the period, and whether they changed. */
export function howItStands(said: Said, { review }: SatisfactionRun): Localized | null {
  const nps = comparedText(said, 'nps', { en: 'NPS', zh: 'NPS', text: score });
  const csat = comparedText(said, 'csat', { en: 'satisfied answers', zh: '满意率', text: percentText });
  const rate = comparedText(said, 'complaint_rate', { en: 'complaints per order', zh: '投诉率', text: oneDecimalPercent });
  const parts = [nps, standsOut(said), csat, rate, closing(said)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const isCompared = ['nps', 'csat', 'complaint_rate'].some((id) => said.figure('overview', `${id}_difference`) !== null);
  const before = periodWords(review.previous);
  const [against, zhAgainst] = isCompared ? [`; compared with ${before.en}`, afterChinese('；对比期为', before['zh-CN'])] : ['', ''];
  return both(
    capitalised(`${parts.map(({ en }) => en).join('; ')}${against}.`),
    `${parts.map((part) => part['zh-CN']).join('；')}${zhAgainst}。`,
  );
}

/** The group whose answers are worse than those of the others by more than chance, the worst of them; null where there is none. */
function standsOut(said: Said): Localized | null {
  const worse = said
    .rows('nps', Infinity)
    .find((row) => row['rest_verdict_code'] === 'more_than_chance' && (numberOf(row['rest_difference']) ?? 0) < 0);
  const value = numberOf(worse?.['nps']);
  if (worse === undefined || value === null) return null;
  const [by, group] = [String(worse['breakdown']), String(worse['group'])];
  return both(
    `lower than elsewhere, more than chance: ${by.toLowerCase()} ${group} (${score(value)})`,
    `低于其余各组且超出随机波动的是${afterChinese(by, group)}（${score(value)}）`,
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

function score(value: number): string {
  return oneDecimal(Math.round(value));
}
