import { chanceOf } from '../../forecast/leads/allocation/kinds.ts';
import type { LeadClass } from '../../forecast/leads/allocation/within-kinds.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { ageBandColumn } from './parts/age-bands.ts';
import { allocationParameters, allocationReads, openAllocation } from './parts/open-allocation.ts';

const asLeads = both('As in allocation_leads.', '同 allocation_leads。');
const chance = both(
  'Chance that such a lead converts with that rep within as many days as the middle one of pool.ages says (at all, where dates are missing): what the rep converts of that segment, drawn towards all that the rep converts, and that towards all reps, the more, the fewer leads it rests on; moved by the chance of these leads against the average one. Where leads are given out evenly, that of all reps.',
  '此类线索由该销售承接、在 pool.ages 中间天数内（缺少日期时不限天数）转化的概率：该分群的转化率，线索越少越向该销售总体、再向全体靠拢；并按此类线索相对平均线索的概率调整。平均分配时取全体销售的概率。',
);

export const allocationFlows = defineMetric({
  id: 'allocation_flows',
  question: both('How many leads that are alike go from whom to whom?', '同类线索各有多少从谁转给谁？'),
  grain: ['flow_order'],
  columns: {
    flow_order: column.count(both('Number', '序号'), both('Of the row.', '行号。')),
    segment: column.text(both('Segment', '分群'), asLeads),
    came_back: column.flag(both('Taken before', '曾被取得'), asLeads),
    age_band: ageBandColumn,
    pool: column.text(both('Pool', '公海'), asLeads, { empty: both('Any rep may have them.', '不限公海。') }),
    skills: column.count(both('Skills needed', '所需专长'), asLeads),
    band: column.count(both('Quarter', '分档'), asLeads),
    holder: column.text(both('Owner', '负责人'), asLeads, { empty: both('They lie in the pool.', '在公海中。') }),
    must_move: column.flag(both('Must go', '须改派'), asLeads),
    last_rep: column.text(both('Had them last', '上一位'), asLeads, {
      empty: both('They have an owner, or nobody had them.', '有负责人，或无人持有过。'),
    }),
    rep: column.text(both('To', '分给'), both('Who should have them.', '建议由谁承接。'), {
      empty: both('Nobody has room for them.', '没有销售有余量。'),
    }),
    first_place: column.count(
      both('First', '起'),
      both(
        'Place of the first of them among the leads of this kind, owner and last rep, the best score first.',
        '其中第一条在该类（同负责人、同上一位）线索中按分值的位次。',
      ),
    ),
    last_place: column.count(both('Last', '止'), both('Place of the last of them.', '其中最后一条的位次。')),
    chance: column.ratio(both('Chance', '转化概率'), chance, { empty: both('Nobody has room for them.', '没有销售有余量。') }),
    holder_chance: column.ratio(both('Chance, owner', '负责人转化概率'), both('The same with the owner.', '由负责人跟进的同一概率。'), {
      empty: both('They lie in the pool.', '在公海中。'),
    }),
    all_chance: column.ratio(
      both('Chance, all reps', '全体转化概率'),
      both('The same with a rep of whom nothing is known.', '由尚无记录的销售跟进的同一概率。'),
    ),
  },
  ...allocationReads,
  source:
    'Transportation problem: Dantzig (1963), Linear Programming and Extensions, chapter 14, solved with HiGHS; rates: hierarchical beta-binomial, after Christiansen & Morris (1997), JASA 92.',
  parameters: allocationParameters,
  compute: async (settings, read) => {
    const found = await openAllocation(read, settings);
    if (found === null) return [];
    const { flows, kinds, takers, rates, planned } = found;
    const nameOf = (rep: number | null): string | null => (rep === null ? null : takers[rep]!.rep);
    const taken = new Map<LeadClass, number>();
    return flows.map(({ lead, to, leads }, index) => {
      const place = taken.get(lead) ?? 0;
      taken.set(lead, place + leads);
      const kind = kinds[lead.kind]!;
      const chanceWith = (rep: number | null): number | null => (rep === null ? null : chanceOf(kind, planned.means[kind.stratum]![rep]!));
      const holder = lead.isHeld ? lead.rep : null;
      return {
        flow_order: index + 1,
        segment: kind.segment,
        came_back: kind.cameBack,
        age_band: kind.ageBand,
        pool: kind.pool,
        skills: kind.skills,
        band: kind.band,
        holder: nameOf(holder),
        must_move: lead.mustMove,
        last_rep: lead.isHeld ? null : nameOf(lead.rep),
        rep: nameOf(to),
        first_place: place + 1,
        last_place: place + leads,
        chance: chanceWith(to),
        holder_chance: chanceWith(holder),
        all_chance: chanceOf(kind, rates.strata[kind.stratum]!),
      };
    });
  },
});
