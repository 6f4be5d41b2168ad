import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { notSaidCode } from '../../views/not-said.ts';
import { oneDecimal, percentText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { attributeName, valueName } from './attribute-words.ts';
import { verdictWords } from './group-words.ts';
import type { PoolInput } from './run.ts';

/** A value of fewer leads is not named above the table. */
const leastNamed = 30;
const beyondChance = 0.05;

/** Which attributes of leads go with conversion, and how leads with each value convert; those filled in after the fact are not among them. */
export async function factorsSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select lead_factors.*, lead_columns.attribute_order, lead_columns.area
    from lead_factors inner join lead_columns on lead_columns.attribute = lead_factors.attribute
    where lead_columns.after_the_fact is null
    order by lead_columns.attribute_order, lead_factors.value_order`);
  rows.sort(byStrength);
  return table<ResultRow>(
    lang,
    {
      id: 'factors',
      name: both('What lifts conversion', '转化影响因素'),
      title: titleOf(rows),
      glance: {
        most: rows.some(isSure) ? 20 : 5,
        first: ['attribute', 'value', 'leads', 'rate', 'lift', 'verdict'],
        hidden: ['kind', 'above', 'up_to', 'value_order'],
      },
      chart: { kind: 'dots', label: 'value', value: 'rate', low: 'rate_low', high: 'rate_high', against: 'all_leads' },
    },
    {
      attribute: {
        ...metricHeading('lead_factors', 'attribute'),
        value: ({ attribute }) => attributeName(String(attribute)),
        code: ({ attribute = null }) => attribute,
      },
      value: {
        ...metricHeading('lead_factors', 'value'),
        value: ({ kind = null, value = null }) => valueName(kind, value),
        code: ({ kind }) => (kind === 'blank' ? notSaidCode : kind === 'other' ? 'other_values' : null),
      },
      ...metricColumns('lead_factors', 'leads', 'converted', 'rate', 'rate_low', 'rate_high', 'all_leads', 'lift', 'lift_low', 'lift_high'),
      verdict: {
        title: both('Verdict', '判断'),
        type: 'text',
        basis: both(
          'Whether leads with the value convert more or less than all others by more than chance (adjusted p below 0.05).',
          '该取值的线索转化是否高于或低于其余线索且超出随机波动（校正后 p < 0.05）。',
        ),
        value: (row) => verdictWords[verdictOf(row)]!,
        code: verdictOf,
      },
      ...metricColumns('lead_columns', 'area'),
      ...metricColumns('lead_factors', 'p_adjusted', 'kind', 'above', 'up_to', 'value_order'),
    },
    rows,
  );
}

/** The attribute that tells most first; of its values the one that converts best, of its ranges the lowest, others and blanks last. */
function byStrength(one: ResultRow, other: ResultRow): number {
  const attributes = Number(one['attribute_order']) - Number(other['attribute_order']);
  const values = one['kind'] === 'value' && other['kind'] === 'value' ? Number(other['rate']) - Number(one['rate']) : 0;
  return attributes || values || Number(one['value_order']) - Number(other['value_order']);
}

/** The value that lifts most of those that surely do, and the one that drags most. */
function titleOf(rows: readonly ResultRow[]): Localized {
  const sure = rows.filter((row) => isSure(row) && Number(row['leads']) >= leastNamed && row['kind'] !== 'other');
  const best = farthest(
    sure.filter((row) => verdictOf(row) === 'above'),
    1,
  );
  const worst = farthest(
    sure.filter((row) => verdictOf(row) === 'below'),
    -1,
  );
  const named = [best, worst].flatMap((row) => (row === undefined ? [] : [factorText(row)]));
  if (named.length === 0)
    return both('What lifts conversion: nothing that is known of the leads, by more than chance', '转化影响因素：各属性均未超出随机波动');
  return {
    en: `What lifts conversion: ${named.map(({ en }) => en).join('; ')}`,
    'zh-CN': `转化影响因素：${named.map((each) => each['zh-CN']).join('；')}`,
  };
}

/** Whether leads with the value convert differently from all others by more than chance. */
function isSure({ p_adjusted: p = null }: ResultRow): boolean {
  return p !== null && Number(p) < beyondChance;
}

function verdictOf(row: ResultRow): 'above' | 'below' | 'no_difference' {
  if (!isSure(row)) return 'no_difference';
  return Number(row['rate']) > Number(row['all_leads']) ? 'above' : 'below';
}

/** The row of the highest lift, or of the lowest where the sign is -1. */
function farthest(rows: readonly ResultRow[], sign: 1 | -1): ResultRow | undefined {
  return rows.toSorted((one, other) => sign * (Number(other['lift']) - Number(one['lift'])))[0];
}

/** `Source = Referral: 31% convert, 2.4 × all`. */
export function factorText({ attribute, kind = null, value = null, rate, lift }: ResultRow): Localized {
  const [name, word] = [attributeName(String(attribute)), valueName(kind, value)];
  const [share, times] = [percentText(Number(rate)), oneDecimal(Number(lift))];
  return {
    en: `${name.en} = ${word.en}: ${share} convert, ${times} × all`,
    'zh-CN': `${name['zh-CN']}为“${word['zh-CN']}”的转化 ${share}，为总体的 ${times} 倍`,
  };
}
