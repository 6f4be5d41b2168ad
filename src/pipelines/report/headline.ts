import { afterChinese, beforeChinese, both, capitalised, type Localized } from '../../lib/localized.ts';
import { addDays, addMonths, type IsoDate, type Period } from '../../lib/dates.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { isNothing, withSign } from '../../lib/with-sign.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { earlierWords, monthName, periodWords } from '../../lib/period-words.ts';
import type { Figure } from './figures.ts';
import { factOf, type Runs } from './runs.ts';
import { shortName } from './short-name.ts';
import { wholeYear } from './whole-target.ts';

/**
 * The period in one sentence, in a second what it is held against, in a third how the year goes beside the year before; empty where the files
 * have neither sales nor targets.
 */
export function headlineOf(runs: Runs, figures: readonly Figure[], period: Period | null, money: MoneyDisplay): Localized[] {
  const sales = figures.find(({ id }) => id === 'revenue');
  if (sales === undefined || typeof sales.value !== 'number' || period === null) return [];
  const told = { runs, period, money };
  return [
    headline(sales, sales.value, told),
    ...(sales.difference === null ? [] : [against(sales, sales.difference, told)]),
    ...(yearOnYear(told) ?? []),
  ];
}

interface Told {
  readonly runs: Runs;
  readonly period: Period;
  readonly money: MoneyDisplay;
}

function headline(sales: Figure, value: number, { runs, period, money }: Told): Localized {
  const [words, amount] = [periodWords(period), moneyText(value, money)];
  const of = sales.target === null || sales.target <= 0 ? null : percentText(value / sales.target);
  const year = wholeYear(runs);
  const [forecast, gap] = [numberOf(year?.['forecast']), numberOf(year?.['forecast_gap'])];
  const en = [`${capitalised(words.en)}: sales ${amount}${of === null ? '' : `, ${of} of target`}`];
  const zh = [`${words['zh-CN']}销售额 ${amount}${of === null ? '' : `，完成目标的 ${of}`}`];
  if (forecast !== null && gap !== null) {
    en.push(`the year is heading for ${moneyText(forecast, money)}, ${moneyText(Math.abs(gap), money)} ${gap > 0 ? 'short' : 'over'}`);
    zh.push(`全年预计 ${moneyText(forecast, money)}，${gap > 0 ? '比目标少' : '超出目标'} ${moneyText(Math.abs(gap), money)}`);
  }
  return both(en.join('; '), zh.join('；'));
}

function against(sales: Figure, difference: number, { runs, period, money }: Told): Localized {
  const amount = moneyChange(difference, money);
  const verdict = sales.verdict === null ? both('', '') : both(`: ${String(sales.verdict)}`, `，${String(sales.verdict)}`);
  const before = runs.results.get('compare')?.compared_with;
  const named = before === undefined ? both('the period before', '上期') : earlierWords(before, period);
  const [en, zh] = [named.en, named['zh-CN']];
  if (isNothing(amount))
    return both(`The same as in ${en}${verdict.en}.`, `${beforeChinese(afterChinese('与', zh), '持平')}${verdict['zh-CN']}。`);
  const by = sales.relative === null ? null : changeText(sales.relative);
  return both(
    `Against ${en} ${amount}${by === null ? '' : `, ${by}`}${verdict.en}.`,
    `${afterChinese('较', zh)} ${amount}${by === null ? '' : `，${by}`}${verdict['zh-CN']}。`,
  );
}

/** `−20.6%` */
function changeText(change: number): string {
  return withSign(change, `${Math.abs(change * 100).toFixed(1)}%`);
}

/** The part of a year up to a day: `January to October`, `前 10 个月`. */
function yearWords(last: IsoDate): Localized {
  const month = Number(last.slice(5, 7));
  if (!addDays(last, 1).endsWith('-01')) return both(`The year to ${last}`, `本年截至 ${last} `);
  if (month === 1) return monthName(1);
  return both(`${monthName(1).en} to ${monthName(month).en}`, month === 12 ? `${last.slice(0, 4)} 年全年` : `前 ${month} 个月`);
}

/** A customer is named whose change is at least this share of the whole one, and of the revenue of the year before. */
const named = { ofDifference: 0.5, ofYearAgo: 0.02 };

/**
 * The year up to the end of the period against the same days a year before, and how it goes without the customer who changed most, where that one
 * changes the picture; null where the files do not tell, and where the period is a year itself.
 */
function yearOnYear({ runs, period, money }: Told): Localized[] | null {
  const fact = (id: string) => factOf(runs, 'compare', 'year_to_date', id)?.value ?? null;
  const [change, difference, before, own, others] = [
    'relative_difference',
    'difference',
    'year_ago_revenue',
    'customer_difference',
    'others_relative',
  ].map((id) => numberOf(fact(id)));
  const last = fact('last_day');
  if (typeof change !== 'number' || typeof last !== 'string' || addMonths(period.from, 12) <= period.to) return null;
  const words = yearWords(last);
  const by = changeText(change);
  const said = isNothing(by)
    ? both(`${words.en}: as in the same days a year before`, `${words['zh-CN']}与上年同期持平`)
    : both(`${words.en}: ${by} on the same days a year before`, `${words['zh-CN']}较上年同期 ${by}`);
  const whole = both(`${said.en}.`, `${said['zh-CN']}。`);
  if (typeof own !== 'number' || typeof others !== 'number' || typeof difference !== 'number' || typeof before !== 'number') return [whole];
  if (Math.abs(own) < named.ofDifference * Math.abs(difference) || Math.abs(own) < named.ofYearAgo * before) return [whole];
  const name = shortName(runs, { customer_id: fact('customer_id'), customer_name: fact('customer_name') });
  const [moved, rest] = [moneyChange(own, money), changeText(others)];
  return [
    both(
      `${said.en}; without ${name} (${moved}) all others together ${rest}.`,
      `${said['zh-CN']}；${afterChinese('不计', name)}（${moved}），其余客户合计 ${rest}。`,
    ),
  ];
}
