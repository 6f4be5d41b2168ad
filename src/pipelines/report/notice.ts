import { both, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { withSign } from '../../lib/with-sign.ts';
import type { Result, ResultRow, ResultRows } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { oneDecimal, percentText } from '../../views/number-words.ts';
import { valueText } from './value-text.ts';

const mostFigures = 3;
const mostAttention = 3;

/**
 * A report as a short text for mail or a chat: the period in a sentence, up to three figures besides sales, those that changed by more than
 * chance first, what needs attention, what is new, and where the files are.
 */
export function noticeOf(result: Result, files: readonly string[], money: MoneyDisplay): string {
  const { lang, title, as_of: asOf, answer } = result;
  const day: Localized = { en: `as of ${asOf}`, 'zh-CN': `截至 ${asOf}` };
  const parts = [
    [asOf === null ? title : { en: `${title} (${day.en})`, 'zh-CN': `${title}（${day['zh-CN']}）` }[lang], ...answer],
    figureLines(result, money),
    attentionLines(result),
    files.length === 0 ? [] : [words.files[lang], ...files],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const words = {
  attention: { en: 'Needs attention:', 'zh-CN': '需要关注：' },
  anew: { en: ' (new)', 'zh-CN': '（新增）' },
  files: { en: 'Files:', 'zh-CN': '文件：' },
} as const satisfies Record<string, Localized>;

/** The first of them, and those that are new. */
function attentionLines(result: Result): string[] {
  const { lang } = result;
  const news = new Set([...rowsOf(result, 'since')].filter((row) => row['news_code'] === 'attention').map(({ what }) => what));
  const rows = [...rowsOf(result, 'attention')].filter(({ what }, index) => index < mostAttention || news.has(what ?? null));
  if (rows.length === 0) return [];
  return [
    words.attention[lang],
    ...rows.map(({ level, what }) => `${String(level)} ${String(what)}${news.has(what ?? null) ? words.anew[lang] : ''}`),
  ];
}

function figureLines(result: Result, money: MoneyDisplay): string[] {
  const rows = [...rowsOf(result, 'figures')].filter(({ id }) => id !== 'revenue');
  const told = (row: ResultRow): number => (row['verdict_code'] === 'more_than_chance' ? 0 : 1);
  return rows
    .toSorted((one, other) => told(one) - told(other))
    .slice(0, mostFigures)
    .map((row) => figureLine(row, result.lang, money));
}

function figureLine(row: ResultRow, lang: Result['lang'], money: MoneyDisplay): string {
  const value = typeof row['value'] === 'string' ? row['value'] : valueText(numberOf(row['value']), row['shows'], money);
  const unit = typeof row['unit'] === 'string' ? ` ${row['unit']}` : '';
  const said = `${String(row['figure'])}${lang === 'zh-CN' ? '：' : ': '}${value}${unit}`;
  const remarks = [...targetRemark(row, lang), ...changeRemark(row, lang, money)];
  if (remarks.length === 0) return said;
  return { en: `${said} (${remarks.join(', ')})`, 'zh-CN': `${said}（${remarks.join('，')}）` }[lang];
}

function targetRemark(row: ResultRow, lang: Result['lang']): string[] {
  const attainment = numberOf(row['attainment']);
  if (attainment === null) return [];
  const target: Localized = row['id'] === 'year_to_date' ? both("the year's target", '全年目标') : both('target', '目标');
  return [{ en: `${percentText(attainment)} of ${target.en}`, 'zh-CN': `完成${target['zh-CN']}的 ${percentText(attainment)}` }[lang]];
}

/** Against the period before, and whether that is more than chance. */
function changeRemark(row: ResultRow, lang: Result['lang'], money: MoneyDisplay): string[] {
  const [difference, relative] = [numberOf(row['difference']), numberOf(row['relative'])];
  if (difference === null) return [];
  const points = `${oneDecimal(Math.abs(difference) * 100)}${{ en: ' pp', 'zh-CN': ' 个百分点' }[lang]}`;
  const amount = relative === null ? valueText(Math.abs(difference), row['shows'], money) : percentText(Math.abs(relative));
  const verdict = row['verdict'] ?? null;
  return [withSign(difference, row['shows'] === 'ratio' ? points : amount), ...(verdict === null ? [] : [String(verdict)])];
}

function rowsOf({ sections }: Result, id: string): ResultRows {
  const section = sections.find((each) => each.id === id);
  return section?.kind === 'table' ? section.rows : [];
}
