import { addDays } from '../../lib/dates.ts';
import { afterChinese, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { withSign } from '../../lib/with-sign.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyChange, moneyText, oneDecimal, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../lib/period-words.ts';
import { firstToAct } from '../parts/first-to-act.ts';
import type { Moved } from './most-moved.ts';
import type { Compared } from './periods.ts';
import { lengthText } from '../parts/usual-length.ts';

interface Further {
  readonly money?: MoneyDisplay | undefined;
  readonly moved?: readonly Moved[];
  /** What those to be called had brought in the earlier period. */
  readonly brought?: number | null;
}

/** What changed and whether that is more than chance, what it is made of, and whom to call. */
export function compareAnswer(
  sections: readonly Section[],
  periods: Pick<Compared, 'before' | 'after' | 'usual' | 'asOf'>,
  { money, moved = [], brought = null }: Further = {},
): Localized[] {
  const said = saidBy(sections);
  const isOver = addDays(periods.after.to, -1) < periods.asOf;
  return [changed(said, periods, money), why(said, moved, money), whom(said, { brought, isOver, money })].filter(
    (sentence) => sentence !== null,
  );
}

/** The measure that the answer begins with: the revenue; without one the orders. */
function headline(rows: readonly ResultRow[]): ResultRow | undefined {
  return ['revenue', 'orders']
    .map((id) => rows.find(({ measure }) => measure === id))
    .find((each) => numberOf(each?.['difference']) !== null);
}

/** How the first measure changed, and what else did by more than chance. */
function changed(
  said: Said,
  { before: period, usual }: Pick<Compared, 'before' | 'usual'>,
  money: MoneyDisplay | undefined,
): Localized | null {
  const row = headline(said.rows('changes', Infinity));
  if (row === undefined) return null;
  const [before, after, difference] = [numberOf(row['before']) ?? 0, numberOf(row['after']) ?? 0, numberOf(row['difference']) ?? 0];
  const what: Localized =
    row['measure'] === 'revenue' ? { en: 'Revenue', 'zh-CN': '销售额' } : { en: 'The number of orders', 'zh-CN': '订单数' };
  const named = periodWords(period);
  const base: Localized = { en: `against ${named.en}`, 'zh-CN': `较 ${named['zh-CN']}${/\d$/.test(named['zh-CN']) ? ' ' : ''}` };
  const length = lengthText(usual);
  const others = beyondChance(said);
  if (difference === 0)
    return {
      en: `${what.en} is the same ${base.en}${length.en}${others.en}.`,
      'zh-CN': `${what['zh-CN']}${base['zh-CN']}持平${length['zh-CN']}${others['zh-CN']}。`,
    };
  const share = before > 0 ? percentText(Math.abs(difference) / before) : null;
  const text = (value: number): string => (row['measure'] === 'revenue' ? moneyText(value, money) : amountText(value));
  const [amount, total] = [text(Math.abs(difference)), text(after)];
  const chance = chanceText(String(row['verdict_code']));
  return {
    en: `${what.en} ${difference > 0 ? 'rose' : 'fell'} by ${amount}${share === null ? '' : ` (${share})`} to ${total} ${base.en}${chance.en}${length.en}${others.en}.`,
    'zh-CN': `${what['zh-CN']}${base['zh-CN']}${difference > 0 ? '增加' : '减少'} ${amount}${share === null ? '' : `（${share}）`}，为 ${total}${chance['zh-CN']}${length['zh-CN']}${others['zh-CN']}。`,
  };
}

function chanceText(verdict: string): Localized {
  if (verdict === 'more_than_chance') return { en: ', more than the usual fluctuation', 'zh-CN': '，超出随机波动' };
  if (verdict.startsWith('within_chance')) return { en: ', within the usual fluctuation', 'zh-CN': '，仍在随机波动范围内' };
  return { en: '; whether by chance cannot be told', 'zh-CN': '，是否出于偶然无法判断' };
}

const mostMeasures = 2;

/** `; so did margin (−0.6 pp), profit (−84%)`: the measures beside the first that changed by more than chance, the largest change first. */
function beyondChance(said: Said): Localized {
  const rows = said.rows('changes', Infinity);
  const first = headline(rows);
  const size = (row: ResultRow): number => Math.abs(numberOf(row['relative_difference']) ?? Infinity);
  const beyond = rows
    .filter((row) => row !== first && row['verdict_code'] === 'more_than_chance' && hasOneDirection(row))
    .toSorted((one, other) => (size(one) === size(other) ? 0 : size(other) - size(one)))
    .slice(0, mostMeasures)
    .map(changeText);
  if (beyond.length === 0) return { en: '', 'zh-CN': '' };
  const [too, zhToo] =
    first?.['verdict_code'] === 'more_than_chance' ? ['; so did', '；同样超出的有'] : ['; more than that changed', '；超出随机波动的有'];
  return {
    en: `${too} ${beyond.map(({ en }) => en).join(', ')}`,
    'zh-CN': afterChinese(zhToo, beyond.map((each) => each['zh-CN']).join('、')),
  };
}

/** Whether it changed, and the same way a day, by which periods of different lengths are judged. */
function hasOneDirection(row: ResultRow): boolean {
  const difference = numberOf(row['difference']) ?? 0;
  return difference !== 0 && difference * (numberOf(row['difference_per_day']) ?? difference) > 0;
}

/** `profit (−84%)`; of rates in percentage points: `margin (−0.6 pp)`. */
function changeText(row: ResultRow): Localized {
  const [before, after] = [numberOf(row['before']) ?? 0, numberOf(row['after']) ?? 0];
  const change = after - before;
  const points = withSign(change, oneDecimal(Math.abs(change) * 100));
  const share = before > 0 ? withSign(change, percentText(Math.abs(change) / before)) : change > 0 ? '↑' : '↓';
  const [en, zh] = row['shows'] === 'ratio' ? [`${points} pp`, `${points} 个百分点`] : [share, share];
  return { en: `${String(row['title']).toLowerCase()} (${en})`, 'zh-CN': `${row['title']}（${zh}）` };
}

const mostParts = 2;

/** The largest steps from the one revenue to the other, and the customers, owner and category that moved it most. */
function why(said: Said, moved: readonly Moved[], money: MoneyDisplay | undefined): Localized | null {
  const size = (row: ResultRow): number => Math.abs(numberOf(row['amount']) ?? 0);
  const steps = said
    .rows('revenue_bridge', Infinity)
    .filter((row) => row['step'] !== 'before' && row['step'] !== 'after' && size(row) > 0)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, mostParts);
  if (steps.length === 0) return null;
  const parts = (zh: boolean): string[] =>
    steps.map((row) => {
      const signed = moneyChange(numberOf(row['amount']) ?? 0, money);
      const customers = amountText(numberOf(row['customers']) ?? 0);
      return zh ? `${row['title']} ${signed}（${customers} 位）` : `${String(row['title']).toLowerCase()} ${signed} (${customers})`;
    });
  const groups = [customerText(moved, money), groupText(said, 'by_owner', money), groupText(said, 'by_category', money)].filter(
    (text) => text !== null,
  );
  const [en, zh] = [[parts(false).join(', ')], [parts(true).join('，')]];
  return {
    en: `The largest parts: ${[...en, ...groups.map((text) => text.en)].join('; ')}.`,
    'zh-CN': `其中最大的变动：${[...zh, ...groups.map((text) => text['zh-CN'])].join('；')}。`,
  };
}

