import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, sql, trusted } from '../engine/sql.ts';
import { CrmEvalError } from '../errors.ts';
import { type IsoDate, isPlausibleDate } from '../lib/dates.ts';
import type { Localized } from '../lib/localized.ts';
import { currenciesInColumn, currenciesOf } from '../model/currencies.ts';
import { exchangeRates } from '../model/exchange-rates.ts';
import { matchHeaders } from '../model/match-headers.ts';
import { normaliseHeader } from '../model/names.ts';
import { currencyCode, inOrder, type Rate, type Rates, ratesTo } from '../model/rates.ts';
import { openSource, reopenCarefully } from '../source/open.ts';
import type { OpenOptions, RawTable } from '../source/raw-table.ts';
import { castingMacros } from './casting/macros.ts';
import { loadTable } from './load-table.ts';
import { splitMappings } from './overrides.ts';
import { planTable } from './plan-table.ts';
import { rawColumn } from './raw-records.ts';
import type { LoadedTable } from './table-plan.ts';

export interface RatesFileSettings {
  /** One that nothing else is loaded into. */
  readonly engine: DuckDbEngine;
  readonly open: OpenOptions;
  /** The company currency, where it is known without the file. */
  readonly to: string | null;
}

/** One record: a currency, what it is worth, and from when. */
interface FileRate extends Rate {
  readonly code: string;
  readonly to: string | null;
  readonly line: number;
}

/** The rates of a file: all its sheets with a column of currencies and one of rates. Throws `rates-invalid` where one cannot be read. */
export async function ratesFromFile(path: string, { engine, open, to }: RatesFileSettings): Promise<Rates> {
  engine.define(castingMacros);
  const headers = Object.entries(exchangeRates.fields).map(
    ([name, { aliases }]) => [name, new Set([name, ...aliases].map(normaliseHeader))] as const,
  );
  const isKnown = (header: string, field?: string): boolean =>
    headers.some(([name, known]) => (field === undefined || name === field) && known.has(normaliseHeader(header)));
  const tables = await openSource(path, {
    ...open,
    recognise: (cells) => cells.filter((cell) => isKnown(cell)).length,
    kindOf: (header) => (isKnown(header, 'date') ? 'date' : null),
  });
  const fitting = tables.filter(({ hidden, columns }) => !hidden && isFitting(columns));
  if (fitting.length === 0) {
    const columns = (separator: string): string => tables[0]!.columns.filter((name) => name !== '').join(separator);
    throw invalid(path, {
      en: `no column of currencies and one of rates (currency, rate, date); the columns are ${columns(', ')}`,
      'zh-CN': `缺少币种列或汇率列（币种、汇率、日期）；现有的列：${columns('、')}`,
    });
  }
  const found: FileRate[] = [];
  for (const [index, table] of fitting.entries()) found.push(...(await ratesOfTable(table, `rates_${index}`, path, engine)));
  const company = companyCurrency(path, found, fitting, to);
  return ratesTo(company, byCode(path, found));
}

function isFitting(columns: readonly string[]): boolean {
  const { matches } = matchHeaders(exchangeRates, columns, []);
  return matches.has('currency') && matches.has('rate');
}

/** What speaks of days in a header. */
const dayWord = /[日月年期]|date|day|month|period|year|time|from|since/i;

async function ratesOfTable(raw: RawTable, name: string, path: string, engine: DuckDbEngine): Promise<FileRate[]> {
  const { matches } = matchHeaders(exchangeRates, raw.columns, []);
  const unknown = raw.columns.find((header, at) => dayWord.test(header) && [...matches.values()].every(({ index }) => index !== at));
  if (unknown !== undefined && !matches.has('date')) {
    throw invalid(path, {
      en: `"${unknown}" may say from when the rates hold; call it date or month`,
      'zh-CN': `“${unknown}”列可能是汇率的适用日期，请将列名改为 日期 或 月份`,
    });
  }
  const table = await reopenCarefully(raw);
  const mappings = splitMappings([]);
  const loaded = await loadTable(planTable(name, table, exchangeRates, mappings), {
    engine,
    zone: null,
    asOf: null,
    overrides: mappings,
    fields: 'all',
  });
  const unsure = loaded.fields.find(({ reading }) => !reading.dateOrderSure);
  if (unsure !== undefined) {
    throw invalid(path, {
      en: `the dates of "${unsure.header}" may have the day or the month first; write them as 2024-07-15`,
      'zh-CN': `“${unsure.header}”中的日期无法判断是日在前还是月在前，请写成 2024-07-15`,
    });
  }
  const of = (field: string) => (loaded.stored.includes(field) ? sql`cast(lines.${identifier(field)} as varchar)` : trusted('null'));
  const rows = await engine.rows<{
    record: number;
    currency: string | null;
    rate: number | null;
    date: string | null;
    said: string | null;
    company: string | null;
  }>(
    sql`select lines.rowid as record, ${of('currency')} as currency, cast(${of('rate')} as double) as rate, ${of('date')} as date, ${saidDate(loaded)} as said, ${of('to')} as company
      from ${identifier(name)} as lines inner join ${loaded.records} as raw on raw._record = lines.rowid order by 1`,
  );
  const lines = await table.linesOf(rows.map(({ record }) => record));
  return rows.flatMap(({ currency, rate, date, said, company }, index): FileRate[] => {
    const line = lines[index]!;
    if (currency === null && rate === null) return [];
    const [code] = currency === null ? [] : currenciesInColumn(currency);
    if (code === undefined) throw unreadable(path, line, { en: `no currency: ${currency ?? ''}`, 'zh-CN': `不是币种：${currency ?? ''}` });
    if (rate === null || rate <= 0)
      throw unreadable(path, line, { en: `no rate above 0 for ${code}`, 'zh-CN': `${code} 没有大于 0 的汇率` });
    const from = said === null ? null : (date ?? monthOf(said));
    if (said !== null && from === null)
      throw unreadable(path, line, { en: `not a date or month: ${said}`, 'zh-CN': `不是日期或月份：${said}` });
    return [{ code, rate, from, to: company === null ? null : currencyCode(company), line }];
  });
}

