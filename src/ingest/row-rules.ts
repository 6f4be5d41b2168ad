import type { FindingCode } from '../codes.ts';
import { join, type Sql, sql, trusted } from '../engine/sql.ts';
import { addDays, type IsoDate } from '../lib/dates.ts';
import { fieldsBehind } from './derived-fields.ts';
import { rawColumn } from './raw-records.ts';
import { reasonCode } from '../model/row-reasons.ts';
import { judgingRules, type Rule, type RuleContext } from './judging-rules.ts';

/** The code of the first rule that holds for a row, 0 where none does: the row is used. */
export function reasonExpression(context: RuleContext): Sql {
  const judged = firstOf(entityRules(context), trusted('0'));
  const shapes = firstOf(shapeRules(context), judged);
  const incomplete = incompleteRow(context);
  return sql`(${incomplete === null ? shapes : sql`case when ${incomplete} then ${shapes} else ${judged} end`})::utinyint`;
}

/** The code of the first of the rules that holds for a row. */
export function firstOf(rules: readonly Rule[], otherwise: Sql): Sql {
  if (rules.length === 0) return otherwise;
  return sql`case ${join(
    rules.map((rule) => sql`when ${rule.when} then ${reasonCode(rule.reason)}`),
    ' ',
  )} else ${otherwise} end`;
}

/**
 * True where something that every record needs is missing (of an order, a date), or stands for a sum: only such a line can be no record at all.
 * A line of sums has no date and no word of a choice: with one of these among what is needed, nobody has to look for the words of sums. Null:
 * any line can.
 */
function incompleteRow({ plan, value }: Pick<RuleContext, 'plan' | 'value'>): Sql | null {
  const anchors = plan.entity.needs.flatMap((set) =>
    set
      .map((name) => ({ type: plan.entity.fields[name]?.type, field: value(name) }))
      .flatMap(({ type, field }) => (field === null ? [] : [{ type, field }]))
      .slice(0, 1),
  );
  if (anchors.length === 0 || keyOf({ plan, value }) !== null) return null;
  const told = plan.entity.id === 'orders' || anchors.some(({ type }) => type === 'choice' || type === 'instant' || type === 'date');
  const totals = told ? [] : anchors.slice(0, 1).map(({ field }) => isTotalWord(field));
  return join([...anchors.map(({ field }) => sql`${field} is null`), ...totals], ' or ');
}

/** What stands beside a sum, and what reports print below their records. The engine's patterns, of a text in small letters. */
const totalLine = `^(${[
  '(本页|本頁|本月|本年|全部|累计|累計)?(合计|合計|总计|總計|小计|小計|共计|共計|汇总|彙總|匯總|总数|總數)(金额|金額|数量|數量)?([(（].*[)）])?',
  '(sub ?|grand |report |overall )?totals?( \\([0-9,]+ records\\)| (amount|sales|records|rows|count))?',
  '共 ?[0-9,]+ ?(条|行|笔|页|项|单)(记录|数据|订单)?',
  '第 ?[0-9]+ ?页.*',
  'page [0-9]+ ?(of|/) ?[0-9]+',
].join('|')})[:：]?$|^(${[
  '(制表|打印|导出|生成|填表|审核|复核|经办|统计|报表|查询)(人|人员|时间|日期|条件|单位)?[:：].*',
  '(制表|打印|导出|生成)(人|时间|日期)[ 0-9].*',
  '(筛选|查询|过滤)条件.*',
  '数据来源[:：].*',
  '(report |file )?(generated|exported|printed|downloaded|prepared|created) (by|on|at)\\b.*',
  '(run|report|print|export) (date|time|by)\\b.*',
  'filters? (applied|by)\\b.*|filtered by\\b.*|applied filters\\b.*',
  'total records?[:：]? ?[0-9,]*',
  'confidential information.*|copyright ©.*|© ?[0-9]{4}.*|end of report.*',
].join('|')})$`;

/** The id that makes a row a record whatever else it says; null where the file has none. */
function keyOf({ plan, value }: Pick<RuleContext, 'plan' | 'value'>): Sql | null {
  return plan.entity.key === undefined ? null : value(plan.entity.key);
}

/** True where a raw cell is what stands beside a sum. */
export function isTotalWord(column: Sql): Sql {
  return sql`coalesce(regexp_full_match(lower(crm_trim(${column}::varchar)), ${totalLine}), false)`;
}

/** Lines that are no records at all. */
function shapeRules({ plan, value }: RuleContext): Rule[] {
  const key = keyOf({ plan, value });
  const keyless = key === null ? sql`true` : sql`(${key} is null or ${isTotalWord(key)})`;
  const cells = plan.table.columns.map((_, index) => sql`nullif(crm_trim(replace(${rawColumn(index)}::varchar, chr(10), ' ')), '')`);
  const total = sql`case when ${keyless} then coalesce(regexp_matches(lower(concat_ws(chr(10), ${join(cells)})), ${`(?m)${totalLine}`}), false) else false end`;
  const blank = sql`crm_trim(concat(${join(plan.table.columns.map((_, index) => rawColumn(index)))})) = ''`;
  const header = join(
    plan.fields.slice(0, 3).map((field) => sql`coalesce(crm_trim(${rawColumn(field.index)}::varchar) = ${field.header.trim()}, false)`),
    ' and ',
  );
  return [
    { reason: 'total-row', when: total },
    { reason: 'blank-row', when: blank },
    ...(plan.fields.length < 2 ? [] : [{ reason: 'header-repeated', when: header } as const]),
  ];
}

function entityRules(context: RuleContext): Rule[] {
  if (context.plan.entity.id === 'orders') return orderRules(context);
  const key = keyOf(context);
  return key === null ? [] : [{ reason: 'key-missing', when: sql`${key} is null` }];
}

/** Why an order line is not used, whatever it stands in; lines that are no records are found before. */
export function orderRules({ plan, asOf, value, bad }: RuleContext): Rule[] {
  const rules: Rule[] = [];
  const add = (reason: FindingCode, when: Sql | null) => {
    if (when !== null) rules.push({ reason, when });
  };
  for (const part of fieldsBehind(plan, 'amount')) add('amount-invalid', bad(part));
  add('date-invalid', bad('ordered_at'));
  add('id-lossy', bad('customer_id'));
  const amount = value('amount');
  const at = value('ordered_at');
  const customer = value('customer_id');
  // What a line says of itself goes before what it may take from the first line of its order.
  for (const { reason, when } of judgingRules({ plan, value, bad })) add(reason, when);
  if (customer !== null) add('customer-missing', sql`${customer} is null`);
  if (at !== null) add('date-missing', sql`${at} is null`);
  if (amount !== null) add('amount-missing', sql`${amount} is null`);
  if (at !== null && asOf !== null) add('after-as-of', laterThan(at, asOf));
  return rules;
}

/** True on the days after a day. */
export function laterThan(at: Sql, day: IsoDate): Sql {
  return sql`${at} >= cast(${addDays(day, 1)} as timestamp)`;
}
