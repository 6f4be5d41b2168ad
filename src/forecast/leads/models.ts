import { fitNaiveBayes } from '../../stats/naive-bayes.ts';
import { fitSparseLogistic, type SparseRows } from '../../stats/sparse-logistic.ts';
import { type LeadAttribute, leastLeads } from './levels.ts';
import type { LeadTraining } from './training.ts';

/** What one attribute adds to the log-odds of a lead: a figure of its level, and so much for each unit of its number. */
export interface Term {
  readonly attribute: LeadAttribute;
  readonly byLevel: readonly number[];
  readonly slope: number;
  /** Numbers beyond these are taken for them, so that a slip does not decide. */
  readonly low: number;
  readonly high: number;
}

/** Log-odds of converting: the intercept and what the attributes of a lead add to it. */
export interface AdditiveModel {
  readonly intercept: number;
  readonly terms: readonly Term[];
}

export function logOddsOfLead({ intercept, terms }: AdditiveModel, lead: number): number {
  return terms.reduce((sum, term) => sum + addedBy(term, lead), intercept);
}

export function addedBy({ attribute: { levelOf, numbers }, byLevel, slope, low, high }: Term, lead: number): number {
  const number = numbers?.[lead] ?? Number.NaN;
  return byLevel[levelOf[lead]!]! + (slope === 0 || Number.isNaN(number) ? 0 : slope * Math.min(high, Math.max(low, number)));
}

/**
 * Naive Bayes from the leads that are `used`; to have no value is a value as any other, where so many leads have none. Null where all or none
 * of them converted.
 */
export function bayesModel({ converted }: LeadTraining, attributes: readonly LeadAttribute[], used: Uint8Array): AdditiveModel | null {
  const count = (levelOf: Uint8Array | null, level: number) => {
    let [won, lost] = [0, 0];
    for (let lead = 0; lead < used.length; lead += 1) {
      if (used[lead] === 0 || (levelOf !== null && levelOf[lead] !== level)) continue;
      if (converted[lead] === 1) won += 1;
      else lost += 1;
    }
    return { won, lost };
  };
  const counts = attributes.flatMap(({ id, levels, levelOf }) =>
    levels.flatMap(({ leads }, level) => (leads < leastLeads ? [] : [{ field: id, value: String(level), ...count(levelOf, level) }])),
  );
  const all = count(null, 0);
  const model = fitNaiveBayes(all, counts);
  if (model === null) return null;
  const terms = attributes.map((attribute): Term => {
    const lifts = model.lifts.get(attribute.id);
    const byLevel = attribute.levels.map((_, level) => Math.log(lifts?.get(String(level))?.factor ?? 1));
    return { attribute, byLevel, slope: 0, low: 0, high: 0 };
  });
  return { intercept: Math.log(all.won / all.lost), terms };
}

/** Numbers are taken between these of their quantiles. */
const usual = { low: 0.01, high: 0.99 };
const mostFeatures = 200;

/** Attributes as features: a 1 for the level of a lead, unless it is the most frequent or a rare one, and the number of a column of numbers. */
export interface LeadFeatures {
  readonly rows: SparseRows;
  readonly terms: readonly Omit<Term, 'byLevel' | 'slope'>[];
  /** The feature of each level of each attribute; null where it has none. */
  readonly levelFeatures: readonly (readonly (number | null)[])[];
  readonly numberFeatures: readonly (number | null)[];
}

/** Beyond the most features the levels of the fewest leads have none. */
export function featuresOf(leads: number, attributes: readonly LeadAttribute[]): LeadFeatures {
  const numberFeatures = attributes.map(({ numbers }, index) =>
    numbers === null ? null : attributes.slice(0, index).filter((other) => other.numbers !== null).length,
  );
  let width = numberFeatures.filter((feature) => feature !== null).length;
  const sized = attributes.flatMap(({ levels }, index) => {
    const largest = Math.max(...levels.map((level) => level.leads));
    const reference = levels.findIndex((level) => level.leads === largest);
    return levels.flatMap(({ leads: size }, level) => (level !== reference && size >= leastLeads ? [{ index, level, size }] : []));
  });
  const kept = sized
    .toSorted((one, other) => other.size - one.size || one.index - other.index || one.level - other.level)
    .slice(0, Math.max(0, mostFeatures - width));
  const levelFeatures = attributes.map(({ levels }): (number | null)[] => levels.map(() => null));
  for (const { index, level } of kept) {
    levelFeatures[index]![level] = width;
    width += 1;
  }
  const terms = attributes.map((attribute) => ({ attribute, ...usualRange(attribute) }));
  const [starts, features, values]: [number[], number[], number[]] = [[0], [], []];
  for (let lead = 0; lead < leads; lead += 1) {
    for (const [index, { levelOf, numbers }] of attributes.entries()) {
      const number = numbers?.[lead] ?? Number.NaN;
      if (numberFeatures[index] !== null && !Number.isNaN(number)) {
        features.push(numberFeatures[index]!);
        values.push(Math.min(terms[index]!.high, Math.max(terms[index]!.low, number)));
      }
      const feature = levelFeatures[index]![levelOf[lead]!] ?? null;
      if (feature === null) continue;
      features.push(feature);
      values.push(1);
    }
    starts.push(features.length);
  }
  const rows = { starts: Uint32Array.from(starts), features: Uint16Array.from(features), values: Float64Array.from(values), width };
  return { rows, terms, levelFeatures, numberFeatures };
}

function usualRange({ numbers }: LeadAttribute): { readonly low: number; readonly high: number } {
  const known = numbers?.filter((number) => !Number.isNaN(number)).toSorted() ?? new Float64Array();
  const at = (share: number): number => known[Math.floor(share * (known.length - 1))] ?? 0;
  return { low: at(usual.low), high: at(usual.high) };
}

/** A ridge logistic regression from the leads that are `used`. Null where all or none of them converted. */
export function logisticModel(
  { converted }: LeadTraining,
  features: LeadFeatures,
  used: Uint8Array,
  penalty: number,
): AdditiveModel | null {
  const fit = fitSparseLogistic(features.rows, converted, used, penalty);
  if (fit === null) return null;
  const coefficient = (feature: number | null): number => (feature === null ? 0 : fit.coefficients[feature]!);
  const terms = features.terms.map((term, index): Term => ({
    ...term,
    byLevel: features.levelFeatures[index]!.map(coefficient),
    slope: coefficient(features.numberFeatures[index]!),
  }));
  return { intercept: fit.intercept, terms };
}
