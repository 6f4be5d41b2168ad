import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { folded } from '../../lib/typed-values.ts';

/** A customer as people tell it from others. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
}

/** More are no help in choosing. */
const most = 10;

/**
 * The customer whose name has this part, whatever the case and the width; the one who bears it as a whole name goes before all others. Null for
 * none. Throws `customer-ambiguous` (usage) where several have it, those with most revenue first.
 */
export async function customerByPart(engine: Engine, part: string): Promise<Named | null> {
  const wanted = folded(part);
  if (wanted === '') return null;
  const all = await engine.rows<{ id: string; name: string; owner: string | null }>(
    sql`select customer_id as id, customer_name as name, owner from customer_profile where customer_name is not null order by revenue desc nulls last, customer_id`,
  );
  const holding = all.filter(({ name }) => folded(name).includes(wanted));
  const whole = holding.filter(({ name }) => folded(name) === wanted);
  const [only, ...others] = whole.length > 0 ? whole : holding;
  if (only === undefined) return null;
  if (others.length === 0) return only;
  throw ambiguous(part, [only, ...others], 'part');
}

/** `as` says whether all of them are called so, or only have it in their names. */
export function ambiguous(customer: string, found: readonly Named[], as: 'whole' | 'part'): CrmEvalError {
  const count = found.length;
  return new CrmEvalError(
    'customer-ambiguous',
    'usage',
    as === 'whole'
      ? { en: `${count} customers are called ${customer}`, 'zh-CN': `有 ${count} 个客户叫“${customer}”` }
      : { en: `${count} customers have "${customer}" in their name`, 'zh-CN': `有 ${count} 个客户的名称含“${customer}”` },
    {
      fix: { en: `give the id, such as ${found[0]!.id}`, 'zh-CN': `请给出客户编号，例如 ${found[0]!.id}` },
      choices: found.slice(0, most).map(({ id, name, owner }) => [`${id}  ${name}`, ...(owner === null ? [] : [owner])].join(' · ')),
    },
  );
}
