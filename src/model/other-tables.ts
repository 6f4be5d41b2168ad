import type { HeaderRow } from './header-row.ts';
import { columnsOfHeader } from './header-row.ts';

/** Headers by which a list of persons at customers (contacts) is known: the person, and how to reach it. */
const persons = ['First Name', 'Last Name', 'Contact Name', 'Full Name', 'Name', '姓名', '联系人', '联系人姓名', '联系人名称', '姓', '名'];
const reach = [
  'Email',
  'E-mail',
  'Email Address',
  'Phone',
  'Phone Number',
  'Mobile',
  'Mobile Phone',
  'Title',
  'Job Title',
  'Department',
  'Salutation',
  '手机',
  '手机号',
  '电话',
  '联系电话',
  '邮箱',
  '邮件',
  '电子邮箱',
  '微信',
  '职务',
  '职位',
  '部门',
];
const employers = [
  'Account ID',
  'Account Name',
  'Account',
  'Customer',
  'Customer Name',
  'Associated Company',
  'Organization',
  'Organization Name',
  '客户',
  '客户名称',
  '客户编号',
  '所属客户',
  '公司',
  '公司名称',
];
/** Their own number comes first; other tables refer to it further on. */
const contactNumbers = ['Contact ID', 'Contact Number', '联系人编号', '联系人ID'];
const contactOwners = ['Contact Owner', '联系人负责人'];

/** A list of contacts: persons with a way to reach them, before the company they work for; a customer list names the company first. */
export function listsContacts(row: HeaderRow, hint: string): boolean {
  if (has(row, contactOwners) || first(row, contactNumbers) === 0) return true;
  const person = first(row, persons);
  const employer = first(row, employers);
  if (person === null || employer === null || reach.filter((header) => has(row, [header])).length < 2) return false;
  return person < employer || /contact|联系人|通讯录/.test(hint);
}

/** Things that have a number of their own and refer to a customer: a list of them is no list of customers. */
const things =
  /^(?:salesorder|order|invoice|inv|transaction|txn|document|doc|receipt|quote|contract|asset|device|equipment|flight|ticket|case|contact|product|item|sku|campaign|supplier|vendor|shipper|carrier|warehouse|employee|staff|payment|rental|shipment|subscription|opportunity|deal|project|task|activity|call|event|visit|license|lead)(?:id|no|num|number|key|code)$|^(?:订单|销售单|单据|发票|交易|流水|小票|报价|报价单|合同|资产|设备|航班|工单|联系人|商品|产品|物料|存货|活动|供应商|承运商|仓库|员工|回款|收款|付款|发货单|出库单|项目|商机|任务|线索|拜访|跟进|记录)(?:编号|编码|号|单号|号码|代码|id)$|^航班$|^(?:tail|serial)number$/;

/** Things that nobody gives feedback through and that are no leads, by the number they begin with. */
const goodsOfTheirOwn =
  /^(?:asset|device|equipment|flight|aircraft|vessel|vehicle|shipment|campaign|supplier|vendor|shipper|carrier|warehouse|rental|license|subscription)(?:id|no|num|number|key|code)$|^(?:资产|设备|航班|飞机|船舶|车辆|物料|存货|供应商|承运商|仓库|运单)(?:编号|编码|号|单号|号码|代码|id)$|^航班$|^(?:tail|serial)number$/;

/** A list of flights, assets, suppliers and the like: their number comes first. */
export function listsThings(row: HeaderRow): boolean {
  return goodsOfTheirOwn.test(row.words.find((word) => word !== '') ?? '');
}

/** What a customer is listed within, and what rows are counted by: a number of it says nothing of what the rows are. */
const scopes =
  /^(?:store|shop|branch|site|region|city|country|state|tenant|org|organization|legalentity|salesorg|businessunit|row|line|index|seq|sequence|门店|店铺|区域|地区|组织|公司|行|序)/;

const numberWord = /(?:id|number|编号|编码)$/;

/**
 * Whether the rows are something else that only refers to customers: a number of something else stands before the customer (`order_id`,
 * `account_id`, `amount`), or the table has a number of its own beside the customer's (`Id`, `AccountId`, `Name`).
 */
export function refersToCustomers(row: HeaderRow, customer: { readonly id: number | null; readonly name: number | null }): boolean {
  const customerAt = Math.min(customer.id ?? Infinity, customer.name ?? Infinity);
  if (row.words.some((word, index) => index < customerAt && things.test(word))) return true;
  if (customer.id === null || !/(?:account|customer|client)id$|客户(?:编号|id)$/.test(row.words[customer.id]!)) return false;
  const own = row.words[0]!;
  const isOwnNumber = customer.id > 0 && numberWord.test(own) && !scopes.test(own);
  return isOwnNumber || row.words.some((word, index) => index !== customer.id && (word === 'id' || word === 'recordid' || word === '编号'));
}

function first(row: HeaderRow, headers: readonly string[]): number | null {
  const at = headers.flatMap((header) => columnsOfHeader(row, header));
  return at.length === 0 ? null : Math.min(...at);
}

function has(row: HeaderRow, headers: readonly string[]): boolean {
  return headers.some((header) => columnsOfHeader(row, header).length > 0);
}
