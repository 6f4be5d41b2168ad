import { both, capitalised, type Localized } from '../../lib/localized.ts';
import type { Period } from '../../lib/dates.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { isNothing, withSign } from '../../lib/with-sign.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../views/period-words.ts';
import type { Figure } from './figures.ts';
import type { Runs } from './runs.ts';
import { wholeYear } from './whole-target.ts';

/** The period in one sentence, and in a second what it is held against; empty where the files have neither sales nor targets. */
export function headlineOf(runs: Runs, figures: readonly Figure[], period: Period | null, money: MoneyDisplay): Localized[] {
  const sales = figures.find(({ id }) => id === 'revenue');
  if (sales === undefined || typeof sales.value !== 'number' || period === null) return [];
  return [headline(sales, sales.value, { runs, period, money }), ...(sales.difference === null ? [] : [against(sales, money)])];
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

function against(sales: Figure, money: MoneyDisplay): Localized {
  const difference = sales.difference ?? 0;
  const amount = moneyChange(difference, money);
  const verdict = sales.verdict === null ? both('', '') : both(`: ${String(sales.verdict)}`, `，${String(sales.verdict)}`);
  if (isNothing(amount)) return both(`The same as in the period before${verdict.en}.`, `与上期持平${verdict['zh-CN']}。`);
  const by = sales.relative === null ? null : withSign(sales.relative, percentText(Math.abs(sales.relative)));
  return both(
    `Against the period before ${amount}${by === null ? '' : `, ${by}`}${verdict.en}.`,
    `较上期 ${amount}${by === null ? '' : `，${by}`}${verdict['zh-CN']}。`,
  );
}
