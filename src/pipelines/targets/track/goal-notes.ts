import type { Localized } from '../../../lib/localized.ts';
import type { MoneyDisplay } from '../../../lib/money-display.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, moneyText, percentText } from '../../../views/number-words.ts';
import { bookText, type Books } from './books.ts';
import type { Goal } from './rows.ts';
import { metricWords } from '../../parts/target-words.ts';
import { missingWords, withheldWords } from './words.ts';

/** What has to be known of a target beside its figures. */
export function goalNotes(goal: Goal, { books, money, forecasts }: NoteParts): Localized[] {
  const book = bookText(goal, books);
  return [
    ...ofActual(goal),
    ...ofPerson(goal, money),
    ...ofTarget(goal),
    ...(forecasts ? withheld(goal) : []),
    ...ofDeals(goal, money),
    ...(book === null ? [] : [book]),
  ];
}

export interface NoteParts {
  readonly books: Books;
  readonly money: MoneyDisplay | undefined;
  /** Whether others beside it have a forecast: then it is said why this one has none. */
  readonly forecasts: boolean;
}

function ofActual({ row, missing, scope, actual }: Goal): Localized[] {
  const notes: Localized[] = [];
  const why = missing === null ? undefined : missingWords[missing];
  if (why !== undefined) notes.push(why);
  if (row['is_rolled_up'] === true && missing === null) notes.push({ en: 'the sum of its parts', 'zh-CN': '由下级汇总' });
  const empty = numberOf(row['empty_spans']) ?? 0;
  if (empty > 0)
    notes.push({
      en: `${empty} of its periods had nothing to divide by: rate and target are those of the others`,
      'zh-CN': `其中 ${empty} 个期间没有可作分母的记录：比率与目标取自其余期间`,
    });
  if (scope === 'rep' && actual === 0 && typeof row['last_sale_on'] === 'string' && row['has_left'] !== true)
    notes.push({
      en: `sold nothing in the period, last on ${row['last_sale_on']}`,
      'zh-CN': `期内无成交，最近成交 ${row['last_sale_on']}`,
    });
  return notes;
}

/** Who came or left: from when to when, by what that is known, and what would be due for those days. */
function ofPerson({ row, target, metric }: Goal, money: MoneyDisplay | undefined): Localized[] {
  const bySales = row['told_by'] === 'sales';
  const notes: Localized[] = [];
  const from = String(row['starts_on']);
  const to = String(row['ends_on']);
  if (row['joined_within'] === true)
    notes.push(
      bySales
        ? {
            en: `first sale on ${from}, no day of joining is given: time counts from then`,
            'zh-CN': `${from} 首次成交（表中无入职日期），自该日起计`,
          }
        : { en: `joined on ${from}: time counts from then`, 'zh-CN': `${from} 入职，时间进度自入职日起计` },
    );
  if (row['has_left'] === true)
    notes.push(
      bySales
        ? {
            en: `last sale on ${to}, no longer in the list of reps: time counts to then`,
            'zh-CN': `${to} 后无成交且不在销售人员表中，计至该日`,
          }
        : { en: `left on ${to}: time counts to then`, 'zh-CN': `${to} 离职，计至离职日` },
    );
  const [due, actual, share] = ['due', 'actual', 'own_share'].map((name) => numberOf(row[name]));
  if (notes.length > 0 && target !== null && target > 0 && typeof due === 'number' && typeof share === 'number' && share < 1 && due > 0) {
    const text = metricWords[metric]!.shows === 'money' ? moneyText(due, money) : amountText(due);
    const reached = typeof actual === 'number' ? percentText(actual / due) : null;
    notes.push({
      en: `${percentText(share)} of the working days, so ${text} would be due${reached === null ? '' : `: ${reached} of that`}`,
      'zh-CN': `在岗 ${percentText(share)} 的工作日，折算应达 ${text}${reached === null ? '' : `，已完成其 ${reached}`}`,
    });
  }
  return notes;
}

/** Why there is no attainment. */
function ofTarget({ target, blanks, slips }: Goal): Localized[] {
  if (target === null && slips > 0)
    return [{ en: 'the value can be none of the metric: no attainment', 'zh-CN': '目标值不可能是该指标的值：不计算达成率' }];
  if (target === null) return [{ en: 'the target is blank: no attainment', 'zh-CN': '目标未填写：不计算达成率' }];
  const notes: Localized[] = [];
  if (slips > 0)
    notes.push({
      en: `${slips} ${slips === 1 ? 'target has a value that is none' : 'targets have a value that is none'} of the metric, what came then does not count`,
      'zh-CN': `${slips} 个目标的取值不可用，相应期间不计`,
    });
  if (blanks > 0)
    notes.push({
      en: `${blanks} ${blanks === 1 ? 'target is' : 'targets are'} blank, what came then does not count`,
      'zh-CN': `${blanks} 个目标未填写，相应期间不计`,
    });
  if (target === 0)
    notes.push({ en: 'the target is zero: no attainment, what was done counts', 'zh-CN': '目标为零：不计算达成率，实际值照计' });
  if (target < 0) notes.push({ en: 'a target below zero: no attainment, the gap counts', 'zh-CN': '负目标：不计算达成率，只看缺口' });
  return notes;
}

function withheld({ row, isOver, missing }: Goal): Localized[] {
  const why = withheldWords[String(row['withheld'])];
  return isOver || missing !== null || why === undefined || row['has_left'] === true
    ? []
    : [{ en: `no forecast: ${why.en}`, 'zh-CN': `不作预测：${why['zh-CN']}` }];
}

function ofDeals({ row, gap }: Goal, money: MoneyDisplay | undefined): Localized[] {
  const weighted = numberOf(row['weighted_amount']);
  if (weighted === null || weighted <= 0 || gap === null || gap <= 0) return [];
  return [
    {
      en: `open deals due by the end are worth ${moneyText(weighted, money)} by their chances`,
      'zh-CN': `期末前预计成交的商机加权 ${moneyText(weighted, money)}`,
    },
  ];
}
