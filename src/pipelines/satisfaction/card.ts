import { type Card, filesArgument, scopedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';
import { customerGroups } from '../../metrics/choices.ts';

export const satisfactionCard = {
  name: 'satisfaction',
  title: both('What customers say', '客户满意度'),
  summary: both('NPS, satisfaction and complaints: whom to call, what to mend', 'NPS、满意度与投诉：先联系谁、先改什么'),
  description: both(
    'Reads feedback: survey answers, complaints and what was done about them; with orders and customers also what is at stake and who buys again. Compares --period (default: the twelve months up to the as-of date) with the one before and the same a year ago. Every rate has its n and interval; with fewer than ten answers nothing is compared or ranked.',
    '读取客户反馈：问卷回答、投诉及其处理；加上订单与客户表，还可看涉及金额与复购。--period（默认截至截止日的 12 个月）与上一期、去年同期对比。所有比率附 n 与区间，不足 10 个回答的不比较、不排名。',
  ),
  arguments: [filesArgument],
  options: {
    by: {
      flags: '--by <attribute>',
      text: both('break the figures down by an attribute of customers, too', '再按客户属性细分'),
      takes: { kind: 'choice', values: customerGroups },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'to_call',
      holds: both('customers to call now: overdue and open complaints, detractors', '现在该联系的客户：逾期与未结投诉、贬损者'),
      list: {
        name: both('to call', '需联系'),
        entered: both('{n} {n|customer is|customers are} newly to call', '新增需联系客户 {n} 位'),
        turned: { text: both('{n} no longer to call', '{n} 位无需再联系'), isBad: false },
      },
    },
    { id: 'drivers', holds: both('which dimension moves the overall score', '哪个维度最影响总体评分') },
    { id: 'dimensions', holds: both('mean score of each dimension, against before', '各维度平均分与前期对比') },
    { id: 'nps', holds: both('NPS in all, by rep, product and channel, against before', 'NPS：全部、按销售、产品、渠道，与前期对比') },
    { id: 'csat', holds: both('share of satisfied answers, in the same way', '满意率：同样的分组与对比') },
    { id: 'topics', holds: both('reasons for dissatisfaction, the most frequent first', '不满意原因，最多的在前') },
    { id: 'action_owners', holds: both('who settles what was raised, and how fast', '措施由谁完成、用时多久') },
    {
      id: 'actions',
      holds: both('complaints and other actions that are open, overdue ones first', '未完成的投诉与其他改进措施，逾期的在前'),
    },
    { id: 'overview', holds: both('the figures of the period with n and interval', '本期各项指标，附 n 与区间') },
    { id: 'trend', holds: both('NPS, satisfaction and complaints by quarter', 'NPS、满意率与投诉逐季') },
    { id: 'complaints', holds: both('complaints per order and per customer, against before', '投诉率：按订单与按客户，与前期对比') },
    { id: 'repurchase', holds: both('who buys again, by answer', '各类回答客户的复购') },
    { id: 'respondents', holds: both('who answered and who did not', '回答者与未回答者') },
    { id: 'customers', holds: both('one row a customer: latest answers, complaints, revenue', '每个客户一行：最近回答、投诉与销售额') },
  ],
  examples: [
    'crm-eval satisfaction feedback.csv customers.csv orders.csv',
    'crm-eval satisfaction feedback.csv orders.csv --period 2026-Q3 --by region',
    'crm-eval satisfaction feedback.csv --section to_call --format csv > calls.csv',
  ],
} as const satisfies Card;
