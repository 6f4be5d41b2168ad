import type { Localized } from '../../src/lib/localized.ts';
import type { Random } from '../../src/lib/random.ts';
import { words } from './table.ts';
import { cities, companySizes, industries } from './words.ts';
import type { City, Industry } from './words.ts';

/** Who a lead or customer is, whatever becomes of it. */
export interface Company {
  readonly name: Localized;
  readonly city: City;
  readonly industry: Industry;
  readonly size: Localized;
}

const brands: readonly (readonly [string, string])[] = [
  ['华星', 'Huaxing'],
  ['恒泰', 'Hengtai'],
  ['瑞丰', 'Ruifeng'],
  ['嘉禾', 'Jiahe'],
  ['联创', 'Lianchuang'],
  ['中科', 'Zhongke'],
  ['盛达', 'Shengda'],
  ['宏远', 'Hongyuan'],
  ['鼎新', 'Dingxin'],
  ['博雅', 'Boya'],
  ['天成', 'Tiancheng'],
  ['金诺', 'Jinnuo'],
  ['凯悦', 'Kaiyue'],
  ['世纪', 'Shiji'],
  ['信达', 'Xinda'],
  ['永固', 'Yonggu'],
  ['科锐', 'Kerui'],
  ['安捷', 'Anjie'],
  ['明德', 'Mingde'],
  ['海川', 'Haichuan'],
  ['长风', 'Changfeng'],
  ['东岳', 'Dongyue'],
  ['启航', 'Qihang'],
  ['远望', 'Yuanwang'],
  ['汇通', 'Huitong'],
  ['正和', 'Zhenghe'],
  ['佳信', 'Jiaxin'],
  ['力诚', 'Licheng'],
  ['精锐', 'Jingrui'],
  ['新纪元', 'Xinjiyuan'],
];

/** Companies of made-up names; no two have the same name. */
export function companyNames(random: Random): () => Company {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const city = random.pick(cities);
      const industry = random.pick(industries);
      const noun = random.pick(industry.nouns);
      const [zh, en] = random.pick(brands);
      const name = words(`${city.name['zh-CN']}${zh}${noun['zh-CN']}有限公司`, `${city.name.en} ${en} ${noun.en} Co., Ltd.`);
      if (used.has(name.en)) continue;
      used.add(name.en);
      return { name, city, industry, size: random.weighted(companySizes, (size) => [30, 40, 22, 8][companySizes.indexOf(size)]!) };
    }
  };
}
