import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { nearest } from '../../lib/nearest.ts';

/** The id of a customer who is named by it, or by a name that only one has. Throws `customer-ambiguous` and `customer-unknown` (usage). */
export async function customerId(engine: Engine, customer: string): Promise<string> {
  const found = await engine.rows<{ customer_id: string }>(
    sql`select customer_id from customer_profile where customer_id = ${customer} or customer_name = ${customer} order by case when customer_id = ${customer} then 0 else 1 end, customer_id`,
  );
  const [first, second] = found;
  if (first !== undefined && (second === undefined || first.customer_id === customer)) return first.customer_id;
  if (first !== undefined) {
    const ids = found
      .slice(0, 10)
      .map((row) => row.customer_id)
      .join(', ');
    throw new CrmEvalError(
      'customer-ambiguous',
      'usage',
      { en: `several customers are called ${customer}: ${ids}`, 'zh-CN': `有多个客户叫“${customer}”：${ids}` },
      { fix: { en: 'give the id', 'zh-CN': '请给出客户编号' } },
    );
  }
  const known = await engine.rows<{ name: string }>(
    sql`select customer_id as name from customer_profile union select customer_name from customer_profile where customer_name is not null order by 1`,
  );
  const guess = nearest(
    customer,
    known.map((row) => row.name),
  );
  const fix =
    guess === null
      ? { en: 'crm-eval score lists all customers', 'zh-CN': '可用 crm-eval score 列出全部客户' }
      : { en: `did you mean ${guess}?`, 'zh-CN': `是不是想找 ${guess}？` };
  throw new CrmEvalError(
    'customer-unknown',
    'usage',
    { en: `no customer "${customer}" in these files`, 'zh-CN': `这些文件中没有客户“${customer}”` },
    { fix },
  );
}
