import { sql } from '../../../engine/sql.ts';
import { afterChinese, both, type Localized } from '../../../lib/localized.ts';
import type { Said } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, moneyText } from '../../../views/number-words.ts';
import type { SatisfactionInput } from '../run.ts';

interface Calls {
  readonly customers: number;
  readonly overdue: number;
  readonly complaint: number;
  readonly unhappy: number;
  readonly revenue: number | null;
}

/** How many customers to call, why, what they bought, and who first. */
export async function whomToCall({ engine, money }: SatisfactionInput, said: Said): Promise<Localized> {
  const [calls] = await engine.rows<Readonly<Record<keyof Calls, number | null>>>(sql`
    select
      count(*) as customers, count(*) filter (where calls_for = 'overdue') as overdue, count(*) filter (where calls_for = 'complaint') as complaint,
      count(*) filter (where calls_for in ('detractor', 'dissatisfied')) as unhappy, sum(revenue) as revenue
    from satisfaction_customers
    where calls_for is not null`);
  const customers = calls?.customers ?? 0;
  if (customers === 0)
    return both(
      'Nobody has to be called: no complaint is open and no latest answer is bad.',
      '目前无需专门联系客户：没有未结投诉，最近的回答也没有差评。',
    );
  const every: readonly (readonly [number, string, string])[] = [
    [calls?.overdue ?? 0, 'with an overdue complaint', '位投诉逾期'],
    [calls?.complaint ?? 0, 'with an open complaint', '位投诉未结'],
    [calls?.unhappy ?? 0, 'whose latest answer is bad', '位最近评分差'],
  ];
  const kinds = every.filter(([n]) => n !== 0);
  const [first] = said.rows('to_call');
  const name = first === undefined ? '' : String(first['customer_name'] ?? first['customer_id']);
  const why = first?.['why'] ?? null;
  const amount = calls?.revenue ?? null;
  const [bought, zhBought] =
    amount === null || amount <= 0
      ? ['', '']
      : [`; they bought ${moneyText(amount, money)} in twelve months`, `；近 12 个月共购买 ${moneyText(amount, money)}`];
  const only = kinds.length === 1;
  const parts = (zh: boolean): string =>
    kinds.map(([n, en, own]) => (zh ? `${amountText(n)} ${own}` : `${amountText(n)} ${en}`)).join(zh ? '、' : ', ');
  const [about, zhAbout] = why === null ? ['', ''] : [` (${why})`, `（${why}）`];
  return both(
    `Call ${amountText(customers)} customer${customers === 1 ? '' : 's'} now${only ? ` ${kinds[0]![1]}` : `: ${parts(false)}`}${bought}. First ${name}${about}.`,
    `请先联系 ${amountText(customers)} 位客户${only ? `（${kinds[0]![2].slice(1)}）` : `：${parts(true)}`}${zhBought}。${afterChinese('首先是', name)}${zhAbout}。`,
  );
}

/** Where no feedback says whose it is: what is open, and with whom most of it lies; null where nothing can be open. */
export function whatWaits(said: Said): Localized | null {
  const [open, overdue] = [said.figure('overview', 'open'), said.figure('overview', 'overdue') ?? 0];
  const [first] = said.rows('action_owners');
  if (open === null || first === undefined) return null;
  if (open === 0) return both('Nothing that customers raised is open.', '客户提出的问题均已处理。');
  const [own, days] = [numberOf(first['open']) ?? 0, numberOf(first['oldest_days'])];
  const [late, zhLate] = overdue === 0 ? ['', ''] : [`, ${amountText(overdue)} of them overdue`, `，其中 ${amountText(overdue)} 件逾期`];
  const [since, zhSince] = days === null ? ['', ''] : [`, the oldest for ${amountText(days)} days`, `，最早一件已 ${amountText(days)} 天`];
  const name = String(first['action_owner']);
  return both(
    `${amountText(open)} matters that customers raised are open${late}; begin with ${name}: ${amountText(own)} open${since}. No row says which customer it is.`,
    `客户提出的问题有 ${amountText(open)} 件未办结${zhLate}；${afterChinese('先督促', name)}：${amountText(own)} 件未办结${zhSince}。数据未注明是哪位客户。`,
  );
}
