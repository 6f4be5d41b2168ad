import { both, type Localized } from '../../../lib/localized.ts';
import type { SplitBasis, SplitMeasure, SplitSeason } from '../../../metrics/choices.ts';
import type { ValueType } from '../../../result/result.ts';

type Level = 'company' | 'team' | 'rep' | 'customer' | 'product';

/** As the levels of a targets file are written. */
export const levelWords: Readonly<Record<Level, Localized>> = {
  company: both('Company', '公司'),
  team: both('Team', '团队'),
  rep: both('Rep', '个人'),
  customer: both('Customer', '客户'),
  product: both('Product', '产品'),
};

/** `4 teams`, `4 个团队`. */
export function countedLevel(level: Exclude<Level, 'company'>, count: number): Localized {
  const { en } = levelWords[level];
  const measure = { team: '个团队', rep: '名销售', customer: '家客户', product: '类产品' }[level];
  return { en: `${count} ${en.toLowerCase()}${count === 1 ? '' : 's'}`, 'zh-CN': `${count} ${measure}` };
}

/** As the metrics of a targets file are written. */
export const measureWords: Readonly<Record<SplitMeasure, { readonly title: Localized; readonly type: ValueType }>> = {
  revenue: { title: both('Revenue', '销售额'), type: 'money' },
  profit: { title: both('Profit', '利润'), type: 'money' },
  payments: { title: both('Payments', '回款'), type: 'money' },
  orders: { title: both('Orders', '订单数'), type: 'number' },
  quantity: { title: both('Quantity', '销量'), type: 'number' },
};

export const seasonWords: Readonly<Record<SplitSeason, Localized>> = {
  learned: both('the seasonality of past orders', '历史季节性'),
  even: both('even months', '各月平均'),
  'working-days': both('working days', '工作日'),
  growth: both('steady growth from month to month', '逐月递增'),
};

export const basisWords: Readonly<Record<SplitBasis, Localized>> = {
  history: both('the last twelve months', '近 12 个月业绩'),
  potential: both('the potential of their customers', '名下客户潜力'),
  capacity: both('capacity', '库容'),
  equal: both('equal parts', '均分'),
};

export const stateWords: Readonly<Record<string, Localized>> = {
  gets: both('yes', '是'),
  left: both('no: has left', '否：已离职'),
  leads: both('no: leads others', '否：主管'),
  no_rep: both('no: its owner gets none', '否：负责人不分配'),
  none: both('no: nothing to be expected', '否：无可预期'),
};

export const ambitionWords: Readonly<Record<string, Localized>> = {
  base: both('Target', '目标'),
  stretch: both('Stretch', '冲刺'),
  challenge: both('Challenge', '挑战'),
};

/** What the company is called where no file names it. */
export const unnamedCompany = both('Company', '公司');
