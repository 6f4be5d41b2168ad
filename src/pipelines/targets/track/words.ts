import { both, type Localized } from '../../../lib/localized.ts';
import { isRate } from '../../../forecast/targets/rate-metrics.ts';

type Words = Readonly<Record<string, Localized>>;

/** Whether actuals of several owners add up: different customers do not, rates are weighed by their bases. */
export function addsUp(metric: string): 'sum' | 'rate' | 'alone' {
  if (metric === 'customers' || metric === 'market_share') return 'alone';
  return isRate(metric) ? 'rate' : 'sum';
}

/** Why a target has no actual, by the column missing of target_actuals. */
export const missingWords: Words = {
  owner: both('no rep, team, customer or product of the files is called so', '文件中没有同名的销售、团队、客户或产品'),
  period: both('it has no period', '未写期间'),
  future: both('it has not begun', '尚未开始'),
  source: both('no file tells of this metric', '没有可计算该指标的文件'),
  before: both('the files begin later', '数据起始晚于该期间'),
  scope: both('this metric is not counted for such an owner', '该指标不适用于此类对象'),
  part: both('of one of its parts nothing is known, so there is no sum', '某个下级无法得知，不作汇总'),
  year: both('the files do not hold the whole year that it takes', '数据不足所需的整年'),
  none: both('there were no leads, answers or customers to divide by', '没有可作分母的线索、答卷或客户'),
};

/** Why a running target has no forecast, by the column withheld of target_forecasts. */
export const withheldWords: Words = {
  gap: both('the files hold nothing of a month of the period', '期内有月份数据缺失'),
  short: both('fewer than three comparable periods before', '此前可比时段不足三个'),
  left: both('the rep has left', '该销售已离职'),
  farther: both('this early the run-rate was nearer in the past', '以往同一进度下日均推算更接近实际'),
};
