import { z } from 'zod';
import { split } from '../metrics/target-parameter.ts';
import { calendarSchema } from './calendar-schema.ts';
import { about } from './messages.ts';
import { aboutOption } from './option-schema.ts';
import { splitOptions } from './target-options.ts';

const card = split.unwrap().shape;

/** `targets:` */
export const targets = z
  .strictObject({
    calendar: calendarSchema.meta(
      about(
        'Days that are worked: time progress, what is needed a day and shares of months go by them.',
        '工作日历：时间进度、每日需完成与各月占比按工作日计算。',
      ),
    ),
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
