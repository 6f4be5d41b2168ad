import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { fitSpend } from '../../stats/spend/fit-spend.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { fitFirst, purchaseRows, spendRows } from '../lifetime/fits.ts';
import { fitColumns, parameterColumns } from '../purchases/fit-columns.ts';
import { readGroups, readSpenders } from '../lifetime/read.ts';

export const valueModel = defineMetric({
  id: 'value_model',
  question: both('How often do customers buy, when do they stop, and for how much do they buy?', '客户多久买一次、何时停止、每次买多少？'),
  grain: ['part', 'position'],
  columns: {
    part: column.id(
      both('Part', '部分'),
      both('"purchases": when customers buy; "spend": the value of a purchase.', '“purchases”：何时购买；“spend”：每次购买的金额。'),
    ),
    position: column.count(both('Position', '序号'), both('Of the parameter, from 1.', '参数的序号，从 1 起。')),
    model: column.id(
      both('Model', '模型'),
      both(
        'mbg-nbd; where it cannot be fitted pareto-nbd, then bg-nbd. Spend: gamma-gamma.',
        'mbg-nbd；无法拟合时依次用 pareto-nbd、bg-nbd。金额：gamma-gamma。',
      ),
    ),
    ...parameterColumns,
    unbounded: column.text(
      both('Not bounded', '无界'),
      both(
        'Where the parameter runs off to, as far as the data can tell: zero, infinity, unknown.',
        '数据无法限定该参数时，其趋向：zero、infinity、unknown。',
      ),
      { empty: both('The data tell the parameter, or there is no fit.', '数据可以确定该参数，或没有拟合结果。') },
    ),
    ...fitColumns,
    passed_over: column.text(
      both('Passed over', '未采用的模型'),
      both('Models that come first and could not be fitted, with the reason.', '优先但未能拟合的模型及原因。'),
      { empty: both('None.', '没有。') },
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers with a purchase.', '有购买的客户。'), { unit: 'customers' }),
    repeat_customers: column.count(
      both('Repeat customers', '复购客户数'),
      both(
        'Of them, with a repeat purchase; of spend, those whose repeat purchases have a mean value above 0, at most 20,000 of them.',
        '其中有复购的客户；金额部分为复购均值大于 0 的客户，至多取 2 万。',
      ),
      { unit: 'customers' },
    ),
    histories: column.count(both('Histories', '历史组数'), both('Different histories that were fitted.', '参与拟合的不同历史数。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['value_histories'],
  source:
    'MBG/NBD: Batislam, Denizel & Filiztekin (2007); Pareto/NBD: Schmittlein, Morrison & Colombo (1987); Gamma-Gamma: Fader & Hardie, note 025 (2013).',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const groups = await readGroups(rows);
    const spenders = await readSpenders(rows);
    const customers = groups.reduce((sum, group) => sum + group.customers, 0);
    return [...purchaseRows(fitFirst(groups)), ...spendRows(fitSpend(spenders), customers)];
  },
});

/** The rows of `value_model` in their order. */
export const valueModelRows = sql`
  select part, position, model, parameter, value, standard_error, log_covariance_1, log_covariance_2, log_covariance_3,
    log_covariance_4, unbounded, log_likelihood, gradient_norm, problem, passed_over, customers, repeat_customers, histories
  from value_model order by part, position`;
