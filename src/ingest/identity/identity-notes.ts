import { customerHeaderOf, headerOf, type Trouble, trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import type { ToldApart } from './guest-contacts.ts';

/** Rows that something was found out about. */
export interface Touched {
  readonly rows: number;
  /** Their money; null where the table has none. */
  readonly amount: number | null;
  /** What stands in them, the most frequent first. */
  readonly words: readonly string[];
  /** The first of them, where they are known one by one. */
  readonly first: { readonly record: number; readonly word: string | null } | null;
}

const mostWords = 5;

/** `0, guest, 散客 …`. */
function wordsOf({ words }: Touched, separator: string): string {
  const said = [...new Set(words)].map((word) => (word === '' ? '""' : word));
  return said.slice(0, mostWords).join(separator) + (said.length > mostWords ? ' …' : '');
}

function place(table: LoadedTable, { first, words, amount }: Touched) {
  const value = (first === null ? words[0] : first.word) || null;
  return { table, record: first?.record ?? null, column: customerHeaderOf(table), value, money: amount };
}

const keep = {
  en: 'export an e-mail address or a phone number beside it; to count placeholders as customers: --keep-placeholders',
  'zh-CN': '请同时导出邮箱或手机；若占位值应算作客户：--keep-placeholders',
};

export function placeholderNote(table: LoadedTable, touched: Touched): Trouble {
  const aside = table.entity.id === 'orders' || table.entity.id === 'customers';
  return trouble(
    'customer-placeholder',
    aside || table.entity.id === 'opportunities' ? 'warning' : 'info',
    touched.rows,
    (sum) => ({
      en: `rows name no customer but a placeholder (${wordsOf(touched, ', ')})${sum.en}; ${aside ? 'they are set aside' : 'they count for no customer'}`,
      'zh-CN': `行的客户是占位值（${wordsOf(touched, '、')}）${sum['zh-CN']}；${aside ? '未计入' : '不归入任何客户'}`,
    }),
    keep,
    place(table, touched),
  );
}

/** Of the customer of a row, or of the name that a customer list gives. */
export function nullWordNote(table: LoadedTable, touched: Touched, of: 'customer' | 'name' = 'customer'): Trouble {
  const what =
    of === 'customer' ? { en: 'for the customer', 'zh-CN': '客户' } : { en: 'for the name of the customer', 'zh-CN': '客户名称' };
  return trouble(
    'customer-null-word',
    'info',
    touched.rows,
    (sum) => ({
      en: `rows have ${wordsOf(touched, ', ')} ${what.en}${sum.en}; read as a blank cell`,
      'zh-CN': `行的${what['zh-CN']}写作 ${wordsOf(touched, '、')}${sum['zh-CN']}；按空白处理`,
    }),
    { en: 'where it is the name of a customer: --keep-placeholders', 'zh-CN': '若确为客户名称：--keep-placeholders' },
    { ...place(table, touched), ...(of === 'name' ? { column: headerOf(table, 'name') } : {}) },
  );
}

export function guestsNote(table: LoadedTable, told: ToldApart, touched: Touched): Trouble {
  const headers = told.columns.map(({ header }) => header);
  const blanksOnly = touched.words.every((word) => word === '');
  const what = blanksOnly
    ? { en: 'rows name no customer', 'zh-CN': '行没有客户' }
    : { en: `rows name no customer (${wordsOf(touched, ', ')})`, 'zh-CN': `行没有指明客户（${wordsOf(touched, '、')}）` };
  const by = { en: headers.join(' and '), 'zh-CN': headers.join('、') };
  const apart =
    told.customers === null
      ? { en: `they are told apart by ${by.en}`, 'zh-CN': `已按${by['zh-CN']}区分客户` }
      : { en: `they are ${told.customers} customers by ${by.en}`, 'zh-CN': `已按${by['zh-CN']}区分为 ${told.customers} 位客户` };
  return trouble(
    'guests-told-apart',
    'info',
    told.rows,
    (sum) => ({ en: `${what.en}${sum.en}; ${apart.en}`, 'zh-CN': `${what['zh-CN']}${sum['zh-CN']}；${apart['zh-CN']}` }),
    { en: 'to count them as one customer: --keep-placeholders', 'zh-CN': '若应算作一位客户：--keep-placeholders' },
    { ...place(table, touched), money: told.amount },
  );
}

export function maskedNote(table: LoadedTable, touched: Touched): Trouble {
  return trouble(
    'customer-masked',
    'warning',
    touched.rows,
    (sum) => ({
      en: `rows name their customer in part only (${wordsOf(touched, ', ')})${sum.en}; different people with the same rest count as one`,
      'zh-CN': `行的客户经过脱敏（${wordsOf(touched, '、')}）${sum['zh-CN']}；脱敏后相同的不同客户会被算作一位`,
    }),
    {
      en: 'export an id, an e-mail address or a phone number that is not masked, and map it: --map orders.customer_id=HEADER',
      'zh-CN': '请导出未脱敏的编号、邮箱或手机，并指定：--map orders.customer_id=列名',
    },
    place(table, touched),
  );
}
