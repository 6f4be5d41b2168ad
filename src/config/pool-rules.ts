import { both, type Localized } from '../lib/localized.ts';
import { nearest } from '../lib/nearest.ts';
import { type PoolRule, poolRules } from '../metrics/choices.ts';
import { mostDays } from '../metrics/parameter-defaults.ts';

/** Rules and their values; those that are not named are not asked for. */
export type PoolRuleValues = Readonly<Partial<Record<PoolRule, number>>>;

/** The largest value of each rule: days, leads. */
const most: Readonly<Record<PoolRule, number>> = {
  recycle_days: mostDays,
  holding_limit: 1_000_000,
  daily_quota: 1_000_000,
  claim_ban_days: mostDays,
};

/** Of `recycle_days=15,holding_limit=80`; null where that is none, or a rule is named twice. */
export function readPoolRules(text: string): PoolRuleValues | null {
  const values = new Map<string, number>();
  for (const part of partsOf(text)) {
    const [, name = '', digits = ''] = /^([a-z_]+) *= *(\d{1,7})$/.exec(part) ?? [];
    const rule = poolRules.find((each) => each === name);
    const value = Number(digits);
    if (rule === undefined || values.has(rule) || value < 1 || value > most[rule]) return null;
    values.set(rule, value);
  }
  return Object.fromEntries(values);
}

/** The rule that was meant by the first name that is none, where one is near. */
export function meantRule(text: string): Localized | null {
  const names = partsOf(text).map((part) => part.split('=')[0]!.trim());
  const wrong = names.find((name) => !poolRules.some((rule) => rule === name));
  const meant = wrong === undefined ? null : nearest(wrong, poolRules);
  return meant === null ? null : both(`${meant} in place of ${wrong}`, `${meant}，而不是 ${wrong}`);
}

function partsOf(text: string): string[] {
  return text.split(/[,，]/u).map((part) => part.trim());
}
