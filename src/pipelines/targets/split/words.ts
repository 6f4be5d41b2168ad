import { both, type Localized } from '../../../lib/localized.ts';
import type { SplitBasis, SplitSeason } from '../../../metrics/choices.ts';
import { levelWords } from '../../parts/target-words.ts';

type Level = 'company' | 'team' | 'rep' | 'customer' | 'product';

/** `4 teams`, `4 个团队`. */
export function countedLevel(level: Exclude<Level, 'company'>, count: number): Localized {
  const { en } = levelWords[level]!;
  const measure = { team: '个团队', rep: '名销售', customer: '个客户', product: '类产品' }[level];
  return { en: `${count} ${en.toLowerCase()}${count === 1 ? '' : 's'}`, 'zh-CN': `${count} ${measure}` };
}

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

/** What the company is called where no file names it. */
export const unnamedCompany = both('Company', '公司');
