import type { Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { byWhen, groupsText, oppositeOf, strongest } from './differing-groups.ts';
import { differs, dimensionTitles, figureOf } from './group-words.ts';
import { rateText } from './rate-text.ts';

/** What the groups of leads say in one line: who differs, by how much; rows in the order of the section, all leads first. */
export function conversionTitle(rows: readonly ResultRow[]): Localized {
  const [all, ...groups] = rows;
  const figure = figureOf(all);
  if (all === undefined || figure === null) return { en: 'Conversion by group', 'zh-CN': '分组转化' };
  const ofAll = rateText(figure);
  const first = strongest(groups.filter(differs));
  const by = byWhen(all);
  const undated: Localized =
    all['measure'] === 'incidence' ? { en: '', 'zh-CN': '' } : { en: ' (dates are missing)', 'zh-CN': '（缺少日期）' };
  if (first === undefined) {
    return groups.some(({ p_adjusted: p = null }) => p !== null)
      ? {
          en: `No group of leads converts detectably more or less than the others: ${ofAll} of all${by.en}${undated.en}`,
          'zh-CN': `各组线索转化率没有可见差异：全部线索${by['zh-CN']}转化 ${ofAll}${undated['zh-CN']}`,
        }
      : { en: `${ofAll} of the leads convert${by.en}${undated.en}`, 'zh-CN': `全部线索${by['zh-CN']}转化 ${ofAll}${undated['zh-CN']}` };
  }
  const opposite = oppositeOf(first, groups);
  const said = groupsText([first, ...(opposite === undefined ? [] : [opposite])]);
  const title = dimensionTitles[String(first['dimension'])]!;
  return {
    en: `By ${title.en.toLowerCase()}: ${said.en}: more than chance${undated.en}`,
    'zh-CN': `按${title['zh-CN']}：${said['zh-CN']}，超出随机波动${undated['zh-CN']}`,
  };
}
