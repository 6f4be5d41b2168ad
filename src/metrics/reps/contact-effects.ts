import { z } from 'zod';
import { join, sql, trusted } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import type { Proportion } from '../../stats/proportions.ts';
import { stratifiedDifference } from '../../stats/stratified-difference.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { contactChannels } from './parts/contact-channels.ts';
import { columnOf, isKnown, reviewOf } from './parts/review.ts';

/** Any contact, and each channel. */
const ways = ['contact', ...contactChannels.map(({ id }) => id)] as const;

const noneContacted = { empty: both('None was contacted.', '均未联系。') };
const allContacted = { empty: both('All were contacted.', '均已联系。') };
const noDifference = {
  empty: both('In no group by value were some contacted and others not.', '没有一个价值组内既有联系过的又有未联系的客户。'),
};

export const contactEffects = defineMetric({
  id: 'contact_effects',
  question: both('Do customers that were contacted buy more often after?', '联系过的客户之后是否更常购买？'),
  grain: ['contacted_by', 'value_group'],
  columns: {
    contacted_by: column.id(
      both('Contacted by', '联系方式'),
      both('contact: in any way; else the channel.', 'contact 任何方式；其余为跟进方式。'),
    ),
    way_order: column.count(both('Order', '顺序'), both('The order of the ways.', '方式的顺序。')),
    value_group: column.count(
      both('Value before', '期前价值组'),
      both(
        'As in contact_customers; 4: brought nothing in the year before; 0: all customers.',
        '见 contact_customers；4 为此前一年无销售额；0 为全部客户。',
      ),
    ),
    contacted_customers: column.count(
      both('Contacted', '联系过'),
      both(
        'Customers when the period began that were contacted so in the period before.',
        '期初已有的客户中，上期以该方式联系过的客户数。',
      ),
      { unit: 'customers' },
    ),
    contacted_buyers: column.count(
      both('Bought', '本期购买'),
      both('Of these those that ordered in the period.', '其中本期下单的客户数。'),
      {
        unit: 'customers',
      },
    ),
    contacted_rate: column.ratio(both('Bought of them', '联系过的购买率'), both('Bought ÷ contacted.', '购买 ÷ 联系过。'), noneContacted),
    contacted_rate_low: column.ratio(
      both('Bought of them, low', '联系过的购买率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      noneContacted,
    ),
    contacted_rate_high: column.ratio(
      both('Bought of them, high', '联系过的购买率上限'),
      both('Upper end of it.', '区间上限。'),
      noneContacted,
    ),
    other_customers: column.count(both('Not contacted', '未联系'), both('The other customers of the group.', '该组其余客户数。'), {
      unit: 'customers',
    }),
    other_buyers: column.count(
      both('Bought without', '未联系而购买'),
      both('Of these those that ordered in the period.', '其中本期下单的客户数。'),
      { unit: 'customers' },
    ),
    other_rate: column.ratio(
      both('Bought of the others', '未联系的购买率'),
      both('The same of those.', '未联系客户的购买率。'),
      allContacted,
    ),
    other_rate_low: column.ratio(
      both('Bought of the others, low', '未联系的购买率下限'),
      both('95% interval of Wilson.', 'Wilson 95% 区间下限。'),
      allContacted,
    ),
    other_rate_high: column.ratio(
      both('Bought of the others, high', '未联系的购买率上限'),
      both('Upper end of it.', '区间上限。'),
      allContacted,
    ),
    difference: column.ratio(
      both('Difference among alike', '同组差异'),
      both(
        'Rate of those contacted less that of the others, within groups by value (Mantel–Haenszel). An association, not a cause: reps call whom they expect to buy.',
        '联系过与未联系的购买率之差，在价值组内比较（Mantel–Haenszel）。仅为相关，不代表因果：销售往往先联系本就会买的客户。',
      ),
      noDifference,
    ),
    difference_low: column.ratio(both('Difference, low', '差异下限'), both('95% interval of Sato.', 'Sato 95% 区间下限。'), noDifference),
    difference_high: column.ratio(both('Difference, high', '差异上限'), both('Upper end of it.', '区间上限。'), noDifference),
  },
  requires: [['orders.ordered_at']],
  uses: ['contact_customers', 'contact_rows'],
  source: 'Mantel & Haenszel (1959); interval: Sato (1989), Biometrics 45, 1323-1324. Observational: no cause is shown.',
  parameters: z.object({ as_of: asOf, period }),
  compute: async ({ as_of, period: asked }, rows) => {
    const counted = await rows(sql`
      with starts as (select min(contacted_on) as first_on from contact_rows)
      select value_group, ${join(ways.flatMap(countsOf))}
      from (
        select coalesce(value_group, 4) as value_group, bought, previous_contacts as previous_contact,
          ${join(contactChannels.map(({ id }) => columnOf('previous', id)))}
        from contact_customers
        where was_known
      ) as customers
      cross join starts
      where ${isKnown('previous', reviewOf(asked, as_of))}
      group by value_group
      order by value_group`);
    return counted.length === 0 ? [] : ways.flatMap((way, index) => rowsOf(way, index + 1, counted));
  },
});

function countsOf(way: (typeof ways)[number]) {
  const contacted = sql`${columnOf('previous', way)} > 0`;
  return [
    sql`count(*) filter (where ${contacted}) as ${trusted(`${way}_customers`)}`,
    sql`count(*) filter (where ${contacted} and bought) as ${trusted(`${way}_buyers`)}`,
    sql`count(*) filter (where not ${contacted}) as ${trusted(`no_${way}_customers`)}`,
    sql`count(*) filter (where not ${contacted} and bought) as ${trusted(`no_${way}_buyers`)}`,
  ];
}

/** All customers, and by any contact also each group by value; a channel that nobody used has no row. */
function rowsOf(way: (typeof ways)[number], order: number, counted: readonly Row[]): Row[] {
  const strata = counted.map((row) => {
    const side = (name: string): Proportion => ({
      successes: Number(row[`${name}_buyers`]),
      trials: Number(row[`${name}_customers`]),
    });
    return { group: Number(row['value_group']), contacted: side(way), others: side(`no_${way}`) };
  });
  const whole = { group: 0, contacted: sumOf(strata.map(({ contacted }) => contacted)), others: sumOf(strata.map(({ others }) => others)) };
  if (whole.contacted.trials === 0) return [];
  return [whole, ...(way === 'contact' ? strata : [])].map(({ group, contacted, others }) => {
    const alike = group === 0 ? strata : strata.filter((stratum) => stratum.group === group);
    const found = stratifiedDifference(alike.map((stratum) => [stratum.others, stratum.contacted]));
    return {
      contacted_by: way,
      way_order: order,
      value_group: group,
      ...rateOf('contacted', contacted),
      ...rateOf('other', others),
      difference: found?.value ?? null,
      difference_low: found?.interval.low ?? null,
      difference_high: found?.interval.high ?? null,
    };
  });
}

function sumOf(sides: readonly Proportion[]): Proportion {
  return sides.reduce((so, { successes, trials }) => ({ successes: so.successes + successes, trials: so.trials + trials }), {
    successes: 0,
    trials: 0,
  });
}

function rateOf(side: 'contacted' | 'other', { successes, trials }: Proportion): Row {
  const interval = wilson(successes, trials);
  return {
    [`${side}_customers`]: trials,
    [`${side}_buyers`]: successes,
    [`${side}_rate`]: trials === 0 ? null : successes / trials,
    [`${side}_rate_low`]: interval?.low ?? null,
    [`${side}_rate_high`]: interval?.high ?? null,
  };
}
