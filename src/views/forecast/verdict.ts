import { groupsOf, largestCorrectedError, largestError, levelOf } from '../../forecast/churn/calibration.ts';
import { type Fold, judgedOf } from '../../forecast/churn/folds.ts';
import { type Kept, type Ranking, standingOf } from '../../forecast/churn/ranking.ts';
import { errorOf } from '../../forecast/churn/totals.ts';
import type { Localized } from '../../lib/localized.ts';
import type { AreaUnderCurve } from '../../stats/area-under-curve.ts';
import { amountText, percentText } from '../number-words.ts';
import { contenderTitle, fewest, methodTitle } from './words.ts';

/** Forecasts this near to what came are as good as right. */
const near = 0.02;

const nothing: Localized = { en: '', 'zh-CN': '' };

/** What the latest hold-out shows, in one plain sentence; null where nothing could be held out. */
export function verdictOf(folds: readonly Fold[]): Localized | null {
  const [latest] = folds;
  if (latest === undefined) return null;
  const clauses = [rankingClause(latest), calibrationClause(latest), ordersClause(latest), revenueClause(latest)];
  const said = clauses.filter((clause) => clause !== null);
  const { origin, horizonDays } = latest.data;
  return {
    en: `Held out ${horizonDays} day${horizonDays === 1 ? '' : 's'} after ${origin}: ${said.map(({ en }) => en).join('; ')}.`,
    'zh-CN': `以 ${origin} 之后 ${horizonDays} 天回测：${said.map((clause) => clause['zh-CN']).join('；')}。`,
  };
}

function rankingClause(fold: Fold): Localized {
  const { ranking, kept } = judgedOf(fold);
  const { area, customers } = ranking;
  if (area === null) return { en: 'who stops cannot be ranked, all customers did the same', 'zh-CN': '客户表现一致，无法检验排序' };
  const among = amongWhom(fold, kept, customers);
  const told = toldApart(area, fold, kept === null);
  const against = againstNaive(fold, ranking);
  return { en: among.en + told.en + against.en, 'zh-CN': among['zh-CN'] + told['zh-CN'] + against['zh-CN'] };
}

/** Without a word: all customers, and churn would have scored them all alike. */
function amongWhom({ scored }: Fold, kept: Kept, customers: number): Localized {
  if (kept !== null)
    return {
      en: `among the ${amountText(customers)} customers churn would have scored, `,
      'zh-CN': `在当时可评估的 ${amountText(customers)} 位客户中，`,
    };
  return scored === null
    ? {
        en: 'among all customers, long gone ones too, which are easy to tell (who would have been scored that day cannot be told), ',
        'zh-CN': '在全部客户中（含早已流失、容易识别的客户；当日可评估的客户无法还原），',
      }
    : nothing;
}

function toldApart(area: AreaUnderCurve, { own: { contender } }: Fold, isOfAll: boolean): Localized {
  const value = area.area.toFixed(3);
  const bounds = `${area.interval.low.toFixed(3)}–${area.interval.high.toFixed(3)}`;
  const by = contenderTitle(contender);
  const standing = standingOf(area);
  if (standing === 'chance') {
    const isWorse = area.interval.high < 0.5;
    return {
      en: `telling who stops is ${isWorse ? 'worse' : 'no better'} than a coin (AUC ${value}, 95% ${bounds}, ${by.en})`,
      'zh-CN': `识别停购客户${isWorse ? '还不如抛硬币' : '不比抛硬币强'}（AUC ${value}，95% 区间 ${bounds}，${by['zh-CN']}）`,
    };
  }
  const share = percentText(area.area);
  const few = fewest(area);
  const caution: Localized =
    standing === 'unsure' ? { en: `; with only ${few.en} that may be chance`, 'zh-CN': `；仅 ${few['zh-CN']}，可能出于偶然` } : nothing;
  return {
    en: `${isOfAll ? 'a customer' : 'one'} who stops ranks above one who stays ${share} of the time (AUC ${value}, ${by.en}${caution.en})`,
    'zh-CN': `停购客户排在留存客户之前的概率为 ${share}（AUC ${value}，${by['zh-CN']}${caution['zh-CN']}）`,
  };
}

/** Where the ranking is no better than a coin, the naive rule is only worth a word if it is better. */
function againstNaive({ own }: Fold, { area, naive, gain }: Ranking): Localized {
  if (naive === null || area === null) return nothing;
  const title = contenderTitle(naive.contender);
  const figure = naive.area.area.toFixed(3);
  if (gain !== null && gain.interval.high < 0)
    return { en: `, worse than the naive rule ${title.en} (${figure})`, 'zh-CN': `，不如简单规则“${title['zh-CN']}”（${figure}）` };
  if (standingOf(area) === 'chance') return nothing;
  if (naive.contender === own.contender) return { en: ', itself the best naive rule', 'zh-CN': '，该方法即最佳简单规则' };
  if (gain === null)
    return { en: `, too few to compare with ${title.en} (${figure})`, 'zh-CN': `，客户过少，无法与“${title['zh-CN']}”（${figure}）比较` };
  return gain.interval.low > 0
    ? { en: `, better than ${title.en} (${figure})`, 'zh-CN': `，优于“${title['zh-CN']}”（${figure}）` }
    : { en: `, no different from ${title.en} (${figure})`, 'zh-CN': `，与“${title['zh-CN']}”（${figure}）无显著差异` };
}

