import type { Localized } from '../lib/localized.ts';
import { metricById } from '../metrics/registry.ts';
import type { ResultCell } from '../result/result.ts';
import type { Columns, Heading } from './columns.ts';
import type { FactText } from './facts.ts';

/** A metric's column as it was declared. Throws a RangeError where the metric has none of that name. */
export function metricHeading(metric: string, column: string): Heading {
  const declared = metricById(metric).columns[column];
  if (declared === undefined) throw new RangeError(`the metric ${metric} has no column ${column}`);
  const { title, shows, unit, better, meaning } = declared;
  return {
    title,
    type: shows,
    ...(unit === undefined ? {} : { unit }),
    ...(better === undefined ? {} : { better }),
    basis: meaning,
    metric,
  };
}

/** Columns of a metric for a table whose records are its rows. */
export function metricColumns<T extends Readonly<Record<string, ResultCell>>>(metric: string, ...columns: readonly string[]): Columns<T> {
  return Object.fromEntries(
    columns.map((column) => [column, { ...metricHeading(metric, column), value: (record: T) => record[column] ?? null }]),
  );
}

/** A figure of a metric: title, unit and basis are the declared ones, with further sentences on this very figure where there are any. */
export function metricFact(
  metric: string,
  column: string,
  figure: Pick<FactText, 'value' | 'n' | 'low' | 'high'>,
  ...further: readonly Localized[]
): FactText {
  const { title, type, unit, basis } = metricHeading(metric, column);
  const sentences = [basis, ...further];
  const whole = { en: sentences.map(({ en }) => en).join(' '), 'zh-CN': sentences.map((each) => each['zh-CN']).join('') };
  return { id: column, title, type, ...(unit === undefined ? {} : { unit }), basis: whole, ...figure };
}

/** Figures of one row of a metric; all null without a row. */
export function metricFacts(metric: string, columns: readonly string[], row: Readonly<Record<string, ResultCell>> | undefined): FactText[] {
  return columns.map((column) => metricFact(metric, column, { value: row?.[column] ?? null }));
}
