import { z } from 'zod';
import { openLeadModel } from '../../forecast/leads/lead-model.ts';
import { oddsOf } from '../../forecast/leads/weights.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';

export const leadOdds = defineMetric({
  id: 'lead_odds',
  question: both('How likely does a lead convert whose cells add up to so much?', '取值合计为某值的线索，转化概率是多少？'),
  grain: ['score'],
  columns: {
    score: column.count(
      both('Score', '分值'),
      both(
        'What the cells of a lead add to its log-odds (lead_weights), in hundredths, rounded down.',
        '线索各取值对对数几率的增量合计（lead_weights），以百分之一计，向下取整。',
      ),
    ),
    probability: column.ratio(
      both('Probability', '转化概率'),
      both('Calibrated on leads that were not learned from.', '按未参与学习的线索校准。'),
    ),
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_training'],
  source: 'Calibration: Platt (1999), and isotonic regression: Zadrozny & Elkan (2002), KDD, by the number of leads.',
  parameters: z.object({ pool }),
  compute: async ({ pool: { attributes } }, read) => {
    const best = (await openLeadModel(read, attributes))?.best ?? null;
    return best === null ? [] : oddsOf(best);
  },
});
