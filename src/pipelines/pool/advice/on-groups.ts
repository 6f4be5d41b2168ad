import type { Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { groupsText, oppositeOf, strongest } from '../differing-groups.ts';
import { differs, dimensionTitles, figureOf } from '../group-words.ts';
import type { Advice } from './advice.ts';

/** Dimensions that a manager chooses leads by: of reps the other sentence speaks, of months nobody chooses. */
const chosenBy: ReadonlySet<string> = new Set(['source', 'batch', 'pool', 'industry', 'region', 'size', 'product']);

/** The group of leads that most surely converts less than all others, else more, by more than chance, and the one of its dimension that differs the other way. */
export function adviceOnGroups(groups: readonly ResultRow[]): Advice | null {
  const chosen = groups.filter(({ dimension, value }) => chosenBy.has(String(dimension)) && value !== '');
  const differing = chosen.filter(differs);
  const first = strongest(differing.filter(isBelow)) ?? strongest(differing);
  if (first === undefined) return null;
  const opposite = oppositeOf(first, chosen);
  const named = [first, ...(opposite === undefined ? [] : [opposite])];
  const [said, title] = [groupsText(named), dimensionTitles[String(first['dimension'])]!];
  const below = named.find(isBelow);
  const todo: Localized | null =
    below === undefined
      ? null
      : {
          en: `To do: screen leads of ${below['value']} before they are handed out, or buy fewer.`,
          'zh-CN': `建议：${below['value']}的线索先筛选再分配，或减少投入。`,
        };
  return {
    topic: 'groups',
    found: { en: `${title.en} ${said.en}: more than chance`, 'zh-CN': `${title['zh-CN']}${said['zh-CN']}，超出随机波动` },
    todo,
    section: 'conversion',
    figure: first['measure'] === 'rate' ? 'rate' : 'incidence',
    value: figureOf(first),
    shows: 'ratio',
  };
}

function isBelow({ verdict }: ResultRow): boolean {
  return verdict === 'below';
}
