import type { Localized } from '../../lib/localized.ts';
import type { Verdict } from '../../metrics/comparison/parts/change-rows.ts';
import { beyondChanceWords } from '../../views/judgement.ts';

/** Whether a difference is more than chance, in the words of all commands; `beyondChanceWords` says which way it is good. */
export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  more_than_chance: beyondChanceWords(null),
  within_chance: { en: 'within chance', 'zh-CN': '未超出随机波动' },
  within_chance_adjusted: { en: 'within chance (adj.)', 'zh-CN': '校正后未超出随机波动' },
  cannot_tell: { en: 'cannot tell', 'zh-CN': '无法判断' },
  lengths_differ: { en: 'lengths differ', 'zh-CN': '时长不同，不可比' },
};
