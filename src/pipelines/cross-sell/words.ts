import { both, type Lang } from '../../lib/localized.ts';

const lists = {
  rules: both('by the rules', '按规则'),
  best_sellers: both('best sellers it lacked', '未购买过的热销品项'),
  any: both('any items it lacked', '未购买过的任意品项'),
} as const;

export function listWords(lang: Lang): ReadonlyMap<string, string> {
  return new Map(Object.entries(lists).map(([id, text]) => [id, text[lang]]));
}

/** By which list offers are made. */
export const followedWords = {
  rules: both('the rules', '规则'),
  best_sellers: both('best sellers that each customer lacks', '客户未购买过的热销品项'),
  untested: both('the rules, untested', '规则（未经检验）'),
} as const;