function calibrationClause(fold: Fold): Localized | null {
  const { ranking, kept } = judgedOf(fold);
  const error = largestError(fold, kept);
  const level = levelOf(fold, kept);
  if (error === null || level === null) return null;
  const points = Math.round(error * 100);
  const [expected, stopped] = [percentText(level.predicted), percentText(level.observed)];
  const corrected = correctedClause(fold, kept);
  const groups = groupsOf(ranking.customers);
  const worst: Localized =
    groups === 10
      ? { en: 'worst tenth; ', 'zh-CN': '最差的十分位；' }
      : groups === 1
        ? nothing
        : { en: `worst of ${groups} groups; `, 'zh-CN': `${groups} 组中最差的一组；` };
  return {
    en: `probabilities are off by ${groups === 1 ? '' : 'up to '}${points} point${points === 1 ? '' : 's'} (${worst.en}${expected} were expected to stop, ${stopped} did)${corrected.en}`,
    'zh-CN': `概率${groups === 1 ? '' : '最多'}偏差 ${points} 个百分点（${worst['zh-CN']}预测 ${expected} 停购，实际 ${stopped}）${corrected['zh-CN']}`,
  };
}

/** What the error would have been with the level known: the next forecast has the correction where its contender does not learn from outcomes itself. */
function correctedClause(fold: Fold, kept: Kept): Localized {
  const error = largestCorrectedError(fold, kept);
  if (error === null) return nothing;
  const points = Math.round(error * 100);
  return { en: `, by up to ${points} once corrected by what came`, 'zh-CN': `，按实际结果校准后最多 ${points} 个百分点` };
}

function ordersClause({ forecast: { chosen, actual, lastPeriod } }: Fold): Localized {
  const error = errorOf(chosen.orders, actual.orders);
  if (error === null)
    return chosen === lastPeriod
      ? {
          en: `no model could be fitted; no order came, and repeating the last period would have been ${amountText(chosen.orders)}`,
          'zh-CN': `无法拟合模型；实际无订单，沿用上期为 ${amountText(chosen.orders)}`,
        }
      : { en: `no order came, ${amountText(chosen.orders)} were forecast`, 'zh-CN': `实际无订单，预测 ${amountText(chosen.orders)}` };
  const figures = `${amountText(chosen.orders)} / ${amountText(actual.orders)}`;
  if (chosen === lastPeriod) {
    const [verb, zh] = error < 0 ? ['under', '低估'] : ['over', '高估'];
    return {
      en: `no model could be fitted, and repeating the last period ${verb}-predicts orders by ${percentText(Math.abs(error))} (${figures})`,
      'zh-CN': `无法拟合模型，沿用上期${zh}订单 ${percentText(Math.abs(error))}（预测/实际 ${figures}）`,
    };
  }
  const against = againstLastPeriod(error, errorOf(lastPeriod.orders, actual.orders));
  const size = percentText(Math.abs(error));
  const title = methodTitle(chosen.id);
  const said: Localized =
    Math.abs(error) < near
      ? { en: `${title.en} forecasts orders right (${figures})`, 'zh-CN': `${title['zh-CN']} 对订单的预测准确（预测/实际 ${figures}）` }
      : error < 0
        ? {
            en: `the models under-predict orders by ${size} (${title.en}, ${figures})`,
            'zh-CN': `模型低估订单 ${size}（${title['zh-CN']}，预测/实际 ${figures}）`,
          }
        : {
            en: `the models over-predict orders by ${size} (${title.en}, ${figures})`,
            'zh-CN': `模型高估订单 ${size}（${title['zh-CN']}，预测/实际 ${figures}）`,
          };
  return { en: said.en + against.en, 'zh-CN': said['zh-CN'] + against['zh-CN'] };
}

/** Null where amounts are missing, and where nothing was bought. */
function revenueClause({ forecast: { chosen, actual, lastPeriod } }: Fold): Localized | null {
  const error = errorOf(chosen.revenue, actual.revenue);
  if (error === null) return null;
  const against = chosen === lastPeriod ? nothing : againstLastPeriod(error, errorOf(lastPeriod.revenue, actual.revenue));
  const size = percentText(Math.abs(error));
  const said: Localized =
    Math.abs(error) < near
      ? { en: 'revenue is forecast right', 'zh-CN': '销售额预测准确' }
      : error < 0
        ? { en: `revenue is under-predicted by ${size}`, 'zh-CN': `销售额低估 ${size}` }
        : { en: `revenue is over-predicted by ${size}`, 'zh-CN': `销售额高估 ${size}` };
  return { en: said.en + against.en, 'zh-CN': said['zh-CN'] + against['zh-CN'] };
}

/** Which of the two came nearer, with the error of the last period repeated. */
function againstLastPeriod(error: number, last: number | null): Localized {
  if (last === null) return nothing;
  const points = Math.round(last * 100);
  const figure = `${points > 0 ? '+' : ''}${points}%`;
  const lead = Math.abs(last) - Math.abs(error);
  if (lead === 0 || (Math.abs(last) < near && Math.abs(error) < near))
    return { en: `, as near as repeating the last period (${figure})`, 'zh-CN': `，与沿用上期（${figure}）相当` };
  return lead > 0
    ? { en: `, nearer than repeating the last period (${figure})`, 'zh-CN': `，比沿用上期（${figure}）准确` }
    : { en: `, farther off than repeating the last period (${figure})`, 'zh-CN': `，不如沿用上期（${figure}）准确` };
}
