import type { Input } from '../result/result.ts';
import type { Ingested } from './contract.ts';

/** Orders are made of these tables too. */
const partsOfOrders: ReadonlySet<string> = new Set(['returns', 'territories']);

/** The inputs, those marked of which a command that reads these canonical fields reads nothing. */
export function markIdle(
  inputs: readonly Input[],
  fields: ReadonlySet<string> | 'all',
  { available }: Pick<Ingested, 'available'>,
): Input[] {
  const isRead = rolesRead(fields, { inputs, available });
  return inputs.map((input) => (isRead(input.role) ? input : { ...input, idle: true as const }));
}

/** Whether a command that reads these canonical fields reads tables of a role. Without orders won opportunities stand for them. */
export function rolesRead(
  fields: ReadonlySet<string> | 'all',
  { inputs, available }: Pick<Ingested, 'inputs' | 'available'>,
): (role: string) => boolean {
  if (fields === 'all') return () => true;
  const read = new Set([...fields].flatMap((field) => field.split(' | ')).map((field) => field.split('.')[0]));
  const hasOrders = inputs.some(({ role }) => role === 'orders');
  const feedsOrders = (role: string): boolean =>
    partsOfOrders.has(role) || (role === 'opportunities' && !hasOrders && available.has('orders.amount'));
  return (role) => read.has(role) || (read.has('orders') && feedsOrders(role));
}
