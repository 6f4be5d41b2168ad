import type { Localized } from '../../../lib/localized.ts';
import { both } from '../../columns.ts';

export interface Movement {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
}

/** What became of the customers of either period; `absent` ones, who ordered in neither, are not among them. */
export const movements: readonly Movement[] = [
  { id: 'kept', title: both('Kept', '留存'), meaning: both('bought in both periods', '两期均购买') },
  {
    id: 'gained',
    title: both('Gained', '新增'),
    meaning: both('bought in the later period, not in the earlier one nor before it', '本期购买，对比期及更早均未购买'),
  },
  {
    id: 'returned',
    title: both('Won back', '回流'),
    meaning: both(
      'bought before the earlier period, not in it, and again in the later one',
      '对比期之前购买过，对比期未购买，本期再次购买',
    ),
  },
  {
    id: 'lost',
    title: both('No order this period', '本期未购'),
    meaning: both(
      'bought in the earlier period and not in the later one: between two orders, unless silent for longer than is usual for them',
      '对比期购买，本期未购买；未超过通常购买间隔的只是处于两单之间',
    ),
  },
  {
    id: 'returns_only',
    title: both('Returns only', '仅退货'),
    meaning: both('took goods back and bought nothing in either period', '两期均未购买，只有退货'),
  },
];

/** Who ordered in neither period. */
export const absent = { id: 'absent', title: both('In neither', '两期均无订单') } as const;
