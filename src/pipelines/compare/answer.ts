import type { Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../views/period-words.ts';
import type { Compared } from './periods.ts';

/** What changed and whether that is more than chance, what it is made of, and whom to call. */
export function compareAnswer(sections: readonly Section[], periods: Pick<Compared, 'before'>): Localized[] {
  const said = saidBy(sections);
  return [changed(said, periods), why(said), whom(said)].filter((sentence) => sentence !== null);
}

/** Of the revenue; without one of the orders. */
function changed(said: Said, { before: period }: Pick<Compared, 'before'>): Localized | null {
  const rows = said.rows('changes', Infinity);
  const row = ['revenue', 'orders']
    .map((id) => rows.find(({ measure }) => measure === id))
    .find((each) => numberOf(each?.['difference']) !== null);
  if (row === undefined) return null;
  const [before, after, difference] = [numberOf(row['before']) ?? 0, numberOf(row['after']) ?? 0, numberOf(row['difference']) ?? 0];
  const what: Localized =
    row['measure'] === 'revenue' ? { en: 'Revenue', 'zh-CN': '销售额' } : { en: 'The number of orders', 'zh-CN': '订单数' };
  const named = periodWords(period);
  const base: Localized = { en: `against ${named.en}`, 'zh-CN': `较 ${named['zh-CN']}` };
  if (difference === 0) return { en: `${what.en} is the same ${base.en}.`, 'zh-CN': `${what['zh-CN']}${base['zh-CN']}持平。` };
  const share = before > 0 ? percentText(Math.abs(difference) / before) : null;
  const [amount, total] = [amountText(Math.abs(difference)), amountText(after)];
  const chance = chanceText(String(row['verdict_code']));
  return {
    en: `${what.en} ${difference > 0 ? 'rose' : 'fell'} by ${amount}${share === null ? '' : ` (${share})`} to ${total} ${base.en}${chance.en}.`,
    'zh-CN': `${what['zh-CN']}${base['zh-CN']}${difference > 0 ? '增加' : '减少'} ${amount}${share === null ? '' : `（${share}）`}，为 ${total}${chance['zh-CN']}。`,
  };
}

function chanceText(verdict: string): Localized {
  if (verdict === 'more_than_chance') return { en: ', more than the usual fluctuation', 'zh-CN': '，超出随机波动' };
  if (verdict.startsWith('within_chance')) return { en: ', within the usual fluctuation', 'zh-CN': '，仍在随机波动范围内' };
  return { en: '; whether by chance cannot be told', 'zh-CN': '，是否出于偶然无法判断' };
}

const mostParts = 2;

/** The largest steps from the one revenue to the other. */
function why(said: Said): Localized | null {
  const size = (row: ResultRow): number => Math.abs(numberOf(row['amount']) ?? 0);
  const steps = said
    .rows('revenue_bridge', Infinity)
    .filter((row) => row['step'] !== 'before' && row['step'] !== 'after' && size(row) > 0)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, mostParts);
  if (steps.length === 0) return null;
  const parts = (zh: boolean): string[] =>
    steps.map((row) => {
      const amount = numberOf(row['amount']) ?? 0;
      const signed = `${amount > 0 ? '+' : '−'}${amountText(Math.abs(amount))}`;
      const customers = amountText(numberOf(row['customers']) ?? 0);
      return zh ? `${row['title']} ${signed}（${customers} 位）` : `${String(row['title']).toLowerCase()} ${signed} (${customers})`;
    });
  return { en: `The largest parts: ${parts(false).join(', ')}.`, 'zh-CN': `其中最大的变动：${parts(true).join('，')}。` };
}

/** Of those who did not buy in the later period, those who should have. */
function whom(said: Said): Localized | null {
  const overdue = said.total('to_call');
  const absent = numberOf(said.rows('customers', Infinity).find(({ movement }) => movement === 'lost')?.['customers']);
  if (absent === null || absent === 0) return null;
  const [all, number] = [amountText(absent), amountText(overdue)];
  if (overdue === 0)
    return {
      en: `None of the ${all} who did not buy this period is overdue by its own cycle.`,
      'zh-CN': `本期未购的 ${all} 位客户均未超过自身购买周期。`,
    };
  const [first] = said.rows('to_call');
  const name = first === undefined ? null : `${first['customer_name'] ?? first['customer_id']}`;
  return {
    en: `Of the ${all} who did not buy this period ${number} ${overdue === 1 ? 'is overdue by its' : 'are overdue by their'} own cycle${name === null ? '' : `: call first ${name} (${first!['why']})`}.`,
    'zh-CN': `本期未购的 ${all} 位客户中，${number} 位已超过自身购买周期${name === null ? '' : `，请先联系${name}（${first!['why']}）`}。`,
  };
}
