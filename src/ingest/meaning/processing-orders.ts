import { normaliseHeader, normaliseWord } from '../../model/names.ts';
import { moneyInAll } from '../../quality/check.ts';
import type { FieldMappings } from '../overrides.ts';
import type { TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';

const unsure: ReadonlySet<string> = new Set(['processing', '处理中']);
/** Words and headers of shops in which an order is processed once it is paid (WooCommerce, Magento). */
const shopWords: ReadonlySet<string> = new Set([
  'onhold',
  'holded',
  'complete',
  'pendingpayment',
  'checkoutdraft',
  'paymentreview',
  'wcprocessing',
  'wccompleted',
]);
const shopHeaders: ReadonlySet<string> = new Set(
  [
    'Billing Email',
    'Billing First Name',
    'Bill-to Name',
    'Ship-to Name',
    'Grand Total (Base)',
    'Purchase Point',
    'Order Subtotal',
    'Customer Note',
  ].map(normaliseHeader),
);

/** Orders in process count as sales; where nothing tells that the system means paid ones, that is doubtful. */
export function withProcessingOrders<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const status = plan.fields.find(({ name }) => name === 'status');
  if (plan.entity.id !== 'orders' || status === undefined) return plan;
  const words = headTexts(plan, status.index);
  const isUnsure = (word: string): boolean => unsure.has(normaliseWord(word)) && status.reading.words.get(word) === 'completed';
  const count = words.filter(isUnsure).length;
  const settled = [...said.overridesOf('orders', 'status').words.keys()].some((word) => unsure.has(normaliseWord(word)));
  const isShop =
    words.some((word) => shopWords.has(normaliseWord(word))) ||
    plan.table.columns.some((header) => shopHeaders.has(normaliseHeader(header)));
  if (count === 0 || settled || isShop) return plan;
  const amount = plan.fields.find(({ name }) => name === 'amount') ?? plan.fields.find(({ name }) => name === 'paid_amount');
  const amounts = amount === undefined ? [] : headNumbers(plan, amount);
  const cents = words.reduce((sum, word, at) => sum + (isUnsure(word) ? Math.round((amounts[at] ?? 0) * 100) : 0), 0);
  const value = words.find(isUnsure)!;
  const part = plan.table.head.length < 1000 ? ['', ''] : [' in the first 1,000 records', '（前 1,000 行中）'];
  const note = {
    code: 'status-processing',
    level: 'warning',
    message: {
      en: `rows with the status "${value}"${part[0]!}${moneyInAll(cents / 100).en}, count as sales: paid and not yet delivered`,
      'zh-CN': `行的状态为“${value}”${part[1]!}${moneyInAll(cents / 100)['zh-CN']}，按已付款、未交付计入销售`,
    },
    fix: { en: `if they are not paid: --map orders.status.pending=${value}`, 'zh-CN': `如尚未付款：--map orders.status.pending=${value}` },
    count,
    column: status.header,
    value,
    record: words.findIndex(isUnsure),
  } as const;
  return { ...plan, notes: [...plan.notes, note] };
}
