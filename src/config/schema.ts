import { z } from 'zod';
import { languages } from '../lib/localized.ts';
import { isIsoDate } from '../lib/dates.ts';
import { parsePeriod } from '../lib/periods.ts';
import { rfm, rfmHigh, scorecard, tiers } from '../metrics/parameters.ts';
import type { Entity } from '../model/define.ts';
import { entities } from '../model/entities.ts';
import type { SchemaNode } from './unknown-keys.ts';

const text = z.string().min(1);

function sourceOf(entity: Entity) {
  const fields = Object.entries(entity.fields);
  const column = ([id, field]: (typeof fields)[number]) => [id, text.optional().describe(field.meaning.en)] as const;
  const reading = z.record(text, z.union([text, z.array(text)])).optional();
  return z
    .strictObject({
      files: z.array(text).optional().describe('Files read when the command names none, relative to the config; * and ? match any names.'),
      columns: z.strictObject(Object.fromEntries(fields.map(column))).optional().describe('Field → header of its column, where the header does not tell.'),
      values: z
        .strictObject(Object.fromEntries(fields.map(([id]) => [id, reading])))
        .optional()
        .describe('How values are read: {ordered_at: {order: day-first}}, {amount: {decimal: comma}}, {status: {completed: [已归档]}}.'),
    })
    .describe(entity.grain.en);
}

const sources = z
  .strictObject(Object.fromEntries(entities.map((entity) => [entity.id, sourceOf(entity).optional()])))
  .describe('Where each table comes from and which columns hold its fields.');

const score = z
  .strictObject({
    weights: scorecard.unwrap().shape.weights.describe('A preset, or the weight of each factor; a factor that is not named has none.'),
    industries: scorecard.unwrap().shape.industries.describe('Weights for the customers of one industry, in place of the ones above.'),
    bands: scorecard.unwrap().shape.bands.describe('Points of a factor by bands of its value, in place of its percentile.'),
    tiers: tiers.describe('How customers are put into tiers: by cumulative revenue, by quantile of the score, or by thresholds of it.'),
    tier_names: z.array(text).min(2).optional().describe('Names of the tiers, best first; one more than there are cuts.').meta({ examples: [['A', 'B', 'C']] }),
    tier_actions: z.array(text).min(2).optional().describe('What to do with the customers of each tier, best first.'),
    rfm: rfm.describe('How recency, frequency and monetary value become scores from 1 to 5.'),
    rfm_high: rfmHigh.describe('What counts as high for the eight classes.'),
  })
  .prefault({})
  .describe('The score command.');

const output = z
  .strictObject({
    limit: z.int().min(1).optional().describe('Rows of each section; all in machine formats and 20 in a table when it is not given.'),
  })
  .prefault({})
  .describe('How results are printed.');

/** Every key of crm-eval.config.yaml; what is not named here is an error. */
export const configSchema = z
  .strictObject({
    lang: z.enum(languages).optional().describe('Language of titles and messages; that of the locale when it is not given.'),
    timezone: text.optional().describe('IANA zone into which instants with an offset are turned; they stand as written when it is not given.').meta({ examples: ['Asia/Shanghai'] }),
    as_of: z
      .string()
      .refine((text) => text === 'today' || isIsoDate(text), 'a date as 2026-10-31, or today')
      .optional()
      .describe('The day that counts as today; the latest date in the files when it is not given.')
      .meta({ examples: ['2026-10-31', 'today'] }),
    period: z
      .string()
      .refine((text) => parsePeriod(text) !== null, 'a period as 2026, 2026-Q3, 2026-10, 2026-01..2026-03 or last-month')
      .optional()
      .describe('The time under review.')
      .meta({ examples: ['2026-Q3', 'last-month'] }),
    sources: sources.optional(),
    score,
    max_errors: z.int().min(0).optional().describe('Exit with 1 when more errors than this were found; no limit when it is not given, 0 in check.'),
    output,
  })
  .describe('Settings of crm-eval; options of the command line go before them.');

export type Config = z.output<typeof configSchema>;

/** For editors and for `crm-eval schema config`; objects refuse keys they do not name. */
export function configJsonSchema(): SchemaNode & Readonly<Record<string, unknown>> {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.additionalProperties ??= false;
    },
  }) as SchemaNode & Record<string, unknown>;
}
