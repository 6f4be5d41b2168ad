import type { FindingCode } from '../codes.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import type { Input } from '../result/result.ts';
import { rowReasons } from '../model/row-reasons.ts';
import { incomplete, type ReasonSums, total } from './set-aside.ts';

/** Reasons whose rows may well be sales: the file lacks something, or it was not understood. */
const lacking: ReadonlySet<FindingCode> = new Set([...incomplete, 'amount-invalid', 'customer-placeholder', 'id-duplicate', 'key-missing']);

/** Reasons whose rows are sales that came to nothing, or have not come to anything yet. */
const undone: readonly { readonly title: Localized; readonly ids: readonly FindingCode[] }[] = [
  { title: { en: 'cancelled', 'zh-CN': '已取消' }, ids: ['status-cancelled', 'cancelled-marked'] },
  { title: { en: 'refunded', 'zh-CN': '已退款' }, ids: ['status-refunded', 'refunded-marked', 'returned'] },
  { title: { en: 'still open', 'zh-CN': '未完成' }, ids: ['status-pending', 'payment-failed'] },
];

/** As large a share of the money as this is said before all lists; of what came to nothing half. */
const largeShare = 0.1;
const mostOfIt = 0.5;

interface Part {
  readonly title: Localized;
  readonly fix: Localized | null;
  readonly rows: number;
  readonly amount: number;
}

interface Account {
  readonly sums: ReasonSums;
  readonly input: Input;
}

/**
 * Money of orders that no figure has: for want of something in the files, where it is a tenth of all, and beside it what came to nothing, so
 * that nobody takes the rest for counted; the latter alone where no half of the money counts. Rows that are no orders, stand elsewhere or lie
 * beyond the as-of date are no part of it.
 */
export function leftOutTroubles(accounts: readonly Account[]): Trouble[] {
  const lacks = known(
    rowReasons.filter(({ id }) => lacking.has(id)).map(({ id, title, fix }) => ({ title, fix, ...sumOf(accounts, [id]) })),
  ).toSorted((one, other) => other.amount - one.amount);
  // An order that stands once for each of its statuses would be open and counted.
  const isLog = accounts.some(({ sums }) => sums.has('order-superseded'));
  const gone = isLog ? [] : known(undone.map(({ title, ids }) => ({ title, fix: whereCounted, ...sumOf(accounts, ids) })));
  const [missing, nothing] = [amountOf(lacks), amountOf(gone)];
  const used = total(accounts.flatMap(({ input }) => input.sum_used ?? []));
  const all = total([used, missing, nothing]);
  if (all <= 0) return [];
  const isLarge = missing >= all * largeShare;
  if (!isLarge && used >= all * mostOfIt) return [];
  // Refunds may make what counts less than nothing: no shares then.
  const said = (amount: number): Localized => (used < 0 ? plain(amount) : withShare(amount, all));
  const parts = [...(isLarge ? [lackText(lacks, said(missing))] : []), ...(nothing > 0 ? [goneText(gone, said(nothing), isLarge)] : [])];
  const counts = said(used);
  const [only, zhOnly] = used < all * mostOfIt ? ['only ', '仅'] : ['', ''];
  const message = {
    en: [...parts.map(({ en }) => en), `${only}${counts.en} counts`].join('; '),
    'zh-CN': [...parts.map((part) => part['zh-CN']), `实际${zhOnly}计入 ${counts['zh-CN']}`].join('；'),
  };
  const [first] = isLarge ? lacks : gone;
  const rows = total((isLarge ? lacks : gone).map((part) => part.rows));
  return [trouble('money-left-out', 'warning', rows, message, first?.fix ?? null, { money: isLarge ? missing : nothing })];
}

const whereCounted: Localized = {
  en: 'to count rows of a status: --map orders.status.completed=WORD',
  'zh-CN': '若某状态应计入：--map orders.status.completed=状态词',
};

function sumOf(accounts: readonly Account[], ids: readonly FindingCode[]): Pick<Part, 'rows' | 'amount'> {
  const own = accounts.flatMap(({ sums }) => ids.flatMap((id) => sums.get(id) ?? []));
  return { rows: total(own.map(({ byThen }) => byThen.rows)), amount: total(own.map(({ byThen }) => byThen.amount ?? 0)) };
}

function known(parts: readonly Part[]): Part[] {
  return parts.filter(({ amount }) => amount > 0);
}

function amountOf(parts: readonly Part[]): number {
  return total(parts.map(({ amount }) => amount));
}

function plain(amount: number): Localized {
  return { en: sumText(amount), 'zh-CN': sumText(amount) };
}

/** From this amount on cents say nothing. */
const wholeFrom = 100_000;

function sumText(amount: number): string {
  return grouped(Math.abs(amount) >= wholeFrom ? Math.round(amount) : amount);
}

/** `34% (16,465,426)`. */
function withShare(amount: number, all: number): Localized {
  const [share, sum] = [Math.round((amount / all) * 100), sumText(amount)];
  return { en: `${share}% (${sum})`, 'zh-CN': `${share}%（${sum}）` };
}

function lackText(parts: readonly Part[], said: Localized): Localized {
  return {
    en: `rows with ${said.en} of the money of the orders are in no figure: ${parts.map(({ title }) => title.en).join('; ')}`,
    'zh-CN': `行未计入任何指标，占订单金额的 ${said['zh-CN']}：${parts.map(({ title }) => title['zh-CN']).join('；')}`,
  };
}

function goneText(parts: readonly Part[], said: Localized, isFurther: boolean): Localized {
  const [words, zhWords] = [parts.map(({ title }) => title.en), parts.map(({ title }) => title['zh-CN'])];
  const or = words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join();
  const zhOr = zhWords.join('、');
  return isFurther
    ? { en: `${said.en} more is ${or}`, 'zh-CN': `另有 ${said['zh-CN']}${zhOr}` }
    : { en: `rows with ${said.en} of the money of the orders are ${or}`, 'zh-CN': `行${zhOr}，占订单金额的 ${said['zh-CN']}` };
}
