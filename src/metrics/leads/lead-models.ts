import { z } from 'zod';
import { modelIds } from '../../forecast/leads/evaluation.ts';
import { leastArea, leastOfEach, openLeadModel } from '../../forecast/leads/lead-model.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { pool } from '../parameters.ts';

const leads = { unit: 'leads' };
const none = both(
  `Fewer than ${leastOfEach} leads converted, or fewer did not; there is no attribute; or no column is filled in after the fact.`,
  `已转化或未转化的线索不足 ${leastOfEach} 条；没有可用属性；或没有事后填写的列。`,
);
const noCalibration = { empty: both('It scores no lead, or there is no model.', '该方法不用于评分，或没有模型。') };

export const leadModels = defineMetric({
  id: 'lead_models',
  question: both('How well do models tell which leads convert?', '模型区分线索能否转化的效果如何？'),
  grain: ['model'],
  columns: {
    model: column.id(
      both('Model', '模型'),
      both(
        'logistic: a ridge logistic regression; naive_bayes: categorical naive Bayes, a blank being a value; with_late_columns: the regression if it also used the columns filled in after the fact.',
        'logistic：岭正则逻辑回归；naive_bayes：分类朴素贝叶斯，空缺视为一种取值；with_late_columns：若同时使用事后填写的列时的逻辑回归。',
      ),
    ),
    is_chosen: column.flag(
      both('Scores leads', '用于评分'),
      both(
        `Whether its probabilities are those of lead_scores: the larger area, unless the lower end of it is at most ${leastArea} (chance is 0.5).`,
        `lead_scores 是否采用其概率：AUC 较大且区间下限高于 ${leastArea}（随机为 0.5）者。`,
      ),
    ),
    leads: column.count(both('Leads', '线索数'), both('Leads that it learned from.', '用于学习的线索数。'), leads),
    converted: column.count(both('Converted', '已转化'), both('Those of them that converted.', '其中已转化的线索数。'), leads),
    known_leads: column.count(
      both('Known leads', '结果已知的线索数'),
      both('All leads with a known outcome: lead_training says which.', '结果已知的全部线索，口径见 lead_training。'),
      leads,
    ),
    against: column.id(both('Against', '对照'), both('As in lead_training.', '同 lead_training。')),
    least_days: column.count(both('Least days', '最短天数'), both('As in lead_training.', '同 lead_training。'), {
      unit: 'days',
      empty: both('Conversions have no dates.', '转化没有日期。'),
    }),
    area: column.number(
      both('Area under the curve', 'AUC（排序能力）'),
      both(
        'Chance that a lead that converted is ranked above one that did not, each lead scored by a model of the others (five folds).',
        '已转化线索排在未转化之前的概率，各线索由其他线索的模型评估（五折）。',
      ),
      { empty: none },
    ),
    area_low: column.number(both('Area, low', 'AUC 下限'), both('Lower end of its 95% interval (DeLong).', '95% 区间下限（DeLong）。'), {
      empty: none,
    }),
    area_high: column.number(both('Area, high', 'AUC 上限'), both('Upper end of its 95% interval (DeLong).', '95% 区间上限（DeLong）。'), {
      empty: none,
    }),
    calibration_error: column.ratio(
      both('Calibration error', '校准误差'),
      both(
        'Mean difference between predicted and observed conversion over tenths of the leads, of leads that were not learned from.',
        '未参与学习的线索按概率十等分，预测与实际转化率之差的平均。',
      ),
      noCalibration,
    ),
    top_rate: column.ratio(
      both('Top tenth', '前十分之一'),
      both(
        'Conversion of the tenth of the leads with the highest probability, of leads that were not learned from.',
        '未参与学习的线索中，概率最高的十分之一的实际转化率。',
      ),
      noCalibration,
    ),
    largest_error: column.ratio(
      both('Largest error', '最大误差'),
      both('The largest of these differences.', '其中最大的差。'),
      noCalibration,
    ),
  },
  requires: [],
  reads: ['lead_attributes.lead_id', 'lead_attributes.attribute', 'lead_attributes.value', 'lead_attributes.number'],
  uses: ['lead_course', 'lead_training'],
  source:
    'Ridge logistic regression: le Cessie & van Houwelingen (1992), Applied Statistics 41; naive Bayes: Odoo, addons/crm/models/crm_lead.py; calibration: Niculescu-Mizil & Caruana (2005), ICML.',
  parameters: z.object({ pool }),
  compute: async ({ pool: { attributes } }, read) => {
    const found = await openLeadModel(read, attributes);
    if (found === null) return [];
    const { training, models, best, areaWithLate } = found;
    const base = {
      leads: training.leads,
      converted: training.conversions,
      known_leads: training.known,
      against: training.against,
      least_days: training.leastDays,
    };
    const own = modelIds.map((id) => {
      const model = models.find((candidate) => candidate.id === id);
      return {
        model: id,
        is_chosen: model !== undefined && model === best,
        ...base,
        area: model?.area.area ?? null,
        area_low: model?.area.interval.low ?? null,
        area_high: model?.area.interval.high ?? null,
        calibration_error: model?.error ?? null,
        top_rate: model?.calibration.at(-1)?.observed ?? null,
        largest_error: model?.largestError ?? null,
      };
    });
    const late = {
      model: 'with_late_columns',
      is_chosen: false,
      ...base,
      area: areaWithLate?.area ?? null,
      area_low: areaWithLate?.interval.low ?? null,
      area_high: areaWithLate?.interval.high ?? null,
      calibration_error: null,
      top_rate: null,
      largest_error: null,
    };
    return [...own, late];
  },
});
