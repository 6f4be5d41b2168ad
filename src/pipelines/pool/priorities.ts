import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection } from '../../result/result.ts';
import { from, listOfCodes, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { numberOf } from '../../views/number-of.ts';
import { oneDecimal, percentText } from '../../views/number-words.ts';
import { attributeName } from './attribute-words.ts';
import type { LeadModelRows } from './lead-model.ts';
import { ownerOrPool } from './owner-or-pool.ts';
import type { PoolInput } from './run.ts';

/** Open leads by their chance to convert times what a conversion is worth, with the reasons in words and who has them. */
export async function prioritiesSection(input: PoolInput, { chosen }: LeadModelRows): Promise<TableSection> {
  const { engine } = input;
  const [row] = await engine.rows<ResultRow>(sql`select worth, customers from lead_worth`);
  const worth = numberOf(row?.['worth']);
  const rateOf = ratesBy(await engine.rows<ResultRow>(sql`select * from lead_factors order by attribute, value_order`));
  return list(input, {
    id: 'priorities',
    name: both('Leads by priority', '线索优先级'),
    title: titleOf(chosen),
    of: 'lead_scores',
    by: 'lead_id',
    order: [...descending('lead_scores', 'probability', 'score'), ...ascending('lead_scores', 'lead_id')],
    // A list that is followed from run to run is there where there is no model, too.
    place: chosen === undefined ? 'detail' : 'answer',
    columns: [
      ...from('lead_scores', 'lead_id'),
      ...from('lead_course', 'lead'),
      ownerOrPool,
      ...from('lead_scores', 'probability'),
      own(
        'expected_value',
        { title: both('Expected value', '期望价值'), type: 'money', basis: valueBasis(worth, numberOf(row?.['customers']) ?? 0) },
        reads('lead_scores', 'probability'),
        (probability = null) => (worth === null || probability === null ? null : Number(probability) * worth),
      ),
      ...from('lead_course', 'age_days', 'last_contact_at', 'contacts', 'source'),
      own(
        'reasons',
        { title: both('Reasons', '原因'), type: 'text', basis: reasonBasis },
        reads('lead_scores', 'lift_attribute', 'lift_value', 'second_attribute', 'second_value', 'drag_attribute', 'drag_value'),
        (...cells) => reasonsText(cells, rateOf, input),
        (...cells) => listOfCodes([cells[0] ?? null, cells[2] ?? null, cells[4] ?? null]),
      ),
      ...from('lead_scores', 'score'),
    ],
    glance: {
      first: ['lead_id', ['lead', 'source'], 'holder', 'probability', ['expected_value', 'contacts'], 'age_days', 'last_contact_at'],
      below: ['reasons'],
      hidden: ['score'],
    },
  });
}

function titleOf(chosen: ResultRow | undefined): Localized {
  if (chosen === undefined)
    return both(
      'Open leads are in no order by chance: what is known of them ranks them hardly better than chance, or too few have converted',
      '未决线索不按概率排序：已知信息的区分度与随机相差无几，或已转化的线索过少',
    );
  const [top, converted, leads] = ['top_rate', 'converted', 'leads'].map((name) => numberOf(chosen?.[name]));
  if (typeof top !== 'number' || !converted || !leads) return both('Open leads by chance to convert', '未决线索：按转化概率');
  const times = oneDecimal(top / (converted / leads));
  return {
    en: `Open leads, likeliest first: the top tenth of past ones converted ${times} times as often as all`,
    'zh-CN': `未决线索：按转化概率排列，以往前十分之一的转化率为总体的 ${times} 倍`,
  };
}

function valueBasis(worth: number | null, customers: number): Localized {
  if (worth === null)
    return both(
      'Chance to convert × what a conversion is worth: not known, as no order is that of a converted lead (leads.customer_id); the list goes by the chance alone.',
      '转化概率 × 转化价值；没有订单对应已转化线索（leads.customer_id），价值未知，仅按概率排列。',
    );
  return both(
    `Chance to convert × the mean first order of the ${customers} customers that leads became.`,
    `转化概率 × 由线索转化的 ${customers} 位客户的首单均值。`,
  );
}

const reasonBasis = both(
  'The attributes that lift the chance most against the average lead, and the one that drags it most, each with the conversion of leads that have that value.',
  '相对平均线索提升概率最多的属性与拉低最多的属性，并附该取值线索的转化率。',
);

/** The conversion of leads with a value of an attribute, and that of all; null where it is not known. */
type RateOf = (attribute: string, value: string) => { readonly rate: number; readonly all: number } | null;

function ratesBy(rows: readonly ResultRow[]): RateOf {
  const values = new Map(rows.filter(({ kind }) => kind === 'value').map((row) => [`${row['attribute']}\n${row['value']}`, row]));
  const ranges = rows.filter(({ kind }) => kind === 'range');
  return (attribute, value) => {
    const known = values.get(`${attribute}\n${value}`);
    if (known !== undefined) return ratesOf(known);
    const number = Number(value.replaceAll(/[,¥￥$€£% ]/g, ''));
    const range = ranges.find(
      (row) =>
        row['attribute'] === attribute && number > (numberOf(row['above']) ?? -Infinity) && number <= (numberOf(row['up_to']) ?? Infinity),
    );
    return range === undefined ? null : ratesOf(range);
  };
}

function ratesOf(row: ResultRow): { readonly rate: number; readonly all: number } {
  return { rate: Number(row['rate']), all: Number(row['all_leads']) };
}

/**
 * `for it: Source = Referral (31% convert), Visits = 12 (40% convert); against it: Region = North (8% convert)`. A value that lifts only beside
 * the others of its lead, while leads with it convert no better than all, would be read as a contradiction: it is not named.
 */
function reasonsText(cells: readonly ResultCell[], rateOf: RateOf, { lang, of }: Pick<PoolInput, 'lang' | 'of'>): string | null {
  const named = (place: number, sign: 1 | -1): string[] => {
    const [attribute, value] = [cells[place] ?? null, cells[place + 1] ?? null];
    if (attribute === null || value === null) return [];
    const known = rateOf(String(attribute), String(value));
    if (known === null || sign * (known.rate - known.all) <= 0) return [];
    const [name, share] = [attributeName(String(attribute), of)[lang], percentText(known.rate)];
    return [lang === 'zh-CN' ? `${name}“${value}”（转化 ${share}）` : `${name} = ${value} (${share} convert)`];
  };
  const [lifts, drags] = [[...named(0, 1), ...named(2, 1)], named(4, -1)];
  const parts = [
    ...(lifts.length === 0 ? [] : [lang === 'zh-CN' ? `有利：${lifts.join('、')}` : `for it: ${lifts.join(', ')}`]),
    ...(drags.length === 0 ? [] : [lang === 'zh-CN' ? `不利：${drags.join('、')}` : `against it: ${drags.join(', ')}`]),
  ];
  return parts.length === 0 ? null : parts.join(lang === 'zh-CN' ? '；' : '; ');
}
