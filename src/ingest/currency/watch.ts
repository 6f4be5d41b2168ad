import type { Engine } from '../../engine/engine.ts';
import { identifier, literal, sql, trusted } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { grouped } from '../../lib/grouped.ts';
import type { Localized } from '../../lib/localized.ts';
import { currenciesInColumn, currenciesOfMark } from '../../model/currencies.ts';
import type { Rates } from '../../model/rates.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import type { ConvertedMoney, LoadedTable, TablePlan } from '../table-plan.ts';
import { sumText } from './conversion.ts';
import { addedMoney, currencyLabel } from './convert.ts';

/** Used money of one table under one label. */
interface Labelled {
  readonly table: LoadedTable;
  readonly label: string;
  readonly possible: readonly string[];
  readonly rows: number;
  readonly sum: number;
}

/**
 * Sees that all money of a run is in one currency. Amounts of several cannot be added: the run is refused with the sums of each, or
 * that is told as an error. Says which currency that is, where it is known. Tables whose money is only compared (targets with orders) are said to differ.
 */
export async function watchCurrencies(
  tables: readonly LoadedTable[],
  { rates, mixed }: { readonly rates: Rates | null; readonly mixed: 'refused' | 'told' },
  engine: Engine,
): Promise<{ readonly notes: readonly Trouble[]; readonly currency: string | null }> {
  const found: Labelled[] = [];
  for (const table of tables) if (table.conversion === undefined) found.push(...(await labelled(table, rates, engine)));
  const notes = tables.flatMap(conversionNote);
  const has = (entity: string): boolean => tables.some((table) => table.entity.id === entity);
  const groups = [['orders', 'returns'], ['opportunities'], ['customers'], ['targets']];
  for (const group of groups) {
    const own = found.filter(({ table }) => group.includes(table.entity.id));
    if (isOne(own)) continue;
    // What a customer list sums, and deals, are only figures beside the orders where there are any.
    if (group.includes('orders') || !has('orders')) {
      if (mixed === 'refused') throw refusal(own);
      notes.push(told(own));
    } else notes.push(differ(own));
  }
  const apart = groups.map((group) => found.filter(({ table }) => group.includes(table.entity.id)));
  if (apart.every(isOne) && !isOne(found)) notes.push(differ(found));
  return { notes, currency: rates?.to ?? theOne(apart.find((own) => own.length > 0) ?? []) };
}

/** The only currency that all of it can be in; null where there are several, as for `¥` or `$` alone. */
function theOne(found: readonly Labelled[]): string | null {
  const [first, ...rest] = found;
  const codes = (first?.possible ?? []).filter((code) => rest.every(({ possible }) => possible.includes(code)));
  return codes.length === 1 ? codes[0]! : null;
}

async function labelled(table: LoadedTable, rates: Rates | null, engine: Engine): Promise<Labelled[]> {
  const source = table.currency;
  const money = addedMoney.get(table.entity.id);
  if (source === undefined || money === undefined) return [];
  const fixed = source.fixed ?? (table.labelled ? null : source.otherwise);
  if (fixed === null && !table.labelled) return [];
  const value = table.stored.includes(money) ? identifier(money) : trusted('1');
  const own = fixed === null ? currencyLabel : literal(fixed);
  const rows = await engine.rows<{ label: string | null; n: number; total: number | null }>(
    sql`select label, count(*) as n, sum(value) as total from (select ${own} as label, ${value} as value from ${identifier(table.name)} where _reason = 0) as money
      where value <> 0 group by label order by n desc, label`,
  );
  const all = rows.flatMap(({ label, n, total }) => {
    const possible = label === null ? [] : possibleOf(table, label);
    return label === null || possible.length === 0 || n === 0 ? [] : [{ table, label, possible, rows: n, sum: total ?? 0 }];
  });
  return rates === null ? all : all.filter(({ possible }) => !possible.includes(rates.to));
}

/** A word of a currency column may be any; a unit, and letters beside digits, are only a currency where they are known as one: 万件 is none. */
export function possibleOf({ currency, fields }: TablePlan, label: string): readonly string[] {
  const known = currenciesOfMark(label);
  if (known.length > 0 || currency === undefined || currency.column === null) return known;
  const isUnit = fields.some(({ name, index }) => name === 'unit' && index === currency.column);
  return isUnit ? [] : currenciesInColumn(label);
}

/** Whether there is a currency that all of it can be in. */
function isOne(found: readonly Labelled[]): boolean {
  const [first, ...rest] = found;
  if (first === undefined) return true;
  return first.possible.some((code) => rest.every(({ possible }) => possible.includes(code)));
}

