import { normaliseHeader } from '../model/names.ts';
import type { Input } from '../result/result.ts';
import { amountTerms, fieldsOf, standInFor } from './derived-fields.ts';
import { headNumbers, headTexts } from './meaning/head-values.ts';
import { moneyColumns } from './money-columns.ts';
import { hasField, type TablePlan } from './table-plan.ts';

const moneyWords =
  /amount|total|sales|revenue|gross|^net|income|price|value|paid|collected|tax$|^tax|taxes|vat|fees?$|^tips?$|shipping|freight|postage|discount|refund|settle|金额|总额|货款|实付|应付|实收|应收|待收|合计|总价|价税|税额|运费|邮费|服务费|手续费|佣金|优惠|退款|结算/;
const otherWords =
  /rate|pct|percent|率|unit|each|per|key$|territory|year|ids?$|no$|number|code|date|time|count|qty|quantity|items|orders|days|price$|cost|profit|margin|单价|成本|利润|毛利|数量|件数|编号|时间|日期|状态|次数/;
/** Of the cells of a column of money, so many at least are numbers. */
const mostlyNumbers = 0.8;

/** As a part of the account of a table. */
export function amountOf(plan: TablePlan): Pick<Input, 'amount'> {
  const amount = amountSource(plan);
  return amount === null ? {} : { amount };
}

/** Which column the money of a table is, and what other money stands beside it; null for a table without money. */
function amountSource(plan: TablePlan): Input['amount'] | null {
  const money = moneyColumns.get(plan.entity.id);
  if (money === undefined) return null;
  const standIn = standInFor(plan, money);
  const behind = standIn !== null ? fieldsOf(standIn) : hasField(plan, money) ? [money] : [];
  const field = (name: string) => plan.fields.find((own) => own.name === name);
  const header = (name: string): string => field(name)?.header ?? name;
  if (behind.length === 0) return null;
  const { now, later } = money === 'amount' ? amountTerms(plan) : { now: [], later: [] };
  const taken = [...now, ...later].map((term) => term.field);
  const share = plan.discounted === 'discount_rate' ? ['discount_rate'] : [];
  const product = [
    behind.map(header).join(' × '),
    ...share.map((name) => (plan.paysShare ? `× ${header(name)}` : `× (1 − ${header(name)})`)),
  ].join(' ');
  const read = new Set([...behind, ...taken, ...share].flatMap((name) => field(name)?.index ?? []));
  return { from: [product, ...taken.map(header)].join(' − '), beside: moneyBeside(plan, read) };
}

function moneyBeside(plan: TablePlan, read: ReadonlySet<number>): string[] {
  const columns = plan.table.columns.flatMap((header, index) => {
    const word = normaliseHeader(header);
    return !read.has(index) && moneyWords.test(word) && !otherWords.test(word) && isNumeric(plan, index) ? [header.trim()] : [];
  });
  return [...new Set(columns)];
}

function isNumeric(plan: TablePlan, index: number): boolean {
  const definition = Object.values(plan.entity.fields).find((field) => field.type === 'money');
  const texts = headTexts(plan, index);
  const filled = texts.filter((text) => text !== '').length;
  if (definition === undefined || filled === 0) return false;
  const { reading } = plan.fields.find((field) => field.definition.type === 'money') ?? plan.fields[0]!;
  const plain = { name: '', definition, index, header: '', reading: { ...reading, multiplier: 1 } };
  const numbers = headNumbers(plan, plain).filter((value) => value !== null);
  return numbers.length >= filled * mostlyNumbers && numbers.some((value) => value !== 0);
}
