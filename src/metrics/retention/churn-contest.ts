import { z } from 'zod';
import type { Evaluation } from '../../forecast/churn/evaluation.ts';
import { type Fold, holdOut } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, churn, retention } from '../parameters.ts';
import { contestSettings } from './parts/contest-settings.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';

const customers = { unit: 'customers' };
const noArea = { empty: both('All these customers did the same.', '这些客户表现一致。') };
const noScored = {
  empty: both(
    'The churn definition goes by the customer file, or all these customers did the same.',
    '流失定义依据客户文件，或这些客户表现一致。',
  ),
};
const bounds = ({ en, 'zh-CN': zh }: Localized, empty: typeof noArea) => ({
  low: column.number(both(`${en}, low`, `${zh}下限`), both(`Lower end of the 95% interval of the ${en}.`, `${zh}的 95% 区间下限。`), empty),
  high: column.number(
    both(`${en}, high`, `${zh}上限`),
    both(`Upper end of the 95% interval of the ${en}.`, `${zh}的 95% 区间上限。`),
    empty,
  ),
});
const ofAll = bounds(both('AUC', 'AUC '), noArea);
const ofScored = bounds(both('AUC of those scored', '可评估客户的 AUC '), noScored);

export const churnContest = defineMetric({
  id: 'churn_contest',
  question: both('Which way to tell who will stop has proved best on your own past?', '在自己的历史数据上，哪种方法最能识别停购客户？'),
  grain: ['origin', 'contender', 'chosen'],
  columns: {
    origin: column.date(
      both('Held out after', '回测起点'),
      both('The forecast knows nothing of what came after this day.', '预测仅用截至该日的数据。'),
    ),
    contender: column.id(
      both('Contender', '方法'),
      both(
        'logistic, recency, frequency, pace, or a purchase model: its probability of a purchase, the purchases it expects (-expected), its probability of being alive (-alive).',
        'logistic 逻辑回归、recency 仅看最近购买、frequency 仅看购买频率、pace 以往节奏，或购买模型：购买概率、预期购买次数（-expected）、存活概率（-alive）。',
      ),
    ),
    chosen: column.count(
      both('Chosen', '是否默认'),
      both(
        '1: the default, chosen with earlier windows alone, its probabilities corrected by the window before; 0: the contender by itself.',
        '1：默认方法，仅依据更早的窗口选出，并按上一窗口校准；0：该方法本身。',
      ),
    ),
    kind: column.id(
      both('Kind', '类别'),
      both(
        'model, naive (needs none), or reference: measured, but never chosen.',
        'model 模型、naive 简单规则（无需模型）、reference 仅供参考（不会被选用）。',
      ),
    ),
    position: column.count(
      both('Position', '序号'),
      both('From 1; where two are equally good the first is chosen.', '从 1 起；两种方法同样好时取靠前者。'),
    ),
    customers: column.count(
      both('Customers', '客户数'),
      both('All customers with a purchase by that day.', '截至该日有购买的全部客户。'),
      customers,
    ),
    auc: column.number(
      both('Area under the curve', 'AUC（曲线下面积）'),
      both(
        'How often a customer who then bought nothing ranked above one who bought; 0.5 is chance, 1 is perfect.',
        '此后未购客户排在购买客户之前的概率；0.5 为随机，1 为完全正确。',
      ),
      noArea,
    ),
    auc_low: ofAll.low,
    auc_high: ofAll.high,
    average_precision: column.number(
      both('Average precision', '平均精度'),
      both(
        'Share of customers who stopped among those ranked as high or higher, averaged over every customer who stopped.',
        '从高到低排序，取到每位停购客户为止的停购占比，再对全部停购客户取平均。',
      ),
      noArea,
    ),
    lift: column.number(
      both('Lift, top tenth', '前 10% 提升度'),
      both(
        'Share that stopped in the tenth ranked highest ÷ share that stopped of all.',
        '排序最高的 10% 客户的停购占比 ÷ 全部客户的停购占比。',
      ),
      noArea,
    ),
    brier: column.number(
      both('Brier score', 'Brier 分'),
      both('Mean squared error of the probabilities; 0 is perfect.', '概率的均方误差；0 为完全正确。'),
      { empty: both('The contender only ranks.', '该方法只排序，不给概率。') },
    ),
    scored_customers: column.count(
      both('Scored', '可评估客户数'),
      both('Customers neither lost nor too new on that day.', '当日既未流失也非历史不足的客户。'),
      { ...customers, empty: both('The churn definition goes by the customer file.', '流失定义依据客户文件。') },
    ),
    auc_scored: column.number(
      both('Area among those', '可评估客户的 AUC'),
      both('The area under the curve among the customers scored alone.', '仅就可评估客户计算的 AUC。'),
      noScored,
    ),
    auc_scored_low: ofScored.low,
    auc_scored_high: ofScored.high,
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_fits', 'purchase_history', 'purchase_outcome'],
  source:
    'Definition: the last windows of the past, forecast with what was known before them. Area and interval: DeLong, DeLong & Clarke-Pearson (1988).',
  parameters: z.object({ as_of: asOf, retention, churn }),
  compute: async (parameters, rows) => {
    const settings = contestSettings(parameters);
    return settings === null ? [] : (await holdOut(rows, settings)).flatMap(foldRows);
  },
});

function foldRows(fold: Fold): Row[] {
  const { own, evaluations, scored } = fold;
  return [
    contestRow(fold, own, {
      chosen: 1,
      position: evaluations.findIndex(({ contender }) => contender === own.contender) + 1,
      area: scored?.area,
    }),
    ...evaluations.map((each, index) =>
      contestRow(fold, each, { chosen: 0, position: index + 1, area: scored?.areas.get(each.contender) }),
    ),
  ];
}

function contestRow(
  { data, scored }: Fold,
  { contender, area: all, averagePrecision, lift, brier }: Evaluation,
  { chosen, position, area }: { readonly chosen: number; readonly position: number; readonly area: AreaUnderCurve | null | undefined },
): Row {
  return {
    origin: data.origin,
    contender: contender.id,
    chosen,
    kind: contender.kind,
    position,
    customers: data.rows,
    auc: all?.area ?? null,
    auc_low: all?.interval.low ?? null,
    auc_high: all?.interval.high ?? null,
    average_precision: averagePrecision,
    lift,
    brier,
    scored_customers: scored?.customers ?? null,
    auc_scored: area?.area ?? null,
    auc_scored_low: area?.interval.low ?? null,
    auc_scored_high: area?.interval.high ?? null,
  };
}
