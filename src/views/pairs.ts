import type { Localized } from '../lib/localized.ts';
import type { Heading } from './columns.ts';
import { type ListColumn, type MetricColumn, own } from './list-columns.ts';

/** The two ends of a comparison. */
export interface Ends<T> {
  readonly before: T;
  readonly after: T;
}

/** Columns of what is known at both ends: as it was, as it is, and, of figures, what it changed by. */
export interface Pair extends Ends<ListColumn> {
  /** After less before; empty where either is. */
  readonly change: ListColumn;
}

export interface PairHeading extends Pick<Heading, 'title' | 'type' | 'unit'> {
  /** When it was so, and is so. */
  readonly basis: Ends<Localized>;
}

/** `<id>_before`, `<id>_after` and `<id>_difference`, from the column that holds the value at each end. */
export function pair(id: string, { title: { en, 'zh-CN': zh }, basis, ...kind }: PairHeading, read: Ends<MetricColumn>): Pair {
  const lower = en.toLowerCase();
  const change: Heading = {
    ...kind,
    title: { en: `Change of ${lower}`, 'zh-CN': `${zh}变化` },
    basis: { en: `${en} after less ${lower} before.`, 'zh-CN': `现${zh} − 原${zh}。` },
  };
  return {
    before: own(`${id}_before`, { ...kind, title: { en: `${en} before`, 'zh-CN': `原${zh}` }, basis: basis.before }, [read.before], null),
    after: own(`${id}_after`, { ...kind, title: { en: `${en} after`, 'zh-CN': `现${zh}` }, basis: basis.after }, [read.after], null),
    change: own(`${id}_difference`, change, [read.before, read.after], (before = null, after = null) =>
      typeof before === 'number' && typeof after === 'number' ? after - before : null,
    ),
  };
}
