import type { Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { differs, dimensionTitles, figureOf, groupName } from './group-words.ts';
import { rateText } from './rate-text.ts';

/** What the groups of leads say in one line: who differs, by how much; rows in the order of the section, all leads first. */
export function conversionTitle(rows: readonly ResultRow[]): Localized {
  const [all, ...groups] = rows;
  const figure = figureOf(all);
  if (all === undefined || figure === null) return { en: 'Conversion by group', 'zh-CN': '分组转化' };
  const ofAll = rateText(figure);
  const first = strongest(groups.filter(differs));
  const { by, undated } = byWords(all);
  if (first === undefined) {
    return groups.some(({ p_adjusted: p = null }) => p !== null)
      ? {
          en: `No group of leads converts detectably more or less than the others: ${ofAll} of all${by.en}${undated.en}`,
          'zh-CN': `各组线索转化率没有可见差异：全部线索${by['zh-CN']}转化 ${ofAll}${undated['zh-CN']}`,
        }
      : { en: `${ofAll} of the leads convert${by.en}${undated.en}`, 'zh-CN': `全部线索${by['zh-CN']}转化 ${ofAll}${undated['zh-CN']}` };
  }
  const { dimension, verdict } = first;
  const members = groups.filter((row) => row['dimension'] === dimension);
  // Of two groups each is all the others of the other.
  const opposite = members.length > 2 ? strongest(members.filter((row) => differs(row) && row['verdict'] !== verdict)) : undefined;
  const said = [first, ...(opposite === undefined ? [] : [opposite])].map((row, index) => against(row, index === 0 ? by : null));
  const title = dimensionTitles[String(dimension)]!;
  return {
    en: `By ${title.en.toLowerCase()}: ${said.map(({ en }) => en).join('; ')}: more than chance${undated.en}`,
    'zh-CN': `按${title['zh-CN']}：${said.map((each) => each['zh-CN']).join('；')}，超出随机波动${undated['zh-CN']}`,
  };
}

/** The group that differs most surely of the first dimension among these. */
function strongest(groups: readonly ResultRow[]): ResultRow | undefined {
  const [first] = groups;
  return groups
    .filter(({ dimension }) => dimension === first?.['dimension'])
    .reduce((best, row) => ((numberOf(row['p_adjusted']) ?? 2) < (numberOf(best['p_adjusted']) ?? 2) ? row : best), first!);
}

function byWords({ measure, age }: ResultRow): { readonly by: Localized; readonly undated: Localized } {
  return measure === 'incidence'
    ? { by: { en: ` by day ${age}`, 'zh-CN': ` ${age} 天内` }, undated: { en: '', 'zh-CN': '' } }
    : { by: { en: ' so far', 'zh-CN': '至今' }, undated: { en: ' (dates are missing)', 'zh-CN': '（缺少日期）' } };
}

/** A group and the others, with what is measured where it has not been said yet. */
function against(row: ResultRow, by: Localized | null): Localized {
  const [own, others] = [figureOf(row) ?? 0, numberOf(row['others']) ?? 0].map(rateText);
  const name = groupName(row);
  return {
    en: `${name.en} converts ${own}${by?.en ?? ''}, all others ${others}`,
    'zh-CN': `“${name['zh-CN']}”${by?.['zh-CN'] ?? ''}转化 ${own}，其他 ${others}`,
  };
}
