import { z } from 'zod';
import { pool as poolParameter } from '../metrics/parameters.ts';
import { about } from './messages.ts';

const card = poolParameter.unwrap().shape;

/** `pool:` */
export const pool = z
  .strictObject({
    service_hours: card.service_hours.meta(
      about('Working hours within which a lead is to be contacted after its assignment.', '线索分配后应在多少工作小时内首次跟进。'),
    ),
    holding_limit: card.holding_limit.meta(
      about(
        'Most open leads that a rep may hold, where the list of reps has no capacity (null: no limit).',
        '每位销售最多持有的未决线索数；销售人员表有上限时以表为准（null：不限）。',
      ),
    ),
    ages: card.ages.meta(about('Ages in days at which conversion is compared.', '按哪些天数对比转化率。')),
  })
  .prefault({})
  .meta(about('The pool command.', 'pool 命令。'));
