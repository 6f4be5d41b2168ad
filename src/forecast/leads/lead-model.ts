import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { onceARun } from '../once-a-run.ts';
import type { Read } from '../read.ts';
import { type JudgedColumn, judgeColumns, type SaidOfColumns } from './columns.ts';
import { areaOfAll, type EvaluatedModel, evaluateModels } from './evaluation.ts';
import { type LeadTraining, readTraining } from './training.ts';

/** What is known of what lifts conversion. */
export interface LeadModel {
  readonly training: LeadTraining;
  readonly columns: readonly JudgedColumn[];
  /** The better first; none where too few leads converted, or too few did not. */
  readonly models: readonly EvaluatedModel[];
  /** The one that scores leads: the better, unless it may rank them hardly better than chance does. */
  readonly best: EvaluatedModel | null;
  /** How well leads are ranked with the columns that are filled in after the fact; null where there are none, or no model. */
  readonly areaWithLate: AreaUnderCurve | null;
}

/** A model has to be above this area with the lower end of its interval: a ranking by lot has 0.5, and one that is hardly better is of no use. */
export const leastArea = 0.55;

/** A model takes so many leads that converted, and as many that did not. */
export const leastOfEach = 30;

/** The model of the leads in lead_training, by what is said of their columns; null where none converted, or all did. */
export const openLeadModel = onceARun(
  (said: SaidOfColumns) => JSON.stringify(said),
  async (read: Read, said: SaidOfColumns): Promise<LeadModel | null> => {
    const training = await readTraining(read, said.fields_only === true);
    if (training === null || training.conversions === 0 || training.conversions === training.leads) return null;
    const columns = judgeColumns(training, said);
    const used = columns.filter(({ afterTheFact }) => afterTheFact === null).map(({ attribute }) => attribute);
    const enough = Math.min(training.conversions, training.leads - training.conversions) >= leastOfEach;
    const models = enough && used.length > 0 ? evaluateModels(training, used) : [];
    // One that repeats the outcome would rank perfectly: that says nothing.
    const others = columns
      .filter(({ afterTheFact }) => afterTheFact !== 'repeats_outcome' && afterTheFact !== 'said')
      .map(({ attribute }) => attribute);
    const areaWithLate = models.length > 0 && others.length > used.length ? areaOfAll(training, others) : null;
    const best = models.find(({ area }) => area.interval.low > leastArea) ?? null;
    return { training, columns, models, best, areaWithLate };
  },
);
