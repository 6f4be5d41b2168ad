import { sql } from '../../engine/sql.ts';
import type { SourceRows } from '../../ingest/contract.ts';
import type { Lang } from '../../lib/localized.ts';
import type { FactorId } from '../../metrics/choices.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import { ranges } from './sources.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { unitWord } from '../../result/unit-words.ts';
import { amountText, moneyText, oneDecimal, percentText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

interface FactorRow {
  readonly [column: string]: ResultCell;
  readonly factor: FactorId;
  readonly value: number | null;
  readonly customers: number;
}

/** One row a factor: what it is, its raw value and where that comes from, its place among the customers, weight and contribution. */
export async function factorsSection(input: ScoreInput, id: string, sources: readonly SourceRows[]): Promise<TableSection> {
  const rows = await input.engine.rows<FactorRow>(
    sql`select factor, value, points, customers, weight, contribution from score_factors where customer_id = ${id} order by factor_order`,
  );
  const linesOf = await factorLines(input, id, sources);
  return table<FactorRow>(
    input.lang,
    {
      id: 'factors',
      title: { en: 'Factors: what each adds to 50 points, the average', 'zh-CN': '得分构成：各指标在 50 分（平均水平）上的加减' },
      glance: { first: ['title', 'contribution', 'points', 'shown', 'weight'], hidden: ['factor', 'rows', 'value'] },
      chart: { kind: 'bars', label: 'title', value: 'contribution' },
    },
    {
      ...metricColumns('score_factors', 'factor'),
      title: {
        title: { en: 'Name', 'zh-CN': '名称' },
        type: 'text',
        basis: { en: 'What the factor is called.', 'zh-CN': '指标的名称。' },
        value: ({ factor }) => factors[factor].title,
      },
      ...metricColumns('score_factors', 'value', 'points'),
      rows: {
        title: { en: 'Rows', 'zh-CN': '来源行' },
        type: 'text',
        basis: { en: 'Files and lines that the value is computed from.', 'zh-CN': '计算该值所用的文件与行号。' },
        value: ({ factor, value }) => (value === null ? null : linesOf(factor)),
      },
      shown: {
        title: { en: 'Value with unit', 'zh-CN': '数值' },
        type: 'text',
        basis: { en: 'The raw value as people read it.', 'zh-CN': '便于阅读的原始值。' },
        value: ({ factor, value }) => (value === null ? null : valueText(factor, value, input)),
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
        value: ({ factor }) => factors[factor].meaning,
      },
    },
    rows,
  );
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
 * The rows that a factor of one customer is computed from, as `orders orders.csv: 2–5, 9`: those of the orders, of the won opportunities
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
      .map((source) => `${role} ${source.file}${source.sheet === null ? '' : ` › ${source.sheet}`}: ${placeOf(source, lang)}`)
      .join('; ') || null;
  const [own, other] = [linesOf('customers'), linesOf(figures)];
  return (factor) => (ofCustomers.has(factor) ? own : other);
}

/** A table of a database has no lines to name: how many rows it gave. */
function placeOf({ rows, lines }: SourceRows, lang: Lang): string {
  return lines.length > 0 ? ranges(lines, mostRuns) : { en: `${rows} rows`, 'zh-CN': `${rows} 行` }[lang];
}
