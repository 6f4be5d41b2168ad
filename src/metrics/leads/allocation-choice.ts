import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { allocationParameters, allocationReads, openAllocation } from './parts/open-allocation.ts';
import { mainAge } from './parts/main-age.ts';

const untold = both('Reps are not told apart, or there is too little to tell by.', '各销售无可见差异，或数据不足。');

export const allocationChoice = defineMetric({
  id: 'allocation_choice',
  question: both('Are leads to be given out by strength or evenly, and why?', '线索应按专长还是平均分配，依据是什么？'),
  grain: ['reason'],
  columns: {
    reason: column.id(
      both('Reason', '依据'),
      both(
        'strength: by strength. Evenly: too_few, too little is known; alike, reps who are given leads do not convert differently by more than chance; no_gain, what strength would gain may be chance; not_held, strengths learned from older leads gained nothing on newer ones.',
        'strength 按专长分配。平均分配：too_few 数据不足；alike 承接线索的销售转化无超出随机的差异；no_gain 按专长的增益可能只是随机；not_held 由较早线索得出的专长在较新线索上没有增益。',
      ),
    ),
    leads: column.count(both('Leads', '线索数'), both('Leads that can be given out.', '可分配的线索数。'), { unit: 'leads' }),
    reps: column.count(both('Reps', '销售数'), both('Reps who are given leads.', '承接线索的销售数。')),
    alike_p: column.number(
      both('p that all are alike', '全体相同的 p 值'),
      both(
        'That these reps are all equally good, over all leads and with each kind: the smaller of both tests, adjusted for both (Holm).',
        '这些销售在全部线索及各类线索上均无差别的 p 值：两项检验中较小者，经 Holm 校正。',
      ),
      { empty: both('Too little to tell by.', '数据不足。') },
    ),
    measure: column.id(
      both('Rates', '转化口径'),
      both(
        'incidence: converted within that many days, of leads taken at least as long ago; rate: converted so far, of all, where dates are missing.',
        'incidence：取得满该天数的线索在天数内转化的比例；rate：缺少日期时按累计转化。',
      ),
    ),
    age: column.count(both('Age', '天数'), both('The middle one of pool.ages.', 'pool.ages 的中间天数。'), { unit: 'days' }),
    held_out: column.number(
      both('Gain on newer leads', '较新线索上的增益'),
      both(
        'Conversions that the same leads, given out by strengths learned from the older half of the leads taken, would bring more than dealt in turn, by the rates of the newer half.',
        '按较早一半线索得出的专长分配同一批线索，按较新一半的转化率计，比轮流分配多出的转化数。',
      ),
      { empty: untold },
    ),
    held_out_low: column.number(
      both('Gain on newer leads, low', '较新线索增益下限'),
      both('Lower end of its 95% interval.', '其 95% 区间下限。'),
      {
        empty: untold,
      },
    ),
    held_out_high: column.number(
      both('Gain on newer leads, high', '较新线索增益上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      {
        empty: untold,
      },
    ),
  },
  ...allocationReads,
  source:
    'Whether units differ: Tarone (1979), Biometrika 66, over strata; a plan chosen by the same figures that judge it looks better than it is: Smith & Winkler (2006), Management Science 52, 311-322.',
  parameters: allocationParameters,
  compute: async (settings, read) => {
    const found = await openAllocation(read, settings);
    if (found === null) return [];
    const { reason, kinds, takers, alike, measure, heldOut } = found;
    return [
      {
        reason,
        leads: kinds.reduce((sum, kind) => sum + kind.leads, 0),
        reps: takers.filter(({ quota }) => quota > 0).length,
        alike_p: alike,
        measure,
        age: mainAge(settings.pool.ages),
        held_out: heldOut?.value ?? null,
        held_out_low: heldOut?.low ?? null,
        held_out_high: heldOut?.high ?? null,
      },
    ];
  },
});
