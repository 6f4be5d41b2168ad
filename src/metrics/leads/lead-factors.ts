import { z } from 'zod';
import { independence } from '../../forecast/leads/columns.ts';
import { openLeadModel } from '../../forecast/leads/lead-model.ts';
import type { Level } from '../../forecast/leads/levels.ts';
import type { Row } from '../../lib/rows.ts';
import { holm } from '../../stats/multiple-tests.ts';
import type { Proportion } from '../../stats/proportions.ts';
import { wilson } from '../../stats/wilson.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';
import { attributeColumn, rangeText } from './parts/lead-attribute.ts';

const leads = { unit: 'leads' };
const noRange = { empty: both('It is no range of numbers, or has no such end.', '不是数值区间，或没有该端点。') };

export const leadFactors = defineMetric({
  id: 'lead_factors',
  question: both('How do leads with each value of each attribute convert?', '具有各属性取值的线索转化如何？'),
  grain: ['attribute', 'value_order'],
  columns: {
    attribute: attributeColumn,
    value_order: column.count(
      both('Order', '次序'),
      both(
        'Values by number of leads, ranges of numbers upwards, then other values and blanks.',
        '取值按线索数排列，数值区间由低到高，其后为其他取值与空缺。',
      ),
    ),
    kind: column.id(
      both('Kind', '类型'),
      both(
        'value, range (a fifth of the leads with a number), other (values of fewer than ten leads, or beyond the first forty), blank.',
        'value 取值，range 数值区间（五等分），other 其他（不足十条线索或第四十位之后的取值），blank 空缺。',
      ),
    ),
    value: column.text(
      both('Value', '取值'),
      both('As in the file; of a range the least and the greatest number.', '按文件原样；区间为最小值与最大值。'),
      {
        empty: both('Of other values and of blanks.', '其他取值与空缺。'),
      },
    ),
    above: column.number(both('Above', '大于'), both('Numbers of the range are above this.', '区间内数值大于该值。'), noRange),
    up_to: column.number(both('Up to', '不大于'), both('Numbers of the range are no greater.', '区间内数值不大于该值。'), noRange),
    leads: column.count(
      both('Leads', '线索数'),
      both('Leads with a known outcome that have the value.', '结果已知且为该取值的线索。'),
      leads,
    ),
    converted: column.count(both('Converted', '已转化'), both('Those of them that converted.', '其中已转化的线索。'), leads),
    rate: column.ratio(both('Conversion', '转化率'), both('Converted ÷ leads.', '已转化 ÷ 线索数。')),
    rate_low: column.ratio(
      both('Conversion, low', '转化率下限'),
      both('Lower end of its 95% interval (Wilson).', '95% 区间下限（Wilson）。'),
    ),
    rate_high: column.ratio(
      both('Conversion, high', '转化率上限'),
      both('Upper end of its 95% interval (Wilson).', '95% 区间上限（Wilson）。'),
    ),
    all_leads: column.ratio(
      both('Conversion of all', '总体转化率'),
      both('Of all leads with a known outcome, the same in every row.', '结果已知的全部线索的转化率，各行相同。'),
    ),
    lift: column.number(
      both('Lift', '提升倍数'),
      both('Conversion ÷ that of all leads with a known outcome.', '转化率 ÷ 结果已知的全部线索的转化率。'),
    ),
    lift_low: column.number(
      both('Lift, low', '提升倍数下限'),
      both('From the interval of the conversion; that of all counts as known.', '由转化率区间得出，总体转化率视为已知。'),
    ),
    lift_high: column.number(both('Lift, high', '提升倍数上限'), both('The same, upper end.', '同上，上限。')),
    p_adjusted: column.number(
      both('p, adjusted', '校正后 p 值'),
      both(
        'That leads with the value convert as all others do (chi-square), adjusted for all values of all attributes that are known beforehand (Holm).',
        '该取值的线索与其余线索转化相同的 p 值（卡方），按全部事先已知属性的全部取值校正（Holm）。',
      ),
      {
        empty: both(
          'Fewer than five conversions, or fewer than five without, are to be expected of the value or of the others; or the attribute is filled in after the fact.',
          '该取值或其余线索的预期转化数或未转化数不足 5；或属性为事后填写。',
        ),
      },
    ),
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_training'],
  source: "Lift as in Odoo's predictive lead scoring; interval of a proportion: Wilson (1927), JASA 22.",
  parameters: z.object({ pool }),
  compute: async ({ pool: { attributes } }, read) => {
    const model = await openLeadModel(read, attributes);
    if (model === null) return [];
    const all: Proportion = { successes: model.training.conversions, trials: model.training.leads };
    const rows = model.columns.flatMap(({ attribute: { id, levels }, afterTheFact }) =>
      levels.map((level, index) => ({
        row: factorRow(id, index, level, all.successes / all.trials),
        p: afterTheFact === null ? asAllOthers(level, all) : null,
      })),
    );
    const adjusted = holm(rows.map(({ p }) => p));
    return rows.map(({ row }, index) => ({ ...row, p_adjusted: adjusted[index] ?? null }));
  },
});

/** Whether leads with the value convert as all others do; null where there are too few of either. */
function asAllOthers({ leads: n, converted }: Level, { successes, trials }: Proportion): number | null {
  return independence([
    { leads: n, converted },
    { leads: trials - n, converted: successes - converted },
  ]);
}

function factorRow(attribute: string, index: number, level: Level, all: number): Row {
  const { kind, value, above, upTo, least, greatest, leads: n, converted } = level;
  const rate = converted / n;
  const interval = wilson(converted, n)!;
  return {
    attribute,
    value_order: index + 1,
    kind,
    value: kind === 'range' ? rangeText(least, greatest) : value,
    above,
    up_to: upTo,
    leads: n,
    converted,
    rate,
    rate_low: interval.low,
    rate_high: interval.high,
    all_leads: all,
    lift: rate / all,
    lift_low: interval.low / all,
    lift_high: interval.high / all,
  };
}
