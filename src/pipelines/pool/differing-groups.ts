import type { Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { differs, figureOf, groupName } from './group-words.ts';
import { rateText } from './rate-text.ts';

/** Of groups that differ from the others, in the order of the section, the one that does most surely of the first dimension. */
export function strongest(differing: readonly ResultRow[]): ResultRow | undefined {
  const [first] = differing;
  return differing
    .filter(({ dimension }) => dimension === first?.['dimension'])
    .reduce((best, row) => ((numberOf(row['p_adjusted']) ?? 2) < (numberOf(best['p_adjusted']) ?? 2) ? row : best), first!);
}

/** Of the dimension of a group, the one that differs most surely the other way; of two groups each is all the others of the other. */
export function oppositeOf({ dimension, verdict }: ResultRow, rows: readonly ResultRow[]): ResultRow | undefined {
  const members = rows.filter((row) => row['dimension'] === dimension);
  return members.length > 2 ? strongest(members.filter((row) => differs(row) && row['verdict'] !== verdict)) : undefined;
}

/** By when a share has converted, in words: by an age, or so far where dates are missing. */
export function byWhen({ measure, age }: ResultRow): Localized {
  return measure === 'incidence' ? { en: ` by day ${age}`, 'zh-CN': ` ${age} 天内` } : { en: ' so far', 'zh-CN': '至今' };
}

/** `Search ads converts 4.7% by day 60, all others 11.9%; Website converts 15%, all others 8.4%`. */
export function groupsText(rows: readonly ResultRow[]): Localized {
  const said = rows.map((row, index): Localized => {
    const [own, others] = [figureOf(row) ?? 0, numberOf(row['others']) ?? 0].map(rateText);
    const name = groupName(row);
    const when = index === 0 ? byWhen(row) : { en: '', 'zh-CN': '' };
    return {
      en: `${name.en} converts ${own}${when.en}, all others ${others}`,
      'zh-CN': `“${name['zh-CN']}”${when['zh-CN']}转化 ${own}，其他 ${others}`,
    };
  });
  return { en: said.map(({ en }) => en).join('; '), 'zh-CN': said.map((each) => each['zh-CN']).join('；') };
}
