import { z } from 'zod';
import { calendar } from './calendar-parameter.ts';
import { splitBases, splitGoods, splitLevels, splitMeasures, splitSeasons, splitUnits } from './choices.ts';
import { mostSplitYears, targetSplit } from './parameter-defaults.ts';
import { isoDate, window } from './window-parameter.ts';

const factor = z.number().min(0).max(100).nullable().default(null);

const raise = z.number().min(1).max(100).nullable().default(null);

const amount = z.number().min(0).max(1e13).optional();

/** What one owner has at least and at most, in whole units of the metric. */
const limit = z
  .strictObject({ owner: z.string().min(1), least: amount, most: amount })
  .refine(({ least, most }) => (least ?? 0) <= (most ?? Infinity), 'the least is no more than the most');

/**
 * How a number is split. `value` (null: that of the company in the targets file, else the last twelve months and `growth`, null for that of the
 * files) for `period` (null: the next calendar year), to months by `season`, learned from up to `season_years` years, to `levels` by the weights
 * of `by`, in steps of `round` (null: by size). `floor` and `cap` are times what the owner's share of the last twelve months would give, `limits`
 * are absolute. `stretch` and `challenge` are times the target. Reps without a sale in `left_months` months who are in no list have left.
 */
export const split = z
  .object({
    value: z.number().gt(0).max(1e13).nullable().default(null),
    period: z.object({ from: isoDate, to: isoDate }).nullable().default(null),
    metric: z.enum(splitMeasures).default(targetSplit.metric),
    growth: z.number().gt(-1).max(10).nullable().default(null),
    season: z.enum(splitSeasons).default(targetSplit.season),
    season_years: z.int().min(1).max(mostSplitYears).default(targetSplit.season_years),
    by: z
      .union([
        z.enum(splitBases),
        z
          .partialRecord(z.enum(splitBases), z.number().min(0).max(1_000_000))
          .refine((value) => Object.values(value).some((weight) => weight > 0), 'at least one basis has a weight above 0'),
      ])
      .default(targetSplit.by),
    levels: z
      .array(z.enum(splitLevels))
      .min(1)
      .default([...targetSplit.levels]),
    each: z.enum(splitUnits).default(targetSplit.each),
    round: z.number().gt(0).max(1e9).nullable().default(null),
    floor: factor,
    cap: factor,
    limits: z.array(limit).default([]),
    stretch: raise,
    challenge: raise,
    left_months: z.int().min(1).max(60).default(targetSplit.left_months),
    goods: z.enum(splitGoods).default(targetSplit.goods),
  })
  .prefault({});

/** `calendar` tells which days are worked. */
export const targets = z.object({ calendar, split }).prefault({});

export type TargetSplit = z.output<typeof split>;

/** The targets under review are those of this period; null: of the shortest ones that the as-of date lies in, else of the last that are over. */
export const targetPeriod = window.nullable().default(null);
