import { z } from 'zod';
import { goesUpToReach, targetCheck } from '../metrics/target-check-parameter.ts';
import { split } from '../metrics/target-parameter.ts';
import { calendarSchema } from './calendar-schema.ts';
import { about, messages } from './messages.ts';
import { aboutOption } from './option-schema.ts';
import { splitOptions } from './target-options.ts';

const card = split.unwrap().shape;

const checkCard = targetCheck.unwrap().shape;

const percentiles = checkCard.percentiles.unwrap().shape;

const stretch = checkCard.stretch.unwrap().shape;

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
    least_periods: checkCard.least_periods.meta(
      about('Past growths that have to be known before percentiles are used.', '使用分位判断所需的最少过往增长期数。'),
    ),
    tolerance: checkCard.tolerance.meta(
      about('Share of a target by which the sum of its parts may differ.', '下级合计与上级目标允许的差异，占上级目标的比例。'),
    ),
  })
  .prefault({})
  .meta(about('targets check.', 'targets check 命令。'));

/** `targets:` */
export const targets = z
  .strictObject({
    calendar: calendarSchema.meta(
      about(
        'Days that are worked: time progress, what is needed a day and shares of months go by them.',
        '工作日历：时间进度、每日需完成与各月占比按工作日计算。',
      ),
    ),
    check,
    split: z
      .strictObject({
        metric: card.metric.meta(aboutOption(splitOptions.metric)),
        growth: card.growth.meta(aboutOption(splitOptions.growth)),
        season: card.season.meta(aboutOption(splitOptions.season)),
        season_years: card.season_years.meta(about('The most years that a season is learned from.', '学习季节性最多用几年历史。')),
        by: card.by.meta(aboutOption(splitOptions.by)),
        levels: card.levels.meta(about('Who gets targets beside the company.', '除公司外分解到哪些层级。', ['team', 'rep', 'product'])),
        each: card.each.meta(aboutOption(splitOptions.each)),
        round: card.round.meta(aboutOption(splitOptions.round)),
        floor: card.floor.meta(aboutOption(splitOptions.floor)),
        cap: card.cap.meta(aboutOption(splitOptions.cap)),
        limits: card.limits.meta(
          about(
            'Least and most of single reps, teams or customers (by id), in whole units.',
            '个别销售、团队或客户（写编号）的目标下限与上限。',
            [{ owner: '张三', least: 500_000, most: 900_000 }],
          ),
        ),
        stretch: card.stretch.meta(aboutOption(splitOptions.stretch)),
        challenge: card.challenge.meta(aboutOption(splitOptions.challenge)),
        left_months: card.left_months.meta(
          about(
            'Reps who are in no list of reps and sold nothing in so many months count as having left: they get no target.',
            '不在销售人员表中且多少个月内无成交者视为已离职，不分配目标。',
          ),
        ),
        goods: card.goods.meta(about('What goods are split by: category or product.', '按什么分解到产品：category 品类或 product 产品。')),
      })
      .prefault({})
      .meta(about('How targets split splits a number.', 'targets split 如何分解。')),
  })
  .prefault({})
  .meta(about('The targets commands.', 'targets 各命令。'));
