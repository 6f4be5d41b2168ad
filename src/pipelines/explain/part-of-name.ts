import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { folded } from '../../lib/typed-values.ts';
import { ambiguous, type Named } from './ambiguous.ts';

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
