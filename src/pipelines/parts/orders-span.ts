import { sql } from '../../engine/sql.ts';
import { everybody } from '../../engine/with-whole.ts';
import { addDays, daysBetween, type IsoDate, type Period } from '../../lib/dates.ts';
import { spanOf } from '../../lib/periods.ts';
import { type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { ViewContext } from '../../views/context.ts';

/** From when to when the files have orders. */
export interface OrdersSpan {
  /** Day of the first order. */
  readonly firstOn: IsoDate;
  /** Day of the last order up to the as-of date. */
  readonly lastOn: IsoDate;
  /** The longest time from one day with orders to the next; 0 of a single day. */
  readonly longestGap: number;
}

/** Null where no order has a date. */
export async function ordersSpan(engine: ViewContext['engine']): Promise<OrdersSpan | null> {
  const [span] = await everybody(engine)<Readonly<Record<'first' | 'last', IsoDate | null> & Record<'gap', number | null>>>(sql`
    select min(day) as first, max(day) as last, max(gap) as gap from (
      select day, day - lag(day) over (order by day) as gap from (
        select cast(ordered_at as date) as day from orders where ordered_at is not null group by cast(ordered_at as date)) as days
    ) as gaps`);
  if (span === undefined || span.first === null || span.last === null) return null;
  return { firstOn: span.first, lastOn: span.last, longestGap: span.gap ?? 0 };
}

/** A warning where the orders end a tenth of the first such window before it does, unless the files have been as long without an order before. */
export function earlyEnd({ lastOn, longestGap }: OrdersSpan, ...windows: readonly Period[]): Note[] {
  const early = windows.find((window) => {
    const missing = daysBetween(lastOn, addDays(window.to, -1));
    return missing > Math.max(longestGap, Math.floor(daysBetween(window.from, window.to) / 10));
  });
  return early === undefined ? [] : [noteOf(endNotes, 'period-ends-early', { window: early, lastOn })];
}

const endNotes = {
  'period-ends-early': {
    level: 'warning',
    text: ({ window, lastOn }: { readonly window: Period; readonly lastOn: IsoDate }) => ({
      message: {
        en: `the orders end on ${lastOn}, before the end of ${spanOf(window)}: its figures lack the days after`,
        'zh-CN': `订单到 ${lastOn} 为止，早于 ${spanOf(window)} 的终点：其后没有数据，该时期的数字因此偏低`,
      },
      fix: { en: 'add newer orders, or choose an earlier period or --as-of', 'zh-CN': '请加上更新的订单，或选择更早的时期或 --as-of' },
    }),
  },
} as const satisfies NoteKinds;
