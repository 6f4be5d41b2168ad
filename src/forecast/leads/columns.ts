import { type AreaUnderCurve, areaUnderCurve } from '../../stats/area-under-curve.ts';
import { chiSquareUpperTail } from '../../stats/chi-square.ts';
import { holm } from '../../stats/multiple-tests.ts';
import { isLateName } from './late-names.ts';
import type { LeadAttribute, Level } from './levels.ts';
import { fieldMark, type LeadTraining } from './training.ts';

/** Why a column is taken for one that is filled in after the fact, the strongest evidence first; `said`: the user says so. */
export type AfterTheFact = 'said' | 'repeats_outcome' | 'too_good' | 'blank_by_outcome' | 'late_name';

/** What the user knows of columns, by their headers: known when a lead comes in, or not to be used. */
export interface SaidOfColumns {
  readonly use: readonly string[];
  readonly leave_out: readonly string[];
  /** Columns that are no field are not looked at. */
  readonly fields_only?: boolean;
}

export interface JudgedColumn {
  readonly attribute: LeadAttribute;
  /** Of the column alone, on leads that it has not learned from. */
  readonly area: AreaUnderCurve;
  /** That values and blanks do not depend on the outcome; null where there are too few leads to ask. */
  readonly p: number | null;
  /** For all columns (Holm). */
  readonly pAdjusted: number | null;
  /** Shares of blanks among the leads that converted, and among the others. */
  readonly blankConverted: number;
  readonly blankOthers: number;
  readonly afterTheFact: AfterTheFact | null;
}

/** Columns alone do not rank leads so well unless they know how it ended; the lower end of the interval has to bear it out. */
const tooGood = { area: 0.85, low: 0.8 };
/** Of the smaller class, the leads that a column which repeats the outcome has wrong. */
const mostWrong = 0.05;
/** Filled for so few of one outcome and so many of the other. */
const filled = { most: 0.05, least: 0.25 };
const beyondChance = 0.01;

/** Each attribute by itself, those that tell most first. There are leads that converted and others. */
export function judgeColumns(training: LeadTraining, said: SaidOfColumns): readonly JudgedColumn[] {
  const areas = training.attributes.map((attribute) => areaAlone(training, attribute));
  const tests = training.attributes.map(({ levels }) => independence(levels));
  const adjusted = holm(tests);
  return training.attributes
    .map((attribute, index): JudgedColumn => {
      const blank = attribute.levels.find(({ kind }) => kind === 'blank');
      const column = {
        attribute,
        area: areas[index]!,
        p: tests[index]!,
        pAdjusted: adjusted[index]!,
        blankConverted: (blank?.converted ?? 0) / training.conversions,
        blankOthers: ((blank?.leads ?? 0) - (blank?.converted ?? 0)) / (training.leads - training.conversions),
      };
      return { ...column, afterTheFact: afterTheFact(training, column, said) };
    })
    .toSorted((one, other) => other.area.area - one.area.area || (one.attribute.id < other.attribute.id ? -1 : 1));
}

/** Whether a header, or the field of a lead (`source`, `leads.source`), is among the names, whatever their capitals. */
export function isNamed(attribute: string, names: readonly string[]): boolean {
  const own = attribute.trim().toLowerCase();
  return names.some((name) => [name, fieldMark + name].some((written) => written.trim().toLowerCase() === own));
}

/** What the user says goes before what the leads show. */
function afterTheFact(training: LeadTraining, column: Omit<JudgedColumn, 'afterTheFact'>, said: SaidOfColumns): AfterTheFact | null {
  const { attribute, area, pAdjusted, blankConverted, blankOthers } = column;
  if (isNamed(attribute.id, said.leave_out)) return 'said';
  if (isNamed(attribute.id, said.use)) return null;
  if (pAdjusted === null || pAdjusted >= beyondChance) return null;
  const smaller = Math.min(training.conversions, training.leads - training.conversions);
  const wrong = attribute.levels.reduce((sum, { leads, converted }) => sum + Math.min(converted, leads - converted), 0);
  if (wrong <= mostWrong * smaller) return 'repeats_outcome';
  if (area.area >= tooGood.area && area.interval.low >= tooGood.low) return 'too_good';
  const [fewer, more] = [1 - Math.max(blankConverted, blankOthers), 1 - Math.min(blankConverted, blankOthers)];
  if (fewer <= filled.most && more >= filled.least) return 'blank_by_outcome';
  return isLateName(attribute.id) ? 'late_name' : null;
}