/** `by customer: Acme −463,806, Bolt −227,775 (section movers)`; null where nobody has a real share of the change. */
function customerText(moved: readonly Moved[], money: MoneyDisplay | undefined): Localized | null {
  if (moved.length === 0) return null;
  const parts = moved.map(({ name, difference }) => `${name} ${moneyChange(difference, money)}`);
  return { en: `by customer: ${parts.join(', ')} (--section movers)`, 'zh-CN': `按客户：${parts.join('，')}（--section movers）` };
}

/** `by who sold: Zhou −190,000`: the group that moved the revenue most the way it went; null where there is but one, or none. */
function groupText(said: Said, section: 'by_owner' | 'by_category', money: MoneyDisplay | undefined): Localized | null {
  const [first] = said.rows(section);
  const amount = numberOf(first?.['revenue_difference']) ?? 0;
  if (first === undefined || said.total(section) < 2 || amount === 0) return null;
  const isSold = (numberOf(first['sold_orders']) ?? 0) > 0;
  const [by, zh] =
    section === 'by_category' ? ['by category', '按品类'] : isSold ? ['by who sold', '按订单成交人'] : ['by owner now', '按客户现负责人'];
  const text = `${String(first['member'])} ${moneyChange(amount, money)}`;
  return { en: `${by}: ${text}`, 'zh-CN': `${zh}：${text}` };
}

/** What to do where nobody has to be called; blank where nobody bought less either. */
function lookAtMovers(said: Said): Localized {
  const less = said.rows('revenue_bridge', Infinity).find(({ step }) => step === 'contraction');
  if ((numberOf(less?.['customers']) ?? 0) === 0) return { en: '', 'zh-CN': '' };
  return {
    en: '. To do: ask those who bought less for the reason (section movers)',
    'zh-CN': '。建议：向减购客户了解原因（见 movers 部分）',
  };
}

/** How many bought in the earlier period. */
function customersBefore(said: Said): number {
  return numberOf(said.rows('revenue_bridge', Infinity).find(({ step }) => step === 'before')?.['customers']) ?? 0;
}

/** Of those who did not buy in the later period, those who should have: how many, what they had brought, who first, why, and what to do. */
function whom(
  said: Said,
  { brought, isOver, money }: { readonly brought: number | null; readonly isOver: boolean; readonly money: MoneyDisplay | undefined },
): Localized | null {
  const overdue = said.total('to_call');
  const row = said.rows('customers', Infinity).find(({ movement }) => movement === 'lost');
  const absent = numberOf(row?.['customers']);
  if (absent === null) return null;
  const movers = lookAtMovers(said);
  if (absent === 0)
    return customersBefore(said) === 0
      ? null
      : {
          en: `Everybody who had bought the period before bought again${movers.en}.`,
          'zh-CN': `上期客户本期均有购买${movers['zh-CN']}。`,
        };
  const [all, number] = [amountText(absent), amountText(overdue)];
  if (overdue === 0)
    return {
      en: `None of the ${all} who did not buy this period has been silent for longer than is usual for it${movers.en}.`,
      'zh-CN': `本期未购的 ${all} 位客户均未超过通常购买间隔${movers['zh-CN']}。`,
    };
  const first = firstToAct(said.rows('to_call')[0]);
  const worth: Localized =
    brought === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` and had brought ${moneyText(brought, money)} the period before`, 'zh-CN': `，上期贡献 ${moneyText(brought, money)}` };
  const [still, zhStill] = isOver ? [', to this day,', '至今仍未购，'] : ['', ''];
  return {
    en: `Of the ${all} who did not buy this period ${number} ${overdue === 1 ? 'has been silent for longer than is usual for it' : 'have been silent for longer than is usual for them'}${still}${worth.en}${first.en}`,
    'zh-CN': `本期未购的 ${all} 位客户中，${number} 位${zhStill}沉默已超过通常购买间隔${worth['zh-CN']}${first['zh-CN']}`,
  };
}
