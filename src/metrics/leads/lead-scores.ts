import { z } from 'zod';
import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { leadCells } from '../../forecast/leads/training.ts';
import { both, column, leadId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';

const none = both('No attribute of the lead does.', '该线索没有这样的属性。');
const reason = (en: string, zh: string) =>
  ({
    attribute: column.text(
      both(en, zh),
      both(`Attribute that ${en.toLowerCase()}, by what it adds against the average lead.`, `${zh}的属性，按相对平均线索的增量。`),
      { empty: none },
    ),
    value: column.text(both(`${en}: value`, `${zh}：取值`), both('Its value, as in the file.', '其取值，按文件原样。'), { empty: none }),
  }) as const;
const lift = reason('Lifts most', '提升最多');
const second = reason('Lifts next', '提升其次');
const drag = reason('Drags most', '拉低最多');

/** Log-odds, in thousandths: less is no reason. */
const leastEffect = 100;

export const leadScores = defineMetric({
  id: 'lead_scores',
  question: both('How likely is each open lead to convert, and why?', '每条未决线索转化的概率是多少，原因是什么？'),
  grain: ['lead_id'],
  columns: {
    lead_id: leadId,
    probability: column.ratio(
      both('Chance to convert', '转化概率'),
      both(
        'Calibrated probability by the better model of lead_models, from what is known of the lead when it comes in.',
        '按 lead_models 中较优模型、以线索进入时已知的信息估计并校准的概率。',
      ),
    ),
    score: column.count(
      both('Score', '分值'),
      both('What its cells add up to: see lead_odds. Decides between equal chances.', '各取值合计，见 lead_odds；概率相同时据此先后。'),
    ),
    lift_attribute: lift.attribute,
    lift_value: lift.value,
    second_attribute: second.attribute,
    second_value: second.value,
    drag_attribute: drag.attribute,
    drag_value: drag.value,
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_weights', 'lead_odds'],
  source: 'The model of lead_models that scores leads; additive log-odds as contributions.',
  parameters: z.object({ pool }),
  sql: ({ pool: { attributes } }) => {
    const lifts = sql`effect >= ${leastEffect}`;
    const drags = sql`effect <= ${-leastEffect}`;
    return sql`
    with open_leads as (select lead_id from lead_course where outcome = 'open'),
    cells as (${leadCells(attributes.fields_only)}),
    open_cells as (
      select cells.lead_id, cells.attribute, cells.value, cells.number::double precision as amount
      from cells inner join open_leads on open_leads.lead_id = cells.lead_id
    ),
    rest as (select attribute, attribute_order, base as rest_base, centre from lead_weights where kind = 'other'),
    words as (select attribute, value, base as own_base from lead_weights where kind = 'value'),
    ranges as (select attribute, above, up_to, base, slope, low, high from lead_weights where kind = 'range'),
    added as (
      select open_cells.lead_id, open_cells.attribute, open_cells.value, rest.attribute_order, rest.centre, coalesce(words.own_base, rest.rest_base) as adds
      from open_cells
      inner join rest on rest.attribute = open_cells.attribute
      left join words on words.attribute = open_cells.attribute and words.value = open_cells.value
      where open_cells.amount is null
      union all
      select
        open_cells.lead_id, open_cells.attribute, open_cells.value, rest.attribute_order, rest.centre,
        ranges.base + ranges.slope * least(greatest(open_cells.amount, ranges.low), ranges.high) as adds
      from open_cells
      inner join rest on rest.attribute = open_cells.attribute
      inner join ranges on ranges.attribute = open_cells.attribute
        and (ranges.above is null or open_cells.amount > ranges.above) and (ranges.up_to is null or open_cells.amount <= ranges.up_to)
    ),
    rounded as (
      select
        lead_id, attribute, value, attribute_order,
        cast(floor(adds * 1000) as bigint) as thousandths, cast(floor((adds - centre) * 1000) as bigint) as effect
      from added
    ),
    ranked as (
      select
        rounded.*,
        row_number() over (partition by lead_id order by effect desc nulls last, attribute_order) as up_place,
        row_number() over (partition by lead_id order by effect, attribute_order) as down_place
      from rounded
    ),
    summed as (
      select
        lead_id, sum(thousandths) as thousandths,
        ${nth('up_place', 1, lifts, 'lift')},
        ${nth('up_place', 2, lifts, 'second')},
        ${nth('down_place', 1, drags, 'drag')}
      from ranked
      group by lead_id
    ),
    scored as (
      select
        open_leads.lead_id, cast(floor(coalesce(thousandths, 0)::double precision / 10) as bigint) as score,
        lift_attribute, lift_value, second_attribute, second_value, drag_attribute, drag_value
      from open_leads left join summed on summed.lead_id = open_leads.lead_id
    )
    select scored.*, lead_odds.probability from scored inner join lead_odds on lead_odds.score = scored.score`;
  },
});

/** Attribute and value of the cell at a place in the order of effects, where it is a reason. */
function nth(order: string, place: number, isReason: Sql, name: string): Sql {
  const of = (what: string): Sql => sql`max(case when ${identifier(order)} = ${place} and ${isReason} then ${identifier(what)} end)`;
  return sql`${of('attribute')} as ${identifier(`${name}_attribute`)}, ${of('value')} as ${identifier(`${name}_value`)}`;
}