/** Sums by currency; a mark that several share ($) is counted with the one among them that is named. */
function byCurrency(found: readonly Labelled[]): string {
  const named = new Set(found.flatMap(({ possible }) => (possible.length === 1 ? possible : [])));
  const totals = new Map<string, { rows: number; sum: number }>();
  for (const { possible, rows, sum } of found) {
    const code = possible.find((candidate) => named.has(candidate)) ?? possible[0]!;
    const before = totals.get(code) ?? { rows: 0, sum: 0 };
    totals.set(code, { rows: before.rows + rows, sum: before.sum + sum });
  }
  return [...totals]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { rows, sum }]) => `${code} ${sumText(sum)} (${grouped(rows)})`)
    .join(', ');
}

function refusal(found: readonly Labelled[]): CrmEvalError {
  return new CrmEvalError('currencies-mixed', 'dataProblems', mixedText(found), { fix: ratesFix(found) });
}

function told(found: readonly Labelled[]): Trouble {
  return trouble('currencies-mixed', 'error', 1, mixedText(found), ratesFix(found));
}

function mixedText(found: readonly Labelled[]): Localized {
  const list = byCurrency(found);
  const files = [...new Set(found.map(({ table }) => table.table.file))].join(', ');
  return {
    en: `${files}: amounts are in several currencies and cannot be added; sums (rows): ${list}`,
    'zh-CN': `${files}：金额为多种币种，不能直接相加；合计（行数）：${list}`,
  };
}

/** The lines for the config, with what is to be filled in. */
function ratesFix(found: readonly Labelled[]): Localized {
  const codes = [...new Set(found.map(({ possible }) => possible[0]!))].toSorted();
  const [to = 'CNY'] = codes;
  const lines = `rates: {to: ${to}, ${codes
    .slice(1)
    .map((code) => `${code}: …`)
    .join(', ')}}`;
  return {
    en: `say what each is worth in the config, ${lines}, or by date in a file, --rates FILE; or give a column in one currency: --map orders.amount=HEADER; or files of one currency`,
    'zh-CN': `请在配置中给出汇率：${lines}，或用 --rates 文件 给出按日期的汇率；或改用同一币种的金额列：--map orders.amount=列名；或按币种拆分文件`,
  };
}

function differ(found: readonly Labelled[]): Trouble {
  const list = byCurrency(found);
  const rows = found.reduce((sum, labelledRows) => sum + labelledRows.rows, 0);
  return trouble(
    'currencies-differ',
    'warning',
    rows,
    {
      en: `rows of tables that are compared are in several currencies; sums (rows): ${list}`,
      'zh-CN': `行：相互比较的数据为多种币种；合计（行数）：${list}`,
    },
    ratesFix(found),
  );
}

function conversionNote(table: LoadedTable): Trouble[] {
  if (table.conversion === undefined) return [];
  const { to, used } = table.conversion;
  const counted = used.filter(({ rows }) => rows > 0);
  const rows = counted.reduce((sum, part) => sum + part.rows, 0);
  if (rows === 0) return [];
  const list = counted.map((part) => `${part.code} ${sumText(part.sum)} (${grouped(part.rows)}) × ${rateRange(part)}`).join(', ');
  const undated = counted.reduce((sum, part) => sum + part.undated, 0);
  const [en, zh] =
    undated === 0
      ? ['', '']
      : [`; ${undated} of them have no date and take the latest rate`, `；其中 ${undated} 行没有日期，按最新汇率换算`];
  return [
    trouble(
      'currency-converted',
      undated === 0 ? 'info' : 'warning',
      rows,
      {
        en: `rows of money were converted to ${to}; sums (rows) × rate: ${list}${en}`,
        'zh-CN': `行金额已换算为 ${to}；合计（行数）× 汇率：${list}${zh}`,
      },
      null,
      { table },
    ),
  ];
}

/** `7.1`, or of several `6.9–7.2 (2024-01-01 – 2024-07-01)`: the least and the greatest, and the days from which the first and the last hold. */
function rateRange({ rates }: ConvertedMoney): string {
  const values = rates.map(({ rate }) => rate);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const days = rates.flatMap(({ from }) => (from === null ? [] : [from]));
  const range = least === greatest ? String(least) : `${least}–${greatest}`;
  const [first] = days;
  if (first === undefined) return range;
  return `${range} (${days.length === 1 ? first : `${first} – ${days.at(-1)}`})`;
}
