import type { ResultCell } from '../result/result.ts';
import { wilson } from '../stats/wilson.ts';
import type { Columns, Heading } from './columns.ts';

/** A share with its 95% interval. */
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

const ends = {
  low: { en: 'low', end: 'Lower end', 'zh-CN': '下限' },
  high: { en: 'high', end: 'Upper end', 'zh-CN': '上限' },
} as const;

/** An end of the interval of a rate, by its name: a table may have several. */
function boundOf({ title }: Pick<Heading, 'title'>, { en, end, 'zh-CN': zh }: (typeof ends)[keyof typeof ends]): Heading {
  return {
    title: { en: `${title.en}, ${en}`, 'zh-CN': `${title['zh-CN']}${zh}` },
    type: 'ratio',
    basis: {
      en: `${end} of the 95% interval of “${title.en}” (Wilson).`,
      'zh-CN': `${title['zh-CN']}的 95% 区间${zh}（Wilson）。`,
    },
  };
}

/** Three columns of a rate: value, lower and upper bound. The table has the whole in a column of its own, which the basis names. */
export function rateColumns<T>(id: string, heading: Pick<Heading, 'title' | 'basis'>, rate: (record: T) => Rate): Columns<T> {
  return {
    [id]: { ...heading, type: 'ratio', value: (record) => rate(record).value },
    [`${id}_low`]: { ...boundOf(heading, ends.low), value: (record) => rate(record).low },
    [`${id}_high`]: { ...boundOf(heading, ends.high), value: (record) => rate(record).high },
  };
}
