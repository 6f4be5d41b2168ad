import { chanceOf } from '../../forecast/leads/allocation/kinds.ts';
import { totalsOf } from '../../forecast/leads/allocation/plan.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { allocationParameters, allocationReads, openAllocation } from './parts/open-allocation.ts';

const leads = { unit: 'leads' };

export const repAllocation = defineMetric({
  id: 'rep_allocation',
  question: both(
    'How many leads has each rep, how many should it be, and what is the limit?',
    '每位销售现有多少线索、建议多少、上限多少？',
  ),
  grain: ['rep'],
  columns: {
    rep: column.text(both('Rep', '销售'), both('Who has leads, or may get some.', '持有或可承接线索的销售。')),
    state: column.id(
      both('Takes leads', '是否承接'),
      both(
        'gets: is given leads; capped: recycled far more, or contacts far fewer, than the others (rep_signals), and first works what is in hand; not_active: not in the list of reps, or took no lead in 90 days and has none.',
        'gets 承接；capped 被回收远多于他人或跟进远少于他人（rep_signals），先处理在手线索；not_active 不在销售人员表中，或 90 天内未取得且无在手线索。',
      ),
    ),
    held: column.count(both('Now', '现有'), both('Open leads in hand.', '在手未决线索数。'), leads),
    stays: column.count(both('Stay', '保留'), both('Those of them that can be given out and stay.', '其中可分配但保留的线索数。'), leads),
    leaves: column.count(
      both('Leave', '移出'),
      both('Those of them that go to others or back to the pool.', '其中改派或收回的线索数。'),
      leads,
    ),
    gets: column.count(both('New', '新增'), both('Leads newly given.', '新分到的线索数。'), leads),
    proposed: column.count(both('Then', '分配后'), both('Now − leave + new.', '现有 − 移出 + 新增。'), leads),
    holding_limit: column.count(
      both('Limit', '上限'),
      both(
        'The capacity in the list of reps, customers included, else the limit of the settings.',
        '销售人员表中的上限（含客户）；没有时取设置中的上限。',
      ),
      { ...leads, empty: both('There is none.', '没有上限。') },
    ),
    customers: column.count(
      both('Customers', '客户数'),
      both('Customers in hand that are not lost; they count towards a capacity.', '名下未流失客户数，计入上限。'),
      { unit: 'customers', empty: both('The rep has no capacity in the list of reps.', '销售人员表中没有该销售的上限。') },
    ),
    expected: column.number(
      both('Conversions', '预期转化'),
      both(
        'Conversions to be expected of the leads newly given and of those that stay, within as many days as the middle one of pool.ages says (at all, where dates are missing).',
        '新分到与保留的线索在 pool.ages 中间天数内（缺少日期时不限天数）的预期转化数。',
      ),
    ),
  },
  ...allocationReads,
  source: 'Counts of allocation_flows.',
  parameters: allocationParameters,
  compute: async (settings, read) => {
    const found = await openAllocation(read, settings);
    if (found === null) return [];
    const { takers, kinds, planned, plan } = found;
    const [stays, gets] = [plan.stay, plan.get].map((counts) => totalsOf(counts, takers.length)) as [number[], number[]];
    return takers.map(({ rep, state, held, movable, limit, customers }, place) => ({
      rep,
      state,
      held,
      stays: stays[place]!,
      leaves: movable - stays[place]!,
      gets: gets[place]!,
      proposed: held - movable + stays[place]! + gets[place]!,
      holding_limit: limit,
      customers,
      expected: kinds.reduce(
        (sum, kind, index) =>
          sum + (plan.stay[index]![place]! + plan.get[index]![place]!) * chanceOf(kind, planned.means[kind.stratum]![place]!),
        0,
      ),
    }));
  },
});
