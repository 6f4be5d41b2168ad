import type { Localized } from '../../lib/localized.ts';
import { customerHeaderOf, type Trouble, trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';

/** In how many rows an id is written otherwise, and how. */
export interface WrittenOtherwise {
  /** `padded`: zeros before ids that no customer list has; `check`: a Salesforce id without its last three characters. */
  readonly how: 'width' | 'case' | 'zeros' | 'padded' | 'mark' | 'decimals' | 'check';
  readonly n: number;
  readonly amount: number | null;
  readonly id: string;
  readonly target: string;
  readonly first: number;
}

const differences: Readonly<Record<WrittenOtherwise['how'], Localized>> = {
  width: { en: 'full width or blanks', 'zh-CN': '全角半角或空格' },
  case: { en: 'capitals of the e-mail address', 'zh-CN': '邮箱大小写' },
  zeros: { en: 'leading zeros', 'zh-CN': '前导零' },
  padded: { en: 'leading zeros', 'zh-CN': '前导零' },
  mark: { en: 'a text mark', 'zh-CN': '文本标记' },
  decimals: { en: 'decimals', 'zh-CN': '小数' },
  check: { en: 'the last three characters of a Salesforce id', 'zh-CN': 'Salesforce 编号的后三位校验码' },
};

const exact: Localized = {
  en: 'if they are different customers: --map orders.customer_id.match=exact',
  'zh-CN': '若确为不同客户：--map orders.customer_id.match=exact',
};

export function joinedIdsNote(table: LoadedTable, { how, n, amount, id, target, first }: WrittenOtherwise): Trouble {
  const difference = differences[how];
  return trouble(
    'customer-id-joined',
    how === 'padded' ? 'warning' : 'info',
    n,
    (sum) => ({
      en: `customer ids are the same but for ${difference.en} ("${id}" = "${target}"), ${n} rows${sum.en}; they count as one customer`,
      'zh-CN': `客户编号仅${difference['zh-CN']}不同（“${id}” = “${target}”），${n} 行${sum['zh-CN']}；已按同一客户统计`,
    }),
    exact,
    { table, record: first, column: customerHeaderOf(table), value: id, money: amount },
  );
}

export function nearIdsNote(
  table: LoadedTable,
  { n, amount, id, other, first }: { n: number; amount: number | null; id: string | null; other: string | null; first: number | null },
): Trouble {
  return trouble(
    'customer-id-near',
    'warning',
    n,
    (sum) => ({
      en: `customer ids differ by a mark, zeros or decimals only ("${other}", "${id}"), ${n} rows${sum.en}; they count as different customers`,
      'zh-CN': `客户编号仅差标记、前导零或小数（“${other}”、“${id}”），${n} 行${sum['zh-CN']}；按不同客户统计`,
    }),
    { en: 'write the id the same way everywhere', 'zh-CN': '请统一编号写法' },
    { table, record: first, column: customerHeaderOf(table), value: id, money: amount },
  );
}
