import type { TableAccount } from './accounting.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { fieldsOf, standInFor } from './derived-fields.ts';
import { dateTroubles } from './date-troubles.ts';
import { meaningTroubles } from './meaning/meaning.ts';
import type { StandIn } from '../model/define.ts';
import { rowReasons } from '../model/row-reasons.ts';
import type { LoadedTable } from './table-plan.ts';

/** What a reader of the figures has to know about how a table was read: guesses and derived columns. */
export function readingTroubles(loaded: LoadedTable): Trouble[] {
  return [...meaningTroubles(loaded), ...dateTroubles(loaded), ...idFormTroubles(loaded), ...derivedTroubles(loaded)];
}

/** Marks that a spreadsheet or a program put on all ids of a column, and that were taken off. */
function idFormTroubles(loaded: LoadedTable): Trouble[] {
  return loaded.needed.flatMap((field) => {
    const say = (en: string, zh: string): Trouble =>
      trouble('id-mark-cut', 'info', 1, { en, 'zh-CN': zh }, null, { table: loaded, column: field.header });
    return [
      ...(field.reading.textMark
        ? [say("the ids begin with a text mark ('001); it was taken off", "编号前都带文本标记（如 '001），已去掉")]
        : []),
      ...(field.reading.wholeDecimals
        ? [say('the ids are numbers with decimals (17850.0); read as 17850', '编号都带小数（如 17850.0），已按 17850 读取')]
        : []),
    ];
  });
}

function derivedTroubles(loaded: LoadedTable): Trouble[] {
  if (loaded.entity.id !== 'orders') return [];
  const standIn = standInFor(loaded, 'amount');
  const troubles: Trouble[] = [];
  if (standIn !== null) {
    const amount = formulaOf(loaded, standIn);
    troubles.push(
      trouble('amount-derived', 'info', 1, { en: `no amount column: amount = ${amount}`, 'zh-CN': `没有金额列：金额 = ${amount}` }, null, {
        table: loaded,
      }),
    );
  }
  if (!loaded.fields.some((field) => field.name === 'customer_id' || field.name === 'customer')) {
    const message = {
      en: 'no column says whose order it is, so no line can be used',
      'zh-CN': '没有客户列，无法判断订单属于谁，全部未使用',
    };
    const fix = {
      en: 'name the column: --map orders.customer_id=HEADER, or export the orders with their customer',
      'zh-CN': '请指定客户列：--map orders.customer_id=列名，或重新导出带客户的订单',
    };
    troubles.push(trouble('customer-column-missing', 'warning', 1, message, fix, { table: loaded }));
  }
  const address = loaded.fields.find((field) => field.contact !== undefined);
  if (address !== undefined) {
    const { header } = address;
    const message = { en: `no customer column: ${header} tells the customers apart`, 'zh-CN': `没有客户列：按${header}识别客户` };
    const fix = {
      en: 'where another column names them: --map orders.customer_id=HEADER',
      'zh-CN': '若另有客户列：--map orders.customer_id=列名',
    };
    troubles.push(trouble('customer-by-contact', 'info', 1, message, fix, { table: loaded, column: header }));
  }
  if (standIn === null && !loaded.fields.some((field) => field.name === 'amount')) {
    const message = {
      en: 'no column is known as the amount of the orders: their revenue is not known',
      'zh-CN': '没有识别出订单的金额列：销售额未知',
    };
    const fix = { en: 'name the column: --map orders.amount=HEADER', 'zh-CN': '请指定金额列：--map orders.amount=列名' };
    troubles.push(trouble('amount-column-missing', 'warning', 1, message, fix, { table: loaded }));
  }
  if (!loaded.fields.some((field) => field.name === 'order_id')) {
    troubles.push(
      trouble(
        'order-id-missing',
        'info',
        1,
        { en: 'no order id: every line counts as an order', 'zh-CN': '没有订单编号：每一行按一笔订单计' },
        null,
        { table: loaded },
      ),
    );
  }
  return troubles;
}

/** `Quantity × UnitPrice × (1 − Discount)`. */
function formulaOf(loaded: LoadedTable, standIn: StandIn): string {
  const headerOf = (name: string): string => loaded.fields.find((field) => field.name === name)?.header ?? name;
  const formula = fieldsOf(standIn).map(headerOf).join(' × ');
  if (loaded.discounted === null) return formula;
  const discount = headerOf(loaded.discounted);
  if (loaded.paysShare) return `${formula} × ${discount}`;
  return loaded.discounted === 'discount' ? `${formula} − ${discount}` : `${formula} × (1 − ${discount})`;
}

/** One finding for each reason that a user can do something about; rows set aside for good reason are said in the reconciliation alone. */
export function reasonTroubles(
  loaded: LoadedTable,
  { input, sums }: Pick<TableAccount, 'input' | 'sums'>,
  firstRecords: ReadonlyMap<string, number>,
): Trouble[] {
  return rowReasons
    .filter((reason) => (input.reasons[reason.id] ?? 0) > 0)
    .filter((reason) => reason.fix !== null)
    .filter((reason) => !['amount-invalid', 'date-invalid', 'id-lossy', 'status-unknown', 'customer-placeholder'].includes(reason.id))
    .map((reason) =>
      trouble(reason.id, 'warning', input.reasons[reason.id] ?? 0, reason.title, reason.fix, {
        table: loaded,
        record: firstRecords.get(reason.id) ?? null,
        money: sums.get(reason.id)?.amount ?? null,
      }),
    );
}
