import { both, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { ResultCell } from '../../result/result.ts';
import { moneyText } from '../../views/number-words.ts';

/** What cases are told apart by. */
export const attributeWords: Readonly<Record<string, Localized>> = {
  industry: both('Industry', '行业'),
  size: both('Company size', '客户规模'),
  region: both('Region', '地区'),
  category: both('Category', '品类'),
  product: both('Product', '产品'),
  source: both('Source', '来源'),
  amount: both('Amount', '金额'),
  competitor: both('Competitor', '竞争对手'),
  contacts: both('Contacts', '联系次数'),
  first_contact: both('First contact after', '首次联系'),
  cycle: both('Cycle', '周期'),
};

const units: Readonly<Record<string, Localized>> = {
  size: both(' staff', ' 人'),
  contacts: both('', ' 次'),
  first_contact: both(' days', ' 天'),
  cycle: both(' days', ' 天'),
};

/** A kind as people read it: bands with their unit, amounts as money, texts as they are. */
export function kindWords(attribute: string, kind: string, money: MoneyDisplay | undefined): Localized {
  const [, from, to] = /^(\d+)(?:-(\d+)|\+)?$/.exec(kind) ?? [];
  if (from === undefined) return both(kind, kind);
  const isOpen = kind.endsWith('+');
  if (attribute === 'amount') {
    const [low, high] = [from, to].map((each) => moneyText(Number(each ?? 0), money));
    if (isOpen) return both(`from ${low!}`, `${low!} 及以上`);
    return from === '0' ? both(`below ${high!}`, `${high!} 以下`) : both(`${low!}–${high!}`, `${low!}–${high!}`);
  }
  const unit = units[attribute];
  if (unit === undefined) return both(kind, kind);
  if (isOpen) return both(`${from}+${unit.en}`, `${from}${unit['zh-CN']}以上`);
  const range = to === undefined ? from : `${from}–${to}`;
  return both(`${range}${unit.en}`, `${range}${unit['zh-CN']}`);
}

/** `Industry Medical`. */
export function kindNamed(attribute: ResultCell, kind: ResultCell, money: MoneyDisplay | undefined): Localized {
  const [title, words] = [attributeWords[String(attribute)]!, kindWords(String(attribute), String(kind), money)];
  return both(`${title.en.toLowerCase()} ${words.en}`, `${title['zh-CN']}“${words['zh-CN']}”`);
}

interface CaseWords {
  /** One of them, as in `deals of such a kind`. */
  readonly named: Localized;
  readonly cases: Localized;
  readonly successes: Localized;
  readonly rate: Localized;
}

/** What cases and successes are called. */
export const caseWords: Readonly<Record<string, CaseWords>> = {
  deals: { named: both('deals', '商机'), cases: both('Deals', '商机数'), successes: both('Won', '赢单'), rate: both('Win rate', '赢单率') },
  leads: {
    named: both('leads', '线索'),
    cases: both('Leads', '线索数'),
    successes: both('Converted', '转化'),
    rate: both('Conversion', '转化率'),
  },
  customers: {
    named: both('customers', '客户'),
    cases: both('Customers', '客户数'),
    successes: both('Bought', '本期购买'),
    rate: both('Share buying', '活跃率'),
  },
};

/** `won 9 of 14`. */
export function resultWords(of: ResultCell, successes: ResultCell, cases: ResultCell): Localized {
  const [good, all] = [String(successes), String(cases)];
  if (of === 'leads') return both(`${good} of ${all} converted`, `${all} 条转化 ${good} 条`);
  if (of === 'customers') return both(`${good} of ${all} bought`, `${all} 个客户中 ${good} 个本期购买`);
  return both(`won ${good} of ${all}`, `${all} 单赢 ${good} 单`);
}
