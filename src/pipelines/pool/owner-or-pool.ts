import { both } from '../../lib/localized.ts';
import { type ListColumn, own, reads } from '../../views/list-columns.ts';

/** Where an open lead is. */
export const ownerOrPool: ListColumn = own(
  'holder',
  {
    title: both('Owner or pool', '负责人或公海'),
    type: 'text',
    basis: both('The rep who has it, else the pool that it lies in.', '持有线索的销售；没有时为所在公海。'),
  },
  reads('lead_course', 'owner', 'pool'),
  (owner = null, pool = null) => owner ?? pool,
);