function saidDate({ fields }: LoadedTable) {
  const date = fields.find(({ name }) => name === 'date');
  return date === undefined ? trusted('null') : sql`nullif(trim(raw.${rawColumn(date.index)}), '')`;
}

/** `2024-07`, `2024/7`, `2024年7月`, `202407`: its first day. */
function monthOf(text: string): IsoDate | null {
  const parts = /^(\d{4})(?:\s*[-/年]\s*(\d{1,2})\s*月?|(\d{2}))$/.exec(text.normalize('NFKC').trim());
  if (parts === null) return null;
  const day = `${parts[1]}-${(parts[2] ?? parts[3]!).padStart(2, '0')}-01`;
  return isPlausibleDate(day) ? day : null;
}

/** What the rates are to: as a column or the header of the rates says, else the one currency that is worth 1. */
function companyCurrency(path: string, rates: readonly FileRate[], tables: readonly RawTable[], told: string | null): string {
  const named = rates.flatMap(({ to }) => (to === null ? [] : [to]));
  const headed = tables.flatMap(({ columns }) => {
    const at = matchHeaders(exchangeRates, columns, []).matches.get('rate')!.index;
    const word = /(?:\b(?:to|in)[\s_]+|[对兑折(（])?([a-z]{3}|\p{Script=Han}{2,4}?)(?:汇率|[)）])?$/iu.exec(
      columns[at]!.trim().replace(/^[对兑折]/u, ''),
    )?.[1];
    return word === undefined ? [] : currenciesOf(word).slice(0, 1);
  });
  const ones = [...new Set(rates.filter(({ rate }) => rate === 1).map(({ code }) => code))].filter((code) =>
    rates.every((other) => other.code !== code || other.rate === 1),
  );
  const said = new Set([...(told === null ? [] : [told]), ...named, ...headed]);
  const [company] = said.size > 0 ? said : ones;
  if (said.size > 1 || (said.size === 0 && ones.length !== 1) || company === undefined) {
    throw invalid(path, {
      en: `it is not said what the rates are to${said.size > 1 ? `: ${[...said].join(', ')}` : ''}; add a line of the company currency with the rate 1, or rates: {to: …} to the config`,
      'zh-CN': `未说明汇率折合成哪个币种${said.size > 1 ? `：${[...said].join('、')}` : ''}；请加一行本位币、汇率为 1，或在配置中写 rates: {to: …}`,
    });
  }
  return company;
}

function byCode(path: string, rates: readonly FileRate[]): Map<string, readonly Rate[]> {
  const grouped = new Map<string, FileRate[]>();
  for (const rate of rates) {
    const own = grouped.get(rate.code) ?? [];
    const same = own.find(({ from }) => from === rate.from);
    if (same !== undefined && same.rate !== rate.rate) {
      const when = rate.from ?? '';
      throw unreadable(path, rate.line, {
        en: `${rate.code} ${when} has another rate in line ${same.line}`,
        'zh-CN': `${rate.code} ${when} 与第 ${same.line} 行的汇率不同`,
      });
    }
    if (same === undefined) grouped.set(rate.code, [...own, rate]);
  }
  return new Map([...grouped].map(([code, own]) => [code, inOrder(own.map(({ from, rate }) => ({ from, rate })))]));
}

function unreadable(path: string, line: number, text: Localized): CrmEvalError {
  return invalid(path, { en: `line ${line}: ${text.en}`, 'zh-CN': `第 ${line} 行：${text['zh-CN']}` });
}

function invalid(path: string, text: Localized): CrmEvalError {
  return new CrmEvalError(
    'rates-invalid',
    'usage',
    { en: `the rates of ${path}: ${text.en}`, 'zh-CN': `汇率文件 ${path}：${text['zh-CN']}` },
    {
      fix: {
        en: 'give a CSV or workbook with the columns currency, rate (what one unit is worth in the company currency) and, if rates change, date',
        'zh-CN': '请提供含有 币种、汇率（1 单位折合多少本位币）以及 日期（汇率随时间变化时）的 CSV 或工作簿',
      },
    },
  );
}
