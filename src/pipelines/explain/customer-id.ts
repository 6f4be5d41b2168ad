import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { bareId, plainId } from '../../model/id-forms.ts';

/**
 * The id of a customer who is named by it, as it stands in a file (padded, with a text mark, in full width), or by a name that only one has.
 * `behind`: see `Ingested.customerBehind`. Throws `customer-ambiguous` and `customer-unknown` (usage).
 */
export async function customerId(
  engine: Engine,
  customer: string,
  behind: (alias: string) => Promise<string | null> = async () => null,
): Promise<string> {
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
  const joined = await writtenOtherwise(engine, customer, behind);
  if (joined !== null) return joined;
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

/** A customer whose rows were joined under another id, or whose id is the same but for the way it is written. */
async function writtenOtherwise(
  engine: Engine,
  customer: string,
  behind: (alias: string) => Promise<string | null>,
): Promise<string | null> {
  for (const alias of new Set([customer, plainId(customer), bareId(customer)])) {
    const id = await behind(alias);
    if (id !== null) return id;
  }
  const ids = (await engine.rows<{ id: string }>(sql`select customer_id as id from customer_profile order by 1`)).map(({ id }) => id);
  for (const form of [plainId, bareId]) {
    const wanted = form(customer);
    const same = ids.filter((id) => form(id) === wanted);
    if (same.length === 1) return same[0]!;
  }
  return null;
}
