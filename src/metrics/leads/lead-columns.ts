import { z } from 'zod';
import { openLeadModel } from '../../forecast/leads/lead-model.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';
import { attributeColumn, tooFew } from './parts/lead-attribute.ts';

export const leadColumns = defineMetric({
  id: 'lead_columns',
  question: both(
    'How much does each attribute tell of conversion, and which are filled in after the fact?',
    '每个属性对转化有多大区分度，哪些是事后填写的？',
  ),
  grain: ['attribute'],
  columns: {
    attribute: attributeColumn,
    attribute_order: column.count(
      both('Rank', '排名'),
      both('1 for the attribute that ranks leads best by itself.', '单独区分度最高的属性为 1。'),
    ),
    kind: column.id(both('Kind', '类型'), both('words or numbers.', 'words 文字，numbers 数值。')),
    filled: column.ratio(both('Filled', '填写率'), both('Share of the leads that have a value.', '有值的线索占比。')),
    area: column.number(
      both('Area under the curve', 'AUC（排序能力）'),
      both(
        'Chance that a lead that converted is ranked above one that did not, by this attribute alone, each lead scored by the others (five folds): 0.5 is chance, 1 perfect.',
        '仅凭该属性把已转化线索排在未转化之前的概率，各线索由其他线索评估（五折）：0.5 为随机，1 为完全区分。',
      ),
    ),
    area_low: column.number(both('Area, low', 'AUC 下限'), both('Lower end of its 95% interval (DeLong).', '95% 区间下限（DeLong）。')),
    area_high: column.number(both('Area, high', 'AUC 上限'), both('Upper end of its 95% interval (DeLong).', '95% 区间上限（DeLong）。')),
    p_adjusted: column.number(
      both('p, adjusted', '校正后 p 值'),
      both(
        'That the outcome does not depend on it (chi-square), adjusted for all attributes (Holm).',
        '结果与该属性无关的 p 值（卡方），按全部属性校正（Holm）。',
      ),
      { empty: tooFew },
    ),
    blank_converted: column.ratio(
      both('Blank among converted', '转化中空缺'),
      both('Share of blanks among the leads that converted.', '已转化线索中空缺的占比。'),
    ),
    blank_others: column.ratio(
      both('Blank among others', '未转化中空缺'),
      both('Share of blanks among those that did not.', '未转化线索中空缺的占比。'),
    ),
    after_the_fact: column.id(
      both('After the fact', '事后填写'),
      both(
        'Why it is taken for one that is filled in after the fact and is in no model. said: pool.attributes.leave_out names it; those of pool.attributes.use are never left out. repeats_outcome: at most 5% of the smaller class differ; too_good: area 0.85 or more by itself, 0.8 at the lower end; blank_by_outcome: filled for at most 5% of one outcome and at least 25% of the other; late_name: its name says that it is written while a lead is worked (last, tag, quality, score, stage …) and it depends on the outcome (adjusted p below 0.01).',
        '被判为事后填写、不进入模型的依据。said：由 pool.attributes.leave_out 指明；pool.attributes.use 中的列始终保留。repeats_outcome：与结果不一致的不超过较少一类的 5%；too_good：单独 AUC 不低于 0.85（区间下限 0.8）；blank_by_outcome：一类结果中填写不超过 5%，另一类不低于 25%；late_name：列名表明在跟进中填写（最后、标签、质量、评分、阶段等），且与结果相关（校正后 p < 0.01）。',
      ),
      { empty: both('It is not.', '不是。') },
    ),
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_training'],
  source: 'Area under the ROC curve: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; leakage: Kaufman et al. (2012), ACM TKDD 6.',
  parameters: z.object({ pool }),
  compute: async ({ pool: { attributes } }, read) => {
    const model = await openLeadModel(read, attributes);
    return (model?.columns ?? []).map(({ attribute, area, pAdjusted, blankConverted, blankOthers, afterTheFact }, index) => ({
      attribute: attribute.id,
      attribute_order: index + 1,
      kind: attribute.numbers === null ? 'words' : 'numbers',
      filled: 1 - (attribute.levels.find(({ kind }) => kind === 'blank')?.leads ?? 0) / model!.training.leads,
      area: area.area,
      area_low: area.interval.low,
      area_high: area.interval.high,
      p_adjusted: pAdjusted,
      blank_converted: blankConverted,
      blank_others: blankOthers,
      after_the_fact: afterTheFact,
    }));
  },
});
