import type { Lang, Localized } from '../../lib/localized.ts';
import { type CustomerState, customerStates } from '../../metrics/choices.ts';
import { rfmClasses, segments } from '../../metrics/customers/parts/rfm-segments.ts';
import type { ResultCell } from '../../result/result.ts';
import { actions, states } from './action-words.ts';

export interface TierWord {
  readonly name: string;
  /** What to do with a customer of the tier in a state. */
  readonly actions: Readonly<Record<CustomerState, ActionWord>>;
}

interface ActionWord {
  readonly text: string;
  /** `maintain`, `develop` or `screen`, with the state that is not steady: `maintain_overdue`; of an action of the config, its place: `action_2`. */
  readonly code: string;
  /** Whether somebody calls or visits the customer; `other`: a message or a campaign does; null of an action of the config. */
  readonly way: 'call' | 'other' | null;
}

/** What the config says in place of the usual words; each list has one text a tier, best first. */
interface OwnTierWords {
  readonly tier_names?: readonly string[] | undefined;
  readonly tier_actions?: readonly string[] | undefined;
  readonly state_actions?: Partial<Readonly<Record<CustomerState, readonly string[] | undefined>>> | undefined;
}

const three: readonly Localized[] = [
  { en: 'High', 'zh-CN': '高' },
  { en: 'Medium', 'zh-CN': '中' },
  { en: 'Low', 'zh-CN': '低' },
];

/**
 * Name and actions of each tier, best first: 高/中/低 for three tiers, letters for any other number; the first tier is maintained, the last
 * one screened, those between developed. Names and actions of the config replace them.
 */
export function tierWords(tiers: number, lang: Lang, own: OwnTierWords = {}): TierWord[] {
  return Array.from({ length: tiers }, (_, index) => {
    const name = tiers === three.length ? three[index]![lang] : String.fromCharCode(65 + index);
    const aim = index === 0 ? 'maintain' : index === tiers - 1 ? 'screen' : 'develop';
    const wordOf = (state: CustomerState): ActionWord => {
      const text = own.state_actions?.[state]?.[index] ?? (state === 'steady' ? own.tier_actions?.[index] : undefined);
      const suffix = state === 'steady' ? '' : `_${state}`;
      return text === undefined
        ? {
            text: actions[aim][state][lang],
            code: `${aim}${suffix}`,
            way: aim === 'screen' || state === 'once_or_twice' ? 'other' : 'call',
          }
        : { text, code: `action_${index + 1}${suffix}`, way: null };
    };
    return {
      name: own.tier_names?.[index] ?? name,
      actions: Object.fromEntries(customerStates.map((state) => [state, wordOf(state)])) as Record<CustomerState, ActionWord>,
    };
  });
}

/** The action for a customer of a tier in a state, by the cells of their columns; one whose state is not known is steady, one without a tier has none. */
export function actionOf(tiers: readonly TierWord[], tier: ResultCell = null, state: ResultCell = null): ActionWord | null {
  const word = typeof tier === 'number' ? tiers[tier - 1] : undefined;
  return word?.actions[(state ?? 'steady') as CustomerState] ?? null;
}

export function stateWords(lang: Lang): Map<string, string> {
  return new Map(Object.entries(states).map(([id, title]) => [id, title[lang]]));
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
