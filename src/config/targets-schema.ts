import { z } from 'zod';
import { goesUpToReach, targetCheck } from '../metrics/target-check-parameter.ts';
import { about, messages } from './messages.ts';

const card = targetCheck.unwrap().shape;

const percentiles = card.percentiles.unwrap().shape;

const stretch = card.stretch.unwrap().shape;

/** `targets.check:` */
const check = z
  .strictObject({
    percentiles: z
      .strictObject({
        easy: percentiles.easy.meta(
          about('Below this percentile of past growth a target is easy.', '所需增长低于过往增长的该分位时为偏易。'),
        ),
        ambitious: percentiles.ambitious.meta(about('Above this one it is ambitious.', '高于该分位时为有挑战。')),
        out_of_reach: percentiles.out_of_reach.meta(
          about(
            'Above this one it is out of reach, where it is also more than was ever reached and beyond stretch.out_of_reach.',
            '高于该分位、超过历史最高且超过 stretch.out_of_reach 时为过高。',
          ),
        ),
      })
      .refine(goesUpToReach, messages.targetLimits.en)
      .prefault({})
      .meta(
        about(
          'Limits of the growth that a target asks, as percentiles of the growth that its owner had over past periods of the same length.',
          '目标所需增长的界限：以同一对象、同长度过往期间的增长分位表示。',
        ),
      ),
    stretch: z
      .strictObject({
        easy: stretch.easy.meta(about('Below it a target is easy.', '低于该值时为偏易。')),
        ambitious: stretch.ambitious.meta(about('Above it a target is ambitious.', '高于该值时为有挑战。')),
        out_of_reach: stretch.out_of_reach.meta(
          about('Above it a target that is also more than was ever reached is out of reach.', '高于该值且超过历史最高时为过高。'),
        ),
      })
      .refine(goesUpToReach, messages.targetLimits.en)
      .prefault({})
      .meta(
        about(
          'Limits of the stretch index: target over what last year, or the recent run-rate, would give. Used alone where too few past periods are known.',
          '挑战系数（目标 ÷ 去年同期或近期日均折算）的界限；过往期间太少时单独使用。',
        ),
      ),
    least_periods: card.least_periods.meta(
      about('Past growths that have to be known before percentiles are used.', '使用分位判断所需的最少过往增长期数。'),
    ),
    tolerance: card.tolerance.meta(
      about('Share of a target by which the sum of its parts may differ.', '下级合计与上级目标允许的差异，占上级目标的比例。'),
    ),
  })
  .prefault({})
  .meta(about('targets check.', 'targets check 命令。'));

/** `targets:` */
export const targets = z.strictObject({ check }).prefault({}).meta(about('The targets commands.', 'targets 系列命令。'));
