import { both } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from, worded } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import type { CrossSellInput } from './input.ts';
import { listWords } from './words.ts';

/** What offers made on past days would have come to, the latest day first. */
export function backtestSection(input: CrossSellInput): Promise<TableSection> {
  return list(input, {
    id: 'backtest',
    place: 'detail',
    title: both('Offers of past days against what was then bought', '过去的推荐与之后的实际购买'),
    of: 'offer_tests',
    order: [...descending('offer_tests', 'origin'), ...ascending('offer_tests', 'list_id')],
    columns: [
      ...from('offer_tests', 'origin'),
      ...worded(from('offer_tests', 'list_id'), listWords(input.lang)),
      ...from('offer_tests', 'customers', 'offers', 'hits', 'hit_rate'),
    ],
    glance: { first: ['origin', 'list_id', 'offers', 'hits', 'hit_rate'] },
  });
}
