import { sql } from '../../engine/sql.ts';
import type { SourceRows } from '../../ingest/contract.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { FactorId } from '../../metrics/choices.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import { ranges } from './sources.ts';
import { roleTitle } from '../parts/input-words.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { unitWord } from '../../result/unit-words.ts';
import { amountText, moneyText, oneDecimal, percentText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

interface FactorRow {
  readonly [column: string]: ResultCell;
  /** The first row is the base that all start from, the last what it and the contributions add up to. */
  readonly factor: FactorId | Sum;
  readonly value: number | null;
  readonly customers: number | null;
}

const sums = {
  base: {
    title: { en: 'Start: the average', 'zh-CN': '起点：平均水平' },
    meaning: { en: 'The points that every customer starts from.', 'zh-CN': '每位客户的起始分。' },
  },
  score: {
    title: { en: 'Score', 'zh-CN': '得分' },
    meaning: { en: 'The start and all contributions together.', 'zh-CN': '起始分与各项贡献之和。' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'title' | 'meaning', Localized>>>>;

type Sum = keyof typeof sums;

/** Points of the average customer, from which contributions are counted (`score_factors`). */
const averagePoints = 50;

/** One row a factor between the base and the score: what it is, its raw value and where that comes from, its place among the customers, weight and contribution. */
export async function factorsSection(input: ScoreInput, id: string, sources: readonly SourceRows[]): Promise<TableSection> {
  const { engine } = input;
  const own = await engine.rows<FactorRow & { factor: FactorId }>(
    sql`select factor, value, points, customers, weight, contribution from score_factors where customer_id = ${id} order by factor_order`,
  );
  const [scored] = await engine.rows<{ score: number | null }>(sql`select score from customer_scores where customer_id = ${id}`);
  // Where no customer has it in the customer file it is part of no score, and feedback, which may well have it, speaks for itself.
  const used = own.filter(({ factor, customers }) => customers !== 0 || !ofCustomers.has(factor));
  const rows = added(used, scored?.score ?? null);
  const linesOf = await factorLines(input, id, sources);
  return table<FactorRow>(
    input.lang,
    {
      id: 'factors',
      title: { en: 'Factors: what each adds to 50 points, the average', 'zh-CN': '得分构成：各指标在 50 分（平均水平）上的加减' },
      glance: { first: ['title', 'contribution', 'points', 'shown', 'weight'], hidden: ['factor', 'rows', 'value'] },
      chart: { kind: 'waterfall', label: 'title', value: 'contribution' },
    },
    {
      ...metricColumns('score_factors', 'factor'),
      title: {
        title: { en: 'Name', 'zh-CN': '名称' },
        type: 'text',
        basis: { en: 'What the factor is called.', 'zh-CN': '指标的名称。' },
        value: ({ factor }) => named(factor).title,
      },
      ...metricColumns('score_factors', 'value', 'points'),
      rows: {
        title: { en: 'Rows', 'zh-CN': '来源行' },
        type: 'text',
        basis: { en: 'Files and lines that the value is computed from.', 'zh-CN': '计算该值所用的文件与行号。' },
        value: ({ factor, value }) => (value === null || isSum(factor) ? null : linesOf(factor)),
      },
      shown: {
        title: { en: 'Value with unit', 'zh-CN': '数值' },
        type: 'text',
        basis: { en: 'The raw value as people read it.', 'zh-CN': '便于阅读的原始值。' },
        value: ({ factor, value }) => (value === null || isSum(factor) ? null : valueText(factor, value, input)),
      },
      ...metricColumns('score_factors', 'weight', 'contribution'),
      customers: {
        ...metricHeading('score_factors', 'customers'),
        title: { en: 'Compared with', 'zh-CN': '参与比较的客户数' },
        unit: 'customers',
        value: ({ customers }) => customers,
      },
      meaning: {
        title: { en: 'Meaning', 'zh-CN': '含义' },
        type: 'text',
        basis: { en: 'What the raw value says.', 'zh-CN': '原始值的含义。' },
        value: ({ factor }) => named(factor).meaning,
      },
    },
    rows,
  );
}

/** The factors between the base and the score; alone where there is no score. */
function added(own: readonly FactorRow[], score: number | null): readonly FactorRow[] {
  if (score === null) return own;
  const sum = (factor: Sum, contribution: number): FactorRow => ({
    factor,
    value: null,
    points: null,
    customers: null,
    weight: null,
    contribution,
  });
  return [sum('base', averagePoints), ...own, sum('score', score)];
}

function isSum(factor: FactorId | Sum): factor is Sum {
  return factor in sums;
}

function named(factor: FactorId | Sum): Readonly<Record<'title' | 'meaning', Localized>> {
  return isSum(factor) ? sums[factor] : factors[factor];
}

/** `12,345`, `31%`, `13 days`. */
function valueText(factor: FactorId, value: number, { lang, money }: ScoreInput): string {
  const { shows, unit } = factors[factor];
  if (shows === 'ratio') return percentText(value);
  if (shows === 'money') return moneyText(value, money);
  const number = shows === 'number' ? oneDecimal(value) : amountText(value);
  return unit === undefined ? number : `${number} ${unitWord(unit, lang)}`;
}

/** Factors whose value the customer file alone gives; orders give all others. */
const ofCustomers: ReadonlySet<FactorId> = new Set<FactorId>(['csat', 'nps']);

const mostRuns = 5;

/**
 * The rows that a factor of one customer is computed from, as `Orders orders.csv: 2–5, 9`: those of the orders, of the won opportunities
 * where no orders were given, of the customer file where its summary columns stand for orders. Null where no file has such a row.
 */
async function factorLines(
  { engine, ingested, lang }: ScoreInput,
  id: string,
  sources: readonly SourceRows[],
): Promise<(factor: FactorId) => string | null> {
  const [profile] = await engine.rows<{ basis: string | null }>(sql`select basis from customer_profile where customer_id = ${id}`);
  const sales = ingested.inputs.some((input) => input.role === 'orders') ? 'orders' : 'opportunities';
  const figures = profile?.basis === 'summary' ? 'customers' : sales;
  const linesOf = (role: string): string | null =>
    sources
      .filter((source) => source.role === role)
      .map(
        (source) => `${roleTitle(role)[lang]} ${source.file}${source.sheet === null ? '' : ` › ${source.sheet}`}: ${placeOf(source, lang)}`,
      )
      .join('; ') || null;
  const [own, other] = [linesOf('customers'), linesOf(figures)];
  return (factor) => (ofCustomers.has(factor) ? own : other);
}

/** A table of a database has no lines to name: how many rows it gave. */
function placeOf({ rows, lines }: SourceRows, lang: Lang): string {
  return lines.length > 0 ? ranges(lines, mostRuns) : { en: `${rows} rows`, 'zh-CN': `${rows} 行` }[lang];
}
