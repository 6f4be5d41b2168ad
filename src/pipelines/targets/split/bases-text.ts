import type { Localized } from '../../../lib/localized.ts';
import { basesOf } from '../../../metrics/targets/parts/bases.ts';
import type { TargetSplit } from '../../../metrics/target-parameter.ts';
import { percentText } from '../../../views/number-words.ts';
import { basisWords } from './words.ts';

/** `the last twelve months (70%) and capacity (30%)`. */
export function basesText(split: Pick<TargetSplit, 'by'>): Localized {
  const bases = [...basesOf(split)];
  const text = (lang: 'en' | 'zh-CN'): string[] =>
    bases.map(([basis, weight]) => {
      const word = basisWords[basis][lang];
      if (bases.length === 1) return word;
      return lang === 'en' ? `${word} (${percentText(weight)})` : `${word}（${percentText(weight)}）`;
    });
  return { en: text('en').join(' and '), 'zh-CN': text('zh-CN').join('与') };
}
