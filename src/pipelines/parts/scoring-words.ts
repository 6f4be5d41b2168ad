import type { Lang, Localized } from '../../lib/localized.ts';
import { rfmClasses, segments } from '../../metrics/customers/parts/rfm-segments.ts';
import type { ResultCell } from '../../result/result.ts';

export interface TierWord {
  readonly name: string;
  readonly action: string;
  /** `maintain`, `develop` or `screen`; of an action of the config, its place: `action_2`. */
  readonly actionCode: string;
}

const three: readonly Localized[] = [
  { en: 'High', 'zh-CN': '高' },
  { en: 'Medium', 'zh-CN': '中' },
  { en: 'Low', 'zh-CN': '低' },
];

const keep = { code: 'maintain', en: 'Maintain: keep close, serve first, deepen', 'zh-CN': '维护：重点服务，保持沟通，深度合作' };
const grow = { code: 'develop', en: 'Develop: raise frequency and order size, cross-sell', 'zh-CN': '培育：提频提额，交叉销售' };
const screen = { code: 'screen', en: 'Screen: serve at low cost, win back or let go', 'zh-CN': '筛选：低成本服务，择优激活或放弃' };

/**
 * Name and action of each tier, best first: 高/中/低 for three tiers, letters for any other number; the first tier is maintained, the last
 * one screened, those between developed. Names and actions of the config replace them.
 */
export function tierWords(
  tiers: number,
  lang: Lang,
  names: readonly string[] | undefined,
  actions: readonly string[] | undefined,
): TierWord[] {
  return Array.from({ length: tiers }, (_, index) => {
    const name = tiers === three.length ? three[index]![lang] : String.fromCharCode(65 + index);
    const action = index === 0 ? keep : index === tiers - 1 ? screen : grow;
    const own = actions?.[index];
    return {
      name: names?.[index] ?? name,
      action: own ?? action[lang],
      actionCode: own === undefined ? action.code : `action_${index + 1}`,
    };
  });
}

/** The code of a tier by its number, `tier_1` the best, whatever it is called. */
export function tierCode(tier: ResultCell): ResultCell {
  return typeof tier === 'number' ? `tier_${tier}` : null;
}

export function segmentWords(lang: Lang): Map<string, string> {
  return new Map(Object.entries(segments).map(([id, title]) => [id, title[lang]]));
}

export function classWords(lang: Lang): Map<string, string> {
  return new Map(rfmClasses.map((rfmClass) => [rfmClass.id, rfmClass.title[lang]]));
}
