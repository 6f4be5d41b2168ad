import { z } from 'zod';
import { allocation as allocationParameter } from '../metrics/allocation-parameter.ts';
import { about } from './messages.ts';

const card = allocationParameter.unwrap().shape;

/** `pool.allocation:` */
export const allocation = z
  .strictObject({
    leads: card.leads.meta(
      about(
        'Which leads are given out: waiting (in the pool, and those whose owner has not called them in time or is late enough to lose them), pool (those in the pool alone) or open (all open ones).',
        '分配哪些线索：waiting（公海中的，以及负责人超时未跟进或逾期应改派的）、pool（仅公海中的）、open（全部未决线索）。',
      ),
    ),
    by: card.by.meta(
      about(
        'What reps may be differently good at: industry, region, source, size, pool or batch (null: the first of them that at least half of the leads have, with at most 50 values).',
        '按什么比较销售的专长：industry、region、source、size、pool、batch（null：依次取填写过半且不超过 50 种取值的一项）。',
        'industry',
      ),
    ),
    uneven: card.uneven.meta(
      about(
        'How far the number of leads that a rep is given may be from an even share: 0.5 is half as many to half as many again (null: any number).',
        '每位销售分到的线索数可偏离平均份额多少：0.5 即平均的一半至一倍半（null：不限）。',
      ),
    ),
    daily_quota: card.daily_quota.meta(
      about('Most leads that a rep is newly given at a time (null: any number).', '每位销售每次最多新分到的线索数（null：不限）。', 30),
    ),
    across_pools: card.across_pools.meta(
      about(
        'Whether reps may get leads of pools of which they do not take (no: only who took at least a tenth of the own leads of a pool, or none at all so far).',
        '是否可分得不常取用的公海的线索（否：仅限至少一成线索取自该公海的销售，以及尚未取得过线索的销售）。',
      ),
    ),
    ages: card.ages.meta(
      about(
        'Leads of which age are given out: tried (none older than leads that reps took before, as nothing tells what those are worth) or all.',
        '分配多久的线索：tried（不超过以往取得过的最久天数，更久的没有先例）或 all（全部）。',
      ),
    ),
    skills: card.skills.meta(
      about(
        'Leads that only some reps take: those with these values of industry, region, source, size, pool or batch go to these reps, or to these teams.',
        '仅由部分销售承接的线索：industry、region、source、size、pool、batch 为所列取值的，只分给所列销售或团队。',
        [{ by: 'region', values: ['上海'], teams: ['华东销售部'] }],
      ),
    ),
  })
  .prefault({})
  .meta(about('Who gets which lead.', '线索分配。'));
