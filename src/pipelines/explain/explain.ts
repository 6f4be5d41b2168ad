import { identifier, sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import type { SourceRows } from '../../ingest/contract.ts';
import { nearest } from '../../lib/nearest.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import type { FactorId } from '../../metrics/choices.ts';
import type { Fact, FactsSection, Result, ResultCell, TableSection } from '../../result/result.ts';
import { blankResult } from '../blank-result.ts';
import { resultColumn } from '../metric-section.ts';
import { factorLines } from './factor-sources.ts';
import { customerLifetimeValue } from '../lifetime-value/customer.ts';
import { ranges } from './line-ranges.ts';
import { computeScores, growthPeriod, scoreFields, type ScoreInput, tiersOf } from '../score/settings.ts';
import { classWords, segmentWords } from '../score/words.ts';
import { plainTable } from '../table-section.ts';

export const explainFields = scoreFields;

/** Takes the score of one customer apart: factor by factor, down to the rows of the files. `customer` is an id, or a name that only one has. */
export async function explain(input: ScoreInput & { readonly customer: string }): Promise<Result> {
  const { ingested, lang, engine } = input;
  const report = await computeScores(input, ['score_factors']);
  const id = await customerId(input);
  const sources = await ingested.rowsOf(id);
  const lifetime = await customerLifetimeValue(input, id);
  return {
    ...blankResult('explain', lang),
    as_of: ingested.asOf,
    period: growthPeriod(input),
    engine: engine.dialect,
    inputs: [...ingested.inputs],
    sections: [
      await customerSection(input, id),
      await factorsSection(input, id, sources),
      ...lifetime.sections,
      sourcesSection(input, sources),
    ],
    findings: [...ingested.findings, ...lifetime.findings],
    not_computed: report.notComputed.map(({ metric, needs }) => ({ metric, needs: [...needs] })),
  };
}

async function customerId({ engine, customer }: ScoreInput & { readonly customer: string }): Promise<string> {
  const found = await engine.rows<{ customer_id: string }>(
    sql`select customer_id from customer_profile where customer_id = ${customer} or customer_name = ${customer} order by case when customer_id = ${customer} then 0 else 1 end, customer_id`,
  );
  const [first, second] = found;
  if (first !== undefined && (second === undefined || first.customer_id === customer)) return first.customer_id;
  if (first !== undefined) {
    const ids = found
      .slice(0, 10)
      .map((row) => row.customer_id)
      .join(', ');
    throw new CrmEvalError(
      'customer-ambiguous',
      'usage',
      { en: `several customers are called ${customer}: ${ids}`, 'zh-CN': `有多个客户叫“${customer}”：${ids}` },
      { fix: { en: 'give the id', 'zh-CN': '请给出客户编号' } },
    );
  }
  const known = await engine.rows<{ name: string }>(
    sql`select customer_id as name from customer_profile union select customer_name from customer_profile where customer_name is not null order by 1`,
  );
  const guess = nearest(
    customer,
    known.map((row) => row.name),
  );
  const fix =
    guess === null
      ? { en: 'crm-eval score lists all customers', 'zh-CN': '可用 crm-eval score 列出全部客户' }
      : { en: `did you mean ${guess}?`, 'zh-CN': `是不是想找 ${guess}？` };
  throw new CrmEvalError(
    'customer-unknown',
    'usage',
    { en: `no customer "${customer}" in these files`, 'zh-CN': `这些文件中没有客户“${customer}”` },
    { fix },
  );
}

const facts: readonly (readonly [metric: string, columns: readonly string[]])[] = [
  [
    'customer_profile',
    [
      'customer_id',
      'customer_name',
      'owner',
      'industry',
      'region',
      'orders',
      'revenue',
      'first_order_on',
      'last_order_on',
      'recency_days',
      'basis',
    ],
  ],
  ['customer_scores', ['score', 'rank', 'tier', 'coverage']],
  ['rfm_scores', ['recency_score', 'frequency_score', 'monetary_score', 'rfm_segment', 'rfm_class']],
  ['revenue_share', ['revenue_rank', 'revenue_share', 'abc_class']],
  ['revenue_growth', ['period_revenue', 'previous_revenue', 'year_ago_revenue', 'growth_rate', 'growth_rate_year']],
  ['purchase_cycle', ['purchase_days', 'purchase_cycle_days', 'gap_variation', 'next_order_on', 'overdue_ratio']],
];

async function customerSection(input: ScoreInput, id: string): Promise<FactsSection> {
  const { engine, lang } = input;
  const tiers = tiersOf(input);
  const words = new Map([...segmentWords(lang), ...classWords(lang)]);
  const list: Fact[] = [];
  for (const [metric, columns] of facts) {
    const [row] = await engine.rows(sql`select * from ${identifier(metric)} where customer_id = ${id}`);
    for (const column of columns) {
      const { title, type, unit, basis } = resultColumn({ metric, column }, lang);
      const raw = row?.[column] ?? null;
      const isWord = column === 'tier' || column === 'rfm_segment' || column === 'rfm_class';
      const value: ResultCell =
        column === 'tier' && typeof raw === 'number'
          ? (tiers[raw - 1]?.name ?? raw)
          : isWord && raw !== null
            ? (words.get(String(raw)) ?? raw)
            : raw;
      list.push({ id: column, title, type: isWord ? 'text' : type, value, unit, n: null, low: null, high: null, basis });
    }
  }
  return { id: 'customer', title: { en: 'Customer', 'zh-CN': '客户' }[lang], kind: 'facts', facts: list };
}

interface FactorRow {
  readonly [column: string]: ResultCell;
  readonly factor: FactorId;
  readonly value: number | null;
  readonly points: number | null;
  readonly customers: number;
  readonly weight: number;
  readonly contribution: number | null;
}

/** One row a factor: what it is, its raw value and where that comes from, its place among the customers, weight and contribution. */
async function factorsSection(input: ScoreInput, id: string, sources: readonly SourceRows[]): Promise<TableSection> {
  const { engine, lang } = input;
  const rows = await engine.rows<FactorRow>(
    sql`select factor, value, points, customers, weight, contribution from score_factors where customer_id = ${id} order by factor_order`,
  );
  const linesOf = await factorLines(input, id, sources);
  const column = (name: string) => resultColumn({ metric: 'score_factors', column: name }, lang);
  const section = plainTable<FactorRow>(
    { id: 'factors', title: { en: 'Factors of the score', 'zh-CN': '得分构成' }, lang },
    {
      factor: { title: { en: 'Factor', 'zh-CN': '指标' }, type: 'id', value: (row) => row.factor },
      title: { title: { en: 'Name', 'zh-CN': '名称' }, type: 'text', value: (row) => factors[row.factor].title[lang] },
      value: { title: { en: 'Value', 'zh-CN': '原始值' }, type: 'number', value: (row) => row.value },
      points: { title: { en: 'Points', 'zh-CN': '得分' }, type: 'number', unit: 'points', value: (row) => row.points },
      rows: {
        title: { en: 'Rows', 'zh-CN': '来源行' },
        type: 'text',
        value: (row) => (row.value === null ? null : linesOf(row.factor)),
      },
      weight: { title: { en: 'Weight', 'zh-CN': '权重' }, type: 'number', value: (row) => row.weight },
      contribution: { title: { en: 'Contribution', 'zh-CN': '贡献' }, type: 'number', unit: 'points', value: (row) => row.contribution },
      customers: {
        title: { en: 'Compared with', 'zh-CN': '参与比较的客户数' },
        type: 'integer',
        unit: 'customers',
        value: (row) => row.customers,
      },
      meaning: { title: { en: 'Meaning', 'zh-CN': '含义' }, type: 'text', value: (row) => factors[row.factor].meaning[lang] },
    },
    rows,
  );
  return {
    ...section,
    columns: section.columns.map((own) =>
      ['points', 'contribution', 'weight'].includes(own.id) ? { ...own, basis: column(own.id).basis } : own,
    ),
  };
}

/** The files and lines behind the figures. */
function sourcesSection({ lang }: ScoreInput, sources: readonly SourceRows[]): TableSection {
  return plainTable<SourceRows>(
    { id: 'sources', title: { en: 'Where the figures come from', 'zh-CN': '数据来源' }, lang },
    {
      role: { title: { en: 'Table', 'zh-CN': '表' }, type: 'id', value: (source) => source.role },
      file: { title: { en: 'File', 'zh-CN': '文件' }, type: 'text', value: (source) => source.file },
      sheet: { title: { en: 'Sheet', 'zh-CN': '工作表' }, type: 'text', value: (source) => source.sheet },
      rows: { title: { en: 'Rows', 'zh-CN': '行数' }, type: 'integer', unit: 'rows', value: (source) => source.rows },
      lines: { title: { en: 'Lines', 'zh-CN': '行号' }, type: 'text', value: (source) => ranges(source.lines) },
    },
    sources,
  );
}
