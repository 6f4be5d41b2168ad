import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, sql } from '../../engine/sql.ts';
import { isMasked, mailOf, phoneOf } from '../../model/customer-placeholders.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import { type CustomersOf, groupAgain } from './customers-of.ts';

/**
 * Where an e-mail address or a phone number stands for the customer of orders, it is written in one way: addresses in lower case, numbers as
 * digits alone. One that identifies nobody (`noreply@…`, `000000`) is a missing customer.
 */
export async function writeAddressesAlike(customers: CustomersOf, engine: DuckDbEngine): Promise<void> {
  const { loaded, name } = customers;
  if (!loaded.fields.some(({ contact }) => contact !== undefined)) return;
  const found = await engine.rows<{ id: string }>(sql`select customer_id as id from ${identifier(name)}`);
  const changed = found.flatMap(({ id }) => {
    const contact = addressOf(id);
    return contact === id ? [] : [{ id, contact }];
  });
  if (changed.length === 0) return;
  const text = (cell: string) => ({ name: cell, type: 'text' }) as const;
  await engine.append('addresses', [text('id'), text('contact')], changed);
  const missing = reasonCode('customer-missing');
  await engine.run(
    sql`update ${identifier(loaded.name)} as line set customer_id = addresses.contact,
      _reason = case when addresses.contact is null and line._reason = 0 then ${missing} else line._reason end
      from addresses where addresses.id = line.customer_id`,
  );
  await engine.drop('addresses');
  await groupAgain(customers, engine);
}

/** A text that is no address is left: it may be a name of the buyer in another system. */
function addressOf(id: string): string | null {
  const contact = mailOf(id) ?? phoneOf(id);
  if (contact !== null || isMasked(id)) return contact ?? id;
  return id.includes('@') || /^[\d\s()+.-]+$/.test(id) ? null : id;
}
