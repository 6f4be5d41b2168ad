import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { isNullWord, isZeroId, placeholderKind } from '../../model/customer-placeholders.ts';
import { bareId, plainId } from '../../model/id-forms.ts';
import { ambiguous } from './ambiguous.ts';
import { customerByPart } from './part-of-name.ts';

/** A customer who was found, and the name where only a part of it was given. */
export interface Found {
  readonly id: string;
  readonly byPartOf: string | null;
}

/**
 * A customer who is named by the id as it stands in a file (padded, with a text mark, in full width), or by a name or a part of one that only one has.
 * `behind`: see `Ingested.customerBehind`. Throws `customer-ambiguous` and `customer-unknown` (usage).
 */
export async function findCustomer(
  engine: Engine,
  customer: string,
  behind: (alias: string) => Promise<string | null> = async () => null,
): Promise<Found> {
  const found = await engine.rows<{ id: string; name: string; owner: string | null }>(
    sql`select customer_id as id, customer_name as name, owner from customer_profile where customer_id = ${customer} or customer_name = ${customer} order by case when customer_id = ${customer} then 0 else 1 end, customer_id`,
  );
  const [first, second] = found;
  if (first !== undefined && second !== undefined && first.id !== customer) throw ambiguous(customer, found, 'name');
  const id = first?.id ?? (await writtenOtherwise(engine, customer, behind));
  if (id !== null) return { id, byPartOf: null };
  const byPart = isNullWord(customer) || isZeroId(customer) ? null : await customerByPart(engine, customer);
  if (byPart === null) throw await unknown(engine, customer);
  return { id: byPart.id, byPartOf: byPart.name };
}

async function unknown(engine: Engine, customer: string): Promise<CrmEvalError> {
  if (isNullWord(customer) || isZeroId(customer) || placeholderKind(customer) !== null) return standsForNobody(customer);
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
  return new CrmEvalError(
    'customer-unknown',
    'usage',
    { en: `no customer "${customer}" in these files`, 'zh-CN': `这些文件中没有客户“${customer}”` },
    { fix },
  );
}

function standsForNobody(customer: string): CrmEvalError {
  return new CrmEvalError(
    'customer-unknown',
    'usage',
    {
      en: `"${customer}" is no customer here: it is a placeholder for a blank or unknown customer, and orders with it count for nobody`,
      'zh-CN': `“${customer}”不是客户：它是表示空白或未知客户的占位值，其订单不计入任何客户`,
    },
    { fix: { en: 'to count placeholders as customers: --keep-placeholders', 'zh-CN': '若占位值应算作客户：--keep-placeholders' } },
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
