import { z } from 'zod';
import { churn as churnParameter, value as lifetimeValue } from '../metrics/parameters.ts';
import { mostDays } from '../metrics/parameter-defaults.ts';
import { about } from './messages.ts';
import { aboutOption, optionKey } from './option-schema.ts';
import { forecastOptions, lifetimeValueOptions } from './options.ts';

const days = z.int().min(1).max(mostDays);

const horizon = lifetimeValue.unwrap().shape;

/** `value:` */
export const valueSettings = z
  .strictObject({
    horizon_months: horizon.horizon_months.meta(aboutOption(lifetimeValueOptions.months)),
    discount: horizon.discount.meta(
      aboutOption(lifetimeValueOptions.discount, {
        en: 'a month counts (1 + discount)^(1/12)',
        'zh-CN': '按月折算为 (1 + 年折现率)^(1/12)',
      }),
    ),
    margin: horizon.margin.meta(aboutOption(lifetimeValueOptions.margin)),
    lifetime_years: horizon.lifetime_years.meta(
      about(
        'Years of a customer life in the textbook formula (null: mean of first to last order of those who came back).',
        '教科书公式中的客户寿命，单位年（null：复购客户首单至末单的平均时长）。',
      ),
    ),
    model: horizon.model.meta(aboutOption(lifetimeValueOptions.model)),
  })
  .prefault({})
  .meta(about('Lifetime value: --clv of score and explain.', '客户生命周期价值：score 与 explain 的 --clv。'));

const churnCard = churnParameter.unwrap().shape;

/** `churn:` */
export const churn = z
  .strictObject({
    horizon_days: optionKey(forecastOptions.horizon),
    model: optionKey(forecastOptions.model),
    definition: churnCard.definition.meta(
      about(
        'When a customer counts as lost, beside those marked so (cycles: silent for more than so many of its usual gaps and more than min_days, whatever the horizon).',
        '客户在什么情况下视为流失（被标记为流失的除外；cycles：沉默超过通常间隔的 cycles 倍且超过 min_days 天，与预测窗口无关）。',
        { rule: 'days', days: 180 },
      ),
    ),
    min_age_days: churnCard.min_age_days.meta(
      about('Customers whose first purchase is more recent are too new to be scored.', '首购距今不足该天数的客户历史不足，不评估。'),
    ),
    at_risk: churnCard.at_risk.meta(
      about(
        'Probability of no purchase from which a customer that is overdue is at risk; three cycles late, that of watch is enough.',
        '不再购买的概率达到该值、且超期未购的客户列入高风险；超过三个周期者达到 watch 即列入。',
      ),
    ),
    watch: churnCard.watch.meta(
      about(
        'Probability from which a customer that is not overdue is watched: so much of it has to be beyond what its usual gap explains. Who is overdue is watched anyway.',
        '未超期的客户，不再购买的概率超出其通常间隔所能解释的部分达到该值时列入关注；超期未购者一律列入。',
      ),
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
