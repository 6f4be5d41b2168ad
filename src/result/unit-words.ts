import type { Lang, Localized } from '../lib/localized.ts';

const units: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  ['days', { en: 'days', 'zh-CN': '天' }],
  ['months', { en: 'months', 'zh-CN': '个月' }],
  ['years', { en: 'years', 'zh-CN': '年' }],
  ['hours', { en: 'hours', 'zh-CN': '小时' }],
  ['orders', { en: 'orders', 'zh-CN': '单' }],
  ['purchases', { en: 'purchases', 'zh-CN': '次' }],
  ['lines', { en: 'lines', 'zh-CN': '行' }],
  ['rows', { en: 'rows', 'zh-CN': '行' }],
  ['customers', { en: 'customers', 'zh-CN': '家' }],
  ['persons', { en: 'customers', 'zh-CN': '位' }],
  ['leads', { en: 'leads', 'zh-CN': '条' }],
  ['deals', { en: 'deals', 'zh-CN': '单' }],
  ['products', { en: 'products', 'zh-CN': '种' }],
  ['categories', { en: 'categories', 'zh-CN': '类' }],
  ['items', { en: 'items', 'zh-CN': '项' }],
  ['baskets', { en: 'baskets', 'zh-CN': '篮' }],
  ['offers', { en: 'offers', 'zh-CN': '个' }],
  ['times', { en: 'times', 'zh-CN': '次' }],
  ['contacts', { en: 'contacts', 'zh-CN': '次' }],
  ['orders a year', { en: 'orders a year', 'zh-CN': '单/年' }],
  ['targets', { en: 'targets', 'zh-CN': '条' }],
  ['tasks', { en: 'tasks', 'zh-CN': '项' }],
  ['periods', { en: 'periods', 'zh-CN': '期' }],
  ['points', { en: 'points', 'zh-CN': '分' }],
]);

/** A unit in the reader's language; one that is not in the list stands as it is. */
export function unitWord(unit: string, lang: Lang): string {
  return units.get(unit)?.[lang] ?? unit;
}
