import { customerHeaderOf, type Trouble, trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';

/** By what key customers were found in the customer list, and how many. */
export interface JoinedBy {
  readonly kind: 'name' | 'email' | 'phone' | 'code';
  /** The column that has it. */
  readonly headers: readonly string[];
  /** Customers that the table names. */
  readonly all: number;
  readonly customers: number;
  readonly n: number;
  readonly amount: number | null;
  readonly first: number | null;
}

export function joinedByNote(table: LoadedTable, { headers, all, customers, n, amount, first }: JoinedBy): Trouble {
  const key = headers.join(', ');
  return trouble(
    'customers-joined-by',
    'info',
    customers,
    (sum) => ({
      en: `customers of ${table.table.file} were found in the customer list by ${key}: ${customers} of ${all}, ${n} rows${sum.en}`,
      'zh-CN': `${table.table.file} 中的客户按${key}与客户表对应：${all} 位中 ${customers} 位，${n} 行${sum['zh-CN']}`,
    }),
    {
      en: 'if they do not belong together: --map orders.customer_id.match=exact',
      'zh-CN': '若不应对应：--map orders.customer_id.match=exact',
    },
    { table, record: first, column: customerHeaderOf(table), money: amount },
  );
}