export const folds = 5;

/** Which fold a lead is in: leads, which come in a mixed order, are dealt out one by one. */
export function foldOf(lead: number): number {
  return lead % folds;
}

/**
 * Each lead is scored by the place of its level among all, by how the leads of the other folds converted, drawn towards all by one lead: places
 * are alike in every fold where rates are not, which would turn round a column that tells nothing.
 */
function areaAlone({ converted, leads, conversions }: LeadTraining, { levels, levelOf }: LeadAttribute): AreaUnderCurve {
  const groups = levels.length * folds;
  const [cases, events] = [new Float64Array(groups), new Float64Array(groups)];
  for (let lead = 0; lead < leads; lead += 1) {
    const group = foldOf(lead) * levels.length + levelOf[lead]!;
    cases[group]! += 1;
    events[group]! += converted[lead]!;
  }
  const all = conversions / leads;
  const scores = Array.from({ length: folds }, (_, fold) => {
    const rates = levels.map((level, place) => {
      const group = fold * levels.length + place;
      return (level.converted - events[group]! + all) / (level.leads - cases[group]! + 1);
    });
    return rates.map((rate) => rates.filter((other) => other < rate).length);
  }).flat();
  const outcomes = Float64Array.from(cases, (n, group) => (n === 0 ? 0 : events[group]! / n));
  return areaUnderCurve({ scores, outcomes, weights: cases })!;
}

/** A cell of the table expects so many leads at least, else its level is taken together with others (Cochran 1954). */
const leastExpected = 5;

type Counts = Pick<Level, 'leads' | 'converted'>;

/** p of Pearson's chi-square of levels by outcome, above 0; null where there are too few leads of either. */
export function independence(levels: readonly Counts[]): number | null {
  const total = sumOf(levels);
  const rarer = Math.min(total.converted, total.leads - total.converted) / total.leads;
  const large = levels.filter((level) => level.leads * rarer >= leastExpected);
  const rest = sumOf(levels.filter((level) => level.leads * rarer < leastExpected));
  const rows = rest.leads * rarer >= leastExpected ? [...large, rest] : large;
  if (rows.length < 2) return null;
  const { leads, converted } = sumOf(rows);
  const rate = converted / leads;
  const statistic = rows.reduce((sum, row) => sum + (row.converted - row.leads * rate) ** 2 / (row.leads * rate * (1 - rate)), 0);
  // What no double is small enough for is still no certainty.
  return Math.max(Number.MIN_VALUE, chiSquareUpperTail(statistic, rows.length - 1));
}

function sumOf(levels: readonly Counts[]): Counts {
  return levels.reduce((sum, level) => ({ leads: sum.leads + level.leads, converted: sum.converted + level.converted }), {
    leads: 0,
    converted: 0,
  });
}

const mayTell = 0.05;

/** The attributes that the outcome may depend on, by the leads that are `used`; all, where that is none. The others would only add noise. */
export function tellingAttributes(
  { converted }: LeadTraining,
  attributes: readonly LeadAttribute[],
  used: Uint8Array,
): readonly LeadAttribute[] {
  const telling = attributes.filter(({ levels, levelOf }) => {
    const counts = levels.map(() => ({ leads: 0, converted: 0 }));
    for (let lead = 0; lead < used.length; lead += 1) {
      if (used[lead] === 0) continue;
      const level = counts[levelOf[lead]!]!;
      level.leads += 1;
      level.converted += converted[lead]!;
    }
    return (independence(counts) ?? 1) < mayTell;
  });
  return telling.length === 0 ? attributes : telling;
}
