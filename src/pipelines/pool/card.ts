import { analysisOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const poolCard = {
  name: 'pool',
  title: both('Lead pool', '公海线索评估'),
  summary: both('say how well the lead pool is used and who to look at', '评估公海线索的转化、利用、跟进与流转'),
  description: both(
    'Reads a list of leads, and, where there are any, the log of the pool (enter, claim, contact, return, recycle, convert), activities and the list of reps. Without a log, what a list of leads cannot tell is left out and named. With --period the overview is of it, and the other sections of the leads taken or coming in then.',
    '读取线索表；有则一并读取公海流转记录（进入、领取、跟进、退回、回收、转化）、跟进记录与销售人员表。没有流转记录时，线索表无法得出的指标不给出并注明。--period 限定总览的时期，其他部分只看其间取得或进入的线索。',
  ),
  arguments: [filesArgument],
  options: {},
  shared: analysisOptions,
  sections: [
    {
      id: 'flow',
      holds: both('each rep: taken, contacted, converted, given back, recycled, held', '每位销售：取得、跟进、转化、退回、回收、在手'),
    },
    {
      id: 'conversion',
      holds: both(
        'groups of leads (source, batch, industry, region, size, pool, month) at equal age, each against all others',
        '各组线索（来源、批次、行业、区域、规模、公海、进入月份）同龄对比',
      ),
    },
    { id: 'conversion_by_age', holds: both('the same at every age of pool.ages', '各组在 pool.ages 各天数内的转化率') },
    {
      id: 'reps',
      holds: both('what each rep converts of the leads taken, and whether reps differ at all', '各销售取得线索的转化率与差异判断'),
    },
    {
      id: 'changes',
      holds: both(
        'the rates of the period and of the one before, and whether they differ by more than chance',
        '本期与上期各项比率及差异是否超出随机波动',
      ),
    },
    { id: 'overview', holds: both('the pool of the period: size, rates, cost', '本期公海：存量、比率、成本') },
  ],
  examples: [
    'crm-eval pool leads.csv pool_events.csv reps.csv',
    'crm-eval pool leads.csv --period 2026-Q3 --out pool.xlsx',
    'crm-eval pool leads.csv pool_events.csv --section flow --format csv',
  ],
} as const satisfies Card;
