import { entityById } from '../model/entities.ts';
import { headerRow } from '../model/header-row.ts';
import { matchHeaders } from '../model/match-headers.ts';
import type { FieldMappings } from './overrides.ts';
import type { RoleDecision } from './roles.ts';

/**
 * What tables are beside each other: a list that names a customer behind a thing of its own (assets, flights) is no customer list where there is one;
 * payments are no orders where there are orders. What the user named stays.
 */
export function settleTogether(decisions: readonly RoleDecision[], mappings: FieldMappings): RoleDecision[] {
  const own = (entity: string): boolean => mappings.columns.some((mapping) => mapping.entity === entity);
  const free = decisions.filter(({ named, role }) => !named && role !== null && !own(role));
  const refused = new Map<RoleDecision, RoleDecision['unusedAs']>();
  const lists = decisions.filter(({ role }) => role === 'customers');
  if (lists.some(startsWithCustomer)) {
    for (const decision of free)
      if (decision.role === 'customers' && !startsWithCustomer(decision) && startsWithThing(decision)) refused.set(decision, 'things');
  }
  const sales = decisions.filter(({ role }) => role === 'orders');
  if (sales.some((decision) => !holdsPayments(decision)))
    for (const decision of free) if (decision.role === 'orders' && holdsPayments(decision)) refused.set(decision, 'payments');
  return decisions.map((decision) => {
    const unusedAs = refused.get(decision);
    return unusedAs === undefined ? decision : { ...decision, role: null, unusedAs };
  });
}

function matchesOf({ table, role }: RoleDecision): ReturnType<typeof matchHeaders>['matches'] {
  return matchHeaders(entityById(role!), table.columns).matches;
}

/** The first column that says anything is the customer's number or name. */
function startsWithCustomer(decision: RoleDecision): boolean {
  const matches = matchesOf(decision);
  const first = decision.table.columns.findIndex((header) => header.trim() !== '');
  return [matches.get('customer_id'), matches.get('name')].some((match) => match?.index === first);
}

const thing = /(?:id|number|no|name|code|编号|编码|名称|号)$/;
const notAThing =
  /^(?:row|line|index|seq|no|number|store|shop|branch|region|company|org|system|owner|序|行|区域|地区|门店|店铺|公司|组织|部门|负责人|系统)/;

/** The first column is the number or the name of something that is no customer, before any column of one. */
function startsWithThing({ table }: RoleDecision): boolean {
  const word = headerRow(table.columns).words.find((own) => own !== '') ?? '';
  return thing.test(word) && !notAThing.test(word);
}

const payment = /pay|receipt|remit|付款|支付|收款|回款|到账/;

/** Rows are dated by a payment, and say of no goods and no order what they are for. */
function holdsPayments(decision: RoleDecision): boolean {
  const matches = matchesOf(decision);
  const words = headerRow(decision.table.columns).words;
  const date = matches.get('ordered_at');
  return (
    date !== undefined &&
    payment.test(words[date.index]!) &&
    !['product', 'product_id', 'quantity', 'status'].some((field) => matches.has(field))
  );
}
