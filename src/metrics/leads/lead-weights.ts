import { z } from 'zod';
import { openLeadModel } from '../../forecast/leads/lead-model.ts';
import { weightsOf } from '../../forecast/leads/weights.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';
import { attributeColumn } from './parts/lead-attribute.ts';

const open = { empty: both('It is no range, or has no such end.', '不是区间，或没有该端点。') };

export const leadWeights = defineMetric({
  id: 'lead_weights',
  question: both('What does each value of a lead add to its chance to convert?', '线索的每个取值对转化可能性的影响是多少？'),
  grain: ['attribute', 'value_order'],
  columns: {
    attribute: attributeColumn,
    attribute_order: column.count(
      both('Order of the attribute', '属性次序'),
      both('As in lead_columns; decides between equals.', '同 lead_columns；相同时据此先后。'),
    ),
    value_order: column.count(both('Order', '次序'), both('Order of the values of an attribute.', '属性内取值的次序。')),
    kind: column.id(
      both('Kind', '类型'),
      both(
        'value, range of numbers, other: any value that has no weight of its own.',
        'value 取值，range 数值区间，other 没有单独权重的取值。',
      ),
    ),
    value: column.text(both('Value', '取值'), both('As in the file.', '按文件原样。'), {
      empty: both('Of a range, and of other values.', '区间与其他取值。'),
    }),
    above: column.number(both('Above', '大于'), both('Numbers of the range are above this.', '区间内数值大于该值。'), open),
    up_to: column.number(both('Up to', '不大于'), both('Numbers of the range are no greater.', '区间内数值不大于该值。'), open),
    base: column.number(
      both('Weight', '权重'),
      both('What the value adds to the log-odds, against a lead without one.', '相对没有该属性的线索，取值对对数几率的增量。'),
    ),
    slope: column.number(both('Slope', '斜率'), both('And for each unit of the number.', '数值每增加一个单位的增量。')),
    low: column.number(both('Least', '最小值'), both('Smaller numbers are taken for this.', '更小的数值按此计算。')),
    high: column.number(both('Greatest', '最大值'), both('Greater numbers are taken for this.', '更大的数值按此计算。')),
    centre: column.number(
      both('Average', '平均'),
      both('What the attribute adds to a lead on average, on the same scale.', '该属性对线索的平均增量，口径相同。'),
    ),
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_training'],
  source: 'The model of lead_models that scores leads, as weights of cells.',
  parameters: z.object({ pool }),
  compute: async ({ pool: { attributes } }, read) => {
    const found = await openLeadModel(read, attributes);
    const best = found?.best ?? null;
    if (found === null || best === null) return [];
    const orders = new Map(found.columns.map(({ attribute }, index) => [attribute.id, index + 1]));
    const places = new Map<string, number>();
    return weightsOf(best).weights.map(({ upTo, ...weight }) => {
      const place = (places.get(weight.attribute) ?? 0) + 1;
      places.set(weight.attribute, place);
      return { ...weight, up_to: upTo, attribute_order: orders.get(weight.attribute)!, value_order: place };
    });
  },
});
