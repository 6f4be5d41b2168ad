import { z } from 'zod';
import { repReview } from '../metrics/rep-parameter.ts';
import { about } from './messages.ts';

const card = repReview.unwrap().shape;

/** `reps:` */
export const reps = z
  .strictObject({
    weights: card.weights.meta(
      about(
        'What each measure counts in the ranking of reps; one that is not named does not count, one that no rep has is left out.',
        '各项指标在销售排名中的权重；未写出的不计，所有人都没有的指标自动略去。',
        { revenue: 50, net_retention: 30, win_rate: 20 },
      ),
    ),
    contact_days: card.contact_days.meta(
      about(
        'Days within which customers of the first, second … tier are to be contacted; the last holds for all tiers after.',
        '第一、二……层级客户应在多少天内联系一次；最后一个值适用于其后各层级。',
        [14, 30, 60, 90],
      ),
    ),
    bonus: card.bonus.meta(
      about(
        'Tiers of bonus by attainment of the target of revenue (1: the whole target); without them no tier is shown.',
        '按销售额目标达成率划分的奖金档（1 为全额达成）；未设置时不显示。',
        [
          { from: 0.9, tier: 'B' },
          { from: 1, tier: 'A' },
        ],
      ),
    ),
    most_actions: card.most_actions.meta(
      about(
        'How many actions a rep is given, those of the largest expected value; the others are counted. Tasks of action plans come on top.',
        '每位销售最多列出的行动数，按预期金额取前若干项，其余只计数；行动计划中的任务另列。',
        8,
      ),
    ),
  })
  .prefault({})
  .meta(about('The reps command.', 'reps 命令。'));
