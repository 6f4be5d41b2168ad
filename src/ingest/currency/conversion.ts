import { grouped } from '../../lib/grouped.ts';
import { addTo } from '../../lib/groups.ts';
import { CrmEvalError } from '../../errors.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Rate, Rates } from '../../model/rates.ts';
import type { Conversion, ConvertedMoney } from '../table-plan.ts';

/** Money of a table under one label on one day. */
export interface DayMoney {
  readonly label: string | null;
  /** Null where the rows have no date, and where no rate asks for one. */
  readonly day: IsoDate | null;
  /** Used rows with money, and their sum as it stands in the table. */
  readonly rows: number;
  readonly sum: number;
}

/** What the amounts of each label are multiplied by; a row without a currency is in the currency that is converted to. */
export function conversionOf(
  file: string,
  money: readonly DayMoney[],
  possible: (label: string) => readonly string[],
  rates: Rates,
): Conversion {
  const factors = new Map<string, readonly Rate[]>();
  const missing = new Set<string>();
  const used = new Map<string, DayMoney[]>();
  for (const part of money) {
    const codes = part.label === null ? [] : possible(part.label);
    if (part.label === null || codes.length === 0) continue;
    const code = codes.find((candidate) => candidate === rates.to) ?? codes.find((candidate) => rates.worth.has(candidate));
    if (code === undefined) missing.add(codes[0]!);
    else factors.set(part.label, rates.worth.get(code)!);
    if (code !== undefined && code !== rates.to) addTo(used, code, part);
  }
  if (missing.size > 0) throw rateMissing([...missing], rates);
  const parts = [...used].toSorted(([one], [other]) => (one < other ? -1 : 1));
  refuseEarly(file, parts, rates);
  return { to: rates.to, factors, used: parts.map(([code, days]) => convertedMoney(code, days, rates.worth.get(code)!)) };
}

/** Whether any of the rates holds from a day on, so that rows are asked for their day. */
export function isDated({ worth }: Rates): boolean {
  return [...worth.values()].flat().some(({ from }) => from !== null);
}

function convertedMoney(code: string, days: readonly DayMoney[], rates: readonly Rate[]): ConvertedMoney {
  const own = days.filter(({ rows }) => rows > 0);
  const held = new Set(own.map(({ day }) => (day === null ? rates.at(-1)! : rates.findLast(({ from }) => from === null || from <= day)!)));
  const dated = rates.some(({ from }) => from !== null);
  return {
    code,
    rows: total(own.map(({ rows }) => rows)),
    sum: total(own.map(({ sum }) => sum)),
    rates: rates.filter((rate) => held.has(rate)),
    undated: dated ? total(own.filter(({ day }) => day === null).map(({ rows }) => rows)) : 0,
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Money of a day on which its currency has no rate yet is not guessed. */
function refuseEarly(file: string, parts: readonly (readonly [string, readonly DayMoney[]])[], { to, worth }: Rates): void {
  const early = parts.flatMap(([code, days]) => {
    const first = worth.get(code)![0]!.from;
    const before = days.filter(({ day, rows }) => first !== null && day !== null && day < first && rows > 0);
    if (first === null || before.length === 0) return [];
    const from = before.reduce((least, { day }) => (day! < least ? day! : least), first);
    return [{ code, first, from, rows: total(before.map(({ rows }) => rows)), sum: total(before.map(({ sum }) => sum)) }];
  });
  const [one] = early;
  if (one === undefined) return;
  const list = (rateWord: string): string =>
    early.map(({ code, first, rows, sum }) => `${code} ${sumText(sum)} (${grouped(rows)}), ${rateWord} ${first}`).join('; ');
  throw new CrmEvalError(
    'rate-missing',
    'usage',
    {
      en: `${file}: amounts lie before the first rate to ${to}; sums (rows): ${list('first rate of')}`,
      'zh-CN': `${file}：部分金额的日期早于首个折合 ${to} 的汇率；合计（行数）：${list('首个汇率日期')}`,
    },
    {
      fix: {
        en: `add a rate of ${one.code} from ${one.from} on, or one without a date for what lies before`,
        'zh-CN': `请补充 ${one.code} 自 ${one.from} 起的汇率，或给出一个不带日期的汇率用于更早的金额`,
      },
    },
  );
}

/** A sum as messages have it. */
export function sumText(sum: number): string {
  return grouped(Number(sum.toFixed(4)));
}

function rateMissing(codes: readonly string[], { to }: Rates): CrmEvalError {
  const list = codes.toSorted().join(', ');
  return new CrmEvalError(
    'rate-missing',
    'usage',
    {
      en: `amounts are in ${list}, for which no rate to ${to} is given`,
      'zh-CN': `部分金额的币种为 ${list}，没有换算为 ${to} 的汇率`,
    },
    {
      fix: {
        en: `add what one ${codes[0]} is worth in ${to}: to the rates file, or in the config rates: {to: ${to}, ${codes[0]}: …}`,
        'zh-CN': `请补充 1 ${codes[0]} 折合多少 ${to}：写入汇率文件，或在配置中写 rates: {to: ${to}, ${codes[0]}: …}`,
      },
    },
  );
}
