import { currenciesInColumn, currenciesOf, isCurrencyOfItsOwn } from '../../model/currencies.ts';
import { currencyAliases } from '../../model/currency-aliases.ts';
import type { Entity } from '../../model/define.ts';
import { withoutCompanyCurrency } from '../../model/company-currency.ts';
import { headerCurrency, normaliseHeader } from '../../model/names.ts';
import { companyAmountAliases } from '../../model/shared-aliases.ts';
import { moneyColumns } from '../money-columns.ts';
import { isMoneyOf } from '../currency/convert.ts';
import { fieldsOf, standInFor } from '../derived-fields.ts';
import type { CurrencySource, FieldPlan, MeaningNote, TablePlan } from '../table-plan.ts';
import { headTexts } from './head-values.ts';

/** Other columns of money that tell the currency of a table's rows. */
const otherMoney: ReadonlyMap<string, string> = new Map([
  ['targets', 'value'],
  ['returns', 'amount'],
]);

/**
 * Where the currency of a row stands: in the header of the amount (`Amount (USD)`), in a column of its own, in the cells (`€ 12.50`), or above
 * the table. A header that means one currency goes before a column, for what stands under it is then converted; one that any currency has (元, $) does not.
 */
export function findCurrency<P extends TablePlan>(plan: P): P {
  const money = moneyField(plan);
  if (money === null) return plan;
  const isConverted = companyWords.has(normaliseHeader(money.header)) || withoutCompanyCurrency(money.header) !== null;
  const named = headerCurrency(money.header);
  const own = named !== null && isCurrencyOfItsOwn(named) ? named : null;
  const column = isConverted ? null : currencyColumn(plan);
  if (own !== null) {
    const source: CurrencySource = { field: money.name, fixed: own, column: null, cells: null, otherwise: null };
    return { ...plan, currency: source, notes: [...plan.notes, ...againstColumn(plan, money, own, column)] };
  }
  const otherwise = isConverted ? null : (named ?? preambleCurrency(plan));
  return { ...plan, currency: { field: money.name, fixed: null, column, cells: money.index, otherwise } };
}

/** What the invoices of Odoo have in the currency of the company. */
const odooCompanyAmounts = ['Untaxed Amount Signed', 'Total Signed', 'amount_untaxed_signed', 'amount_total_signed'] as const;
const companyWords: ReadonlySet<string> = new Set(
  ['amount_in_company_currency', ...companyAmountAliases, ...odooCompanyAmounts].map(normaliseHeader),
);
const columnWords: readonly string[] = ['currency', ...currencyAliases].map(normaliseHeader);

/** The column that the money of a table is read from. */
function moneyField(plan: TablePlan): FieldPlan | null {
  const main = moneyColumns.get(plan.entity.id) ?? otherMoney.get(plan.entity.id);
  if (main === undefined) return null;
  const standIn = standInFor(plan, main);
  const names = standIn === null ? [main, ...wideFields(plan.entity)] : fieldsOf(standIn);
  const fields = names.flatMap((name) => plan.fields.filter((field) => field.name === name && isMoneyOf(plan.entity, field.definition)));
  return fields[0] ?? null;
}

function wideFields(entity: Entity): string[] {
  return Object.entries(entity.fields).flatMap(([name, field]) => (field.wide === undefined ? [] : [name]));
}

/** The currency column of orders is a field; other tables have it beside their fields. */
function currencyColumn(plan: TablePlan): number | null {
  const field = plan.fields.find(({ name }) => name === 'currency');
  if (field !== undefined) return field.index;
  const headers = plan.table.columns.map(normaliseHeader);
  const taken = new Set(plan.fields.filter(({ name }) => name !== 'unit').map(({ index }) => index));
  for (const word of columnWords) {
    const at = headers.indexOf(word);
    if (at !== -1 && !taken.has(at)) return at;
  }
  const unit = plan.fields.find(({ name }) => name === 'unit');
  const isCurrency = unit !== undefined && headTexts(plan, unit.index).some((text) => text !== '' && currenciesOf(text).length > 0);
  return isCurrency ? unit.index : null;
}

/** `币种：美元`, `Currency: EUR`, `单位：万美元` in the lines above the header. */
function preambleCurrency({ table }: TablePlan): string | null {
  for (const cell of table.preamble.flat()) {
    const said = /(?:币种|币别|货币|currency)\s*[:：]\s*([\p{L}$¥€£]{1,12})/iu.exec(cell)?.[1];
    if (said !== undefined && currenciesOf(said).length > 0) return said;
    const unit = /(?:单位|unit|in)\s*[:：]?\s*([^\s)）]{1,16})/iu.exec(cell)?.[1];
    const currency = unit === undefined ? null : headerCurrency(`x(${unit})`);
    if (currency !== null) return currency;
  }
  return null;
}

function againstColumn(plan: TablePlan, money: FieldPlan, own: string, column: number | null): MeaningNote[] {
  if (column === null) return [];
  const said = new Set(headTexts(plan, column).flatMap((text) => currenciesInColumn(text).slice(0, 1)));
  const [code = own] = currenciesOf(own);
  if ([...said].every((other) => other === code || currenciesOf(own).includes(other))) return [];
  const other = plan.table.columns[column] ?? '';
  return [
    {
      code: 'currency-by-header',
      level: 'info',
      message: {
        en: `amounts are taken to be in ${code}, as the header "${money.header}" says; "${other}" names other currencies, too`,
        'zh-CN': `金额按列名“${money.header}”视为 ${code}；“${other}”列中还有其他币种`,
      },
      fix: null,
      count: 1,
      column: money.header,
      value: null,
      record: null,
    },
  ];
}
