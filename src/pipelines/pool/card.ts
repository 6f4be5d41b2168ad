import { analysisOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';
import { poolRecordKinds } from '../../metrics/choices.ts';

export const poolCard = {
  name: 'pool',
  title: both('Lead pool', '公海线索评估'),
  summary: both('say how well the lead pool is used and who to look at', '评估公海线索的转化、利用、跟进与流转'),
  description: both(
    'Reads a list of leads, or of customers that pools hand out, and, where there are any, the log of the pool (enter, claim, contact, return, recycle, convert), activities and the list of reps. Without a log, what a list cannot tell is left out and named. With --period the overview is of it, and the other sections of the leads taken or coming in then.',
    '读取线索表，或公海客户表；有则一并读取公海流转记录（进入、领取、跟进、退回、回收、转化）、跟进记录与销售人员表。没有流转记录时，仅凭列表无法得出的指标不给出并注明。--period 限定总览的时期，其他部分只看其间取得或进入的线索。',
  ),
  arguments: [filesArgument],
  options: {
    of: {
      flags: '--of <kind>',
      text: both(
        'what is evaluated where the files have both: leads, or customers of a pool',
        '文件中两者都有时评估哪一类：线索或公海客户',
      ),
      takes: { kind: 'choice', values: poolRecordKinds },
      otherwise: both('leads, unless the log is of customers', '线索；流转记录只涉及客户时为客户'),
    },
    whatIf: {
      flags: '--what-if <rules>',
      text: both(
        'replay the log under other rules, as bounds: recycle_days (without contact), holding_limit (leads of a rep), daily_quota (claims of a rep), claim_ban_days (before who lost a lead may claim it again); recycle_days=15,holding_limit=80',
        '按其他规则重放流转记录并给出上下限：recycle_days（未跟进天数）、holding_limit（每人保有量）、daily_quota（每人每日领取数）、claim_ban_days（失去后禁领天数）；recycle_days=15,holding_limit=80',
      ),
      takes: { kind: 'rules' },
    },
  },
  shared: analysisOptions,
  sections: [
    {
      id: 'flow',
      holds: both('each rep: taken, contacted, converted, given back, recycled, held', '每位销售：取得、跟进、转化、退回、回收、在手'),
    },
    {
      id: 'what_if',
      with: 'whatIf',
      holds: both('what other rules of the pool would have changed, at least and at most', '换一套公海规则至少和至多会改变什么'),
    },
    {
      id: 'what_if_leads',
      with: 'whatIf',
      holds: both('which leads they would have freed or refused, and when', '会被收回或不予领取的线索及日期'),
    },
    {
      id: 'conversion',
      holds: both(
        'groups of leads (source, batch, industry, region, size, product, pool, month) at equal age, each against all others',
        '各组线索（来源、批次、行业、区域、规模、意向产品、公海、进入月份）同龄对比',
      ),
    },
    { id: 'conversion_by_age', holds: both('the same at every age of pool.ages', '各组在 pool.ages 各天数内的转化率') },
    {
      id: 'speed',
      holds: both('working hours to the first contact, by rep, pool and source', '首次跟进所用工作小时，按销售、公海与来源'),
    },
    { id: 'speed_bands', holds: both('conversion by how fast leads were contacted', '按首次跟进快慢的转化率') },
    { id: 'follow_ups_by_rep', holds: both('how many leads each rep has to follow up', '各销售待处理线索数') },
    {
      id: 'follow_ups',
      holds: both('open leads to follow up: why, since when and what to do', '待处理线索：原因、起始时间与建议动作'),
      list: {
        name: both('to follow up', '待处理'),
        entered: both('{n} {n|lead is|leads are} newly to be followed up', '新增待处理线索 {n} 条'),
      },
    },
    {
      id: 'recycle',
      holds: both('customers of reps that should fall back to the pool: by which rule, since when', '应收回公海的客户：依据的规则与到期日'),
    },
    {
      id: 'allocation_by_rep',
      holds: both('how many leads each rep should be given, now and then, with the limit', '各销售应分到的线索数：现有、分配后与上限'),
    },
    {
      id: 'allocation',
      holds: both('leads to give out or to move: who should get each, and why', '待分配与应改派的线索：建议承接人与原因'),
    },
    {
      id: 'allocation_plans',
      holds: both('conversions to be expected as things are, dealt in turn and by strength', '维持现状、轮流与按专长分配的预期转化'),
    },
    {
      id: 'allocation_ages',
      holds: both(
        'how old the leads to give out are, and what leads taken at that age converted',
        '待分配线索的存续时长，及以往同样久的线索取得后的转化',
      ),
    },
    { id: 'rep_strengths', holds: both('what each rep probably converts of each kind of lead', '各销售对各类线索的估计转化率') },
    {
      id: 'priorities',
      holds: both('open leads by chance to convert × value, with reasons', '未决线索：按转化概率 × 价值排列，附原因'),
      list: {
        name: both('open', '未决'),
        entered: both('{n} {n|lead is|leads are} newly open', '新增未决线索 {n} 条'),
      },
    },
    {
      id: 'factors',
      holds: both('which attributes of leads go with conversion, value by value', '影响转化的线索属性及各取值的转化率'),
    },
    {
      id: 'lead_columns',
      holds: both('each attribute by itself, and which are filled in after the fact', '各属性单独的区分度，及事后填写的列'),
    },
    { id: 'lead_model', holds: both('what chances to convert rest on', '转化概率的依据：样本、模型、校准') },
    {
      id: 'reps',
      holds: both('what each rep converts of the leads taken, and whether reps differ at all', '各销售取得线索的转化率与差异判断'),
    },
    {
      id: 'rep_limits',
      holds: both('each rep: leads taken and converted, between the limits of chance', '每位销售：取得数与转化率，及随机波动的界限'),
    },
    { id: 'distribution', holds: both('what lies in the pool: age, source, industry …', '公海线索分布：在库天数、来源、行业等') },
    {
      id: 'advice',
      holds: both('what to do, at most five sentences, each with the figure that carries it', '至多五条建议，各附依据的数字'),
    },
    {
      id: 'changes',
      holds: both(
        'the rates of the period and of the one before, and whether they differ by more than chance',
        '本期与上期各项比率及差异是否超出随机波动',
      ),
    },
    {
      id: 'rate_months',
      holds: both('conversion and utilisation in windows that end month by month', '转化率与利用率：与统计期等长的时段，逐月后移'),
    },
    { id: 'overview', holds: both('the pool of the period: size, rates, cost', '本期公海：存量、比率、成本') },
  ],
  examples: [
    'crm-eval pool leads.csv pool_events.csv reps.csv',
    'crm-eval pool leads.csv --period 2026-Q3 --out pool.xlsx',
    'crm-eval pool leads.csv pool_events.csv --section flow --format csv',
    'crm-eval pool customers.csv pool_events.csv --of customers',
    'crm-eval pool leads.csv pool_events.csv --what-if recycle_days=15,holding_limit=80 --section what_if,what_if_leads',
  ],
} as const satisfies Card;
