import { z } from 'zod';
import { churn as churnParameter, value as lifetimeValue } from '../metrics/parameters.ts';
import { churnModels } from '../metrics/churn/models.ts';
import { about } from './about.ts';

const days = z.int().min(1).max(3660);

const horizon = lifetimeValue.unwrap().shape;

/** `value:` */
export const valueSettings = z
  .strictObject({
    horizon_months: horizon.horizon_months.meta(
      about('How far ahead it looks, in months of 30.4375 days.', '预测月数，每月按 30.4375 天计。'),
    ),
    discount: horizon.discount.meta(
      about('Discount a year; a month counts (1 + discount)^(1/12).', '年折现率，按月折算为 (1 + 年折现率)^(1/12)。'),
    ),
    margin: horizon.margin.meta(
      about(
        'Share of revenue that is profit (null: that of the files; without profit in them values are revenue).',
        '利润占销售额的比例（null：由文件中的利润得出；没有利润时按销售额计）。',
      ),
    ),
    lifetime_years: horizon.lifetime_years.meta(
      about(
        'Years of a customer life in the textbook formula (null: mean of first to last order of those who came back).',
        '教科书公式中的客户寿命，单位年（null：复购客户首单至末单的平均时长）。',
      ),
    ),
    model: horizon.model.meta(
      about(
        'Model of purchases; auto: the one that came nearest to what was bought in a hold-out.',
        '购买模型；auto 表示采用回测中最接近实际的模型。',
      ),
    ),
  })
  .prefault({})
  .meta(about('Lifetime value: --clv of score and explain.', '客户生命周期价值：score 与 explain 的 --clv。'));

const churnCard = churnParameter.unwrap().shape;

/** `churn:` */
export const churn = z
  .strictObject({
    horizon_days: days
      .optional()
      .meta(about('How many days ahead purchases are looked for (90 where it is not given).', '预测窗口天数（未设置时为 90）。', 90)),
    model: z
      .enum(churnModels)
      .optional()
      .meta(
        about(
          'What tells who will stop; auto: the best in the back-test (where it is not given, too).',
          '流失判断方法；auto 表示采用回测最优者（未设置时亦然）。',
          'auto',
        ),
      ),
    definition: churnCard.definition.meta(
      about(
        'When a customer counts as lost, beside those marked so (cycles: silent for more than 3 of its own cycles and more than 180 days, whatever the horizon).',
        '客户在什么情况下视为流失（被标记为流失的除外；默认 cycles：沉默超过自身周期的 3 倍且超过 180 天，与预测窗口无关）。',
        { rule: 'days', days: 180 },
      ),
    ),
    min_age_days: churnCard.min_age_days.meta(
      about(
        'Customers whose first purchase is more recent are too new to be scored (30 where it is not given).',
        '首购距今不足该天数的客户历史不足，不评估（未设置时为 30）。',
      ),
    ),
    at_risk: churnCard.at_risk.meta(
      about(
        'Probability of no purchase from which a customer that is late for its own cycle is at risk (0.5); three cycles late, that of watch is enough.',
        '不再购买的概率达到该值、且已超过自身购买周期的客户列入高风险（0.5）；超过三个周期者达到 watch 即列入。',
      ),
    ),
    watch: churnCard.watch.meta(
      about('Probability from which a customer is watched (0.3).', '不再购买的概率达到该值的客户列入关注（0.3）。'),
    ),
    care_days: z
      .array(days)
      .min(1)
      .default([30, 60, 90])
      .meta(
        about(
          'Days within which the customers of each tier are to be contacted, best tier first; the last holds for all further ones.',
          '各层级客户的联系间隔标准（天），从高到低；最后一个适用于其余层级。',
        ),
      ),
  })
  .prefault({})
  .meta(about('The churn and backtest commands.', 'churn 与 backtest 命令。'));
