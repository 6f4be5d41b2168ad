import type { Lang, Localized } from '../lib/localized.ts';
import { metricById } from '../metrics/registry.ts';
import type { ResultCell, ResultColumn, ValueType } from '../result/result.ts';
import { wilson } from '../stats/wilson.ts';

/** What a reader is told of a column or a fact: nothing is shown without what it rests on. */
export interface Heading {
  readonly title: Localized;
  readonly type: ValueType;
  readonly unit?: string;
  /** What the figure is computed from, or where a text comes from. */
  readonly basis: Localized;
  /** The metric it is a column of. */
  readonly metric?: string;
}

/** A column of a table whose rows are records of the program. */
export interface Column<T> extends Heading {
  /** Id of a column that says for each row which of the types its value has. */
  readonly typeFrom?: string;
  readonly value: (record: T) => ResultCell | Localized;
}

/** By the id of each, in the order of the table. */
export type Columns<T> = Readonly<Record<string, Column<T>>>;

/** A value in the language of the run. */
export function inLanguage(value: ResultCell | Localized, lang: Lang): ResultCell {
  return typeof value === 'object' && value !== null ? value[lang] : value;
}

export function resultColumn(id: string, heading: Heading & { readonly typeFrom?: string }, lang: Lang): ResultColumn {
  const { title, type, unit, basis, metric, typeFrom } = heading;
  return {
    id,
    title: title[lang],
    type,
    ...(typeFrom === undefined ? {} : { type_from: typeFrom }),
    unit: unit ?? null,
    basis: basis[lang],
    ...(metric === undefined ? {} : { metric }),
  };
}

/** A metric's column as it was declared. Throws a RangeError where the metric has none of that name. */
export function headingOf(metric: string, column: string): Heading {
  const declared = metricById(metric).columns[column];
  if (declared === undefined) throw new RangeError(`the metric ${metric} has no column ${column}`);
  const { title, shows, unit, meaning } = declared;
  return { title, type: shows, ...(unit === undefined ? {} : { unit }), basis: meaning, metric };
}

/** Columns of a metric for a table whose records are its rows. */
export function columnsOf<T extends Readonly<Record<string, ResultCell>>>(metric: string, ...columns: readonly string[]): Columns<T> {
  return Object.fromEntries(
    columns.map((column) => [column, { ...headingOf(metric, column), value: (record: T) => record[column] ?? null }]),
  );
}

/** A share with its 95 % interval. */
export interface Rate {
  /** The whole; null where it is not known. */
  readonly n: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The share of a part in a whole with Wilson's interval; all null where either is not known, and but for n where there is nothing to share. */
export function rateOf(part: ResultCell | undefined, whole: ResultCell | undefined): Rate {
  if (typeof part !== 'number' || typeof whole !== 'number') return { n: null, value: null, low: null, high: null };
  const interval = wilson(part, whole);
  return { n: whole, value: whole === 0 ? null : part / whole, low: interval?.low ?? null, high: interval?.high ?? null };
}

const bounds = {
  low: {
    title: { en: 'low', 'zh-CN': '下限' },
    basis: { en: 'Lower end of its 95 % interval (Wilson).', 'zh-CN': '95% 区间下限（Wilson）。' },
  },
  high: {
    title: { en: 'high', 'zh-CN': '上限' },
    basis: { en: 'Upper end of its 95 % interval (Wilson).', 'zh-CN': '95% 区间上限（Wilson）。' },
  },
} as const;

/** Three columns of a rate: value, lower and upper bound. The table has the whole in a column of its own, which the basis names. */
export function rateColumns<T>(id: string, heading: Pick<Heading, 'title' | 'basis'>, rate: (record: T) => Rate): Columns<T> {
  return {
    [id]: { ...heading, type: 'ratio', value: (record) => rate(record).value },
    [`${id}_low`]: { ...bounds.low, type: 'ratio', value: (record) => rate(record).low },
    [`${id}_high`]: { ...bounds.high, type: 'ratio', value: (record) => rate(record).high },
  };
}
