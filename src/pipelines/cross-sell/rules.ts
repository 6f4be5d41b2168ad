import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { Glance, TableSection } from '../../result/result.ts';
import { from } from '../../views/list-columns.ts';
import { ascending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import type { CrossSellInput } from './input.ts';

export const ruleColumns = [
  'left_items',
  'right_item',
  'confidence',
  'lift',
  'both_count',
  'left_count',
  'right_count',
  'support',
  'leverage',
  'conviction',
  'p',
  'significant',
  'redundant',
  'left_size',
  'zhang',
  'jaccard',
  'certainty',
  'kulczynski',
  'cosine',
  'right_id',
] as const;

export const ruleGlance: Partial<Glance> = { first: ['left_items', 'right_item', 'confidence', 'lift', 'both_count'] };

export function ruleTitles(allRules: boolean): Localized {
  return allRules
    ? both('Bought together: all rules, those that hold first', '一起购买：全部规则（成立者在前）')
    : both('Bought together, beyond chance', '一起购买（已排除偶然）');
}

/** Rules that chance does not explain and that say more than shorter ones; all of them where that is asked for. */
export function rulesSection(input: CrossSellInput): Promise<TableSection> {
  return list(input, {
    id: 'rules',
    place: 'detail',
    title: ruleTitles(input.allRules),
    of: 'basket_rules',
    ...(input.allRules ? {} : { where: sql`basket_rules.significant = 1 and basket_rules.redundant = 0` }),
    order: ascending('basket_rules', 'rule_order'),
    columns: from('basket_rules', ...ruleColumns),
    glance: ruleGlance,
  });
}
