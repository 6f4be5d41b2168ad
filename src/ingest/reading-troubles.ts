import type { FindingCode } from '../codes.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { fieldsOf, standInFor } from './derived-fields.ts';
import { dateTroubles } from './date-troubles.ts';
import { meaningTroubles } from './meaning/meaning.ts';
import type { StandIn } from '../model/define.ts';
import { rowReasons } from './row-reasons.ts';
import type { Input } from '../result/result.ts';
import type { LoadedTable } from './table-plan.ts';

/** What a reader of the figures has to know about how a table was read: guesses, derived columns, records the file itself broke. */
export function readingTroubles(loaded: LoadedTable): Trouble[] {
  return [...meaningTroubles(loaded), ...dateTroubles(loaded), ...derivedTroubles(loaded), ...recordTroubles(loaded)];
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
  return loaded.discounted === 'discount' ? `${formula} − ${discount}` : `${formula} × (1 − ${discount})`;
}

/** Records that the reader could not take, by code. */
function recordTroubles(loaded: LoadedTable): Trouble[] {
  const groups = new Map<FindingCode, { count: number; first: (typeof loaded.table.rejected)[number]; level: 'warning' | 'info' }>();
  for (const [problems, level] of [
    [loaded.table.rejected, 'warning'],
    [loaded.table.problems, 'info'],
  ] as const) {
    for (const problem of problems) {
      const group = groups.get(problem.code);
      if (group === undefined)
        groups.set(problem.code, { count: 1, first: problem, level: isUncomputed(problem.code) ? 'warning' : level });
      else group.count += 1;
    }
  }
  return [...groups].map(([code, { count, first, level }]) => ({
    ...trouble(code, level, count, recordMessage(code), isUncomputed(code) ? compute : null, {
      table: loaded,
      column: first.column,
      value: first.value,
    }),
    position: { line: first.line, cell: first.cell },
  }));
}

function isUncomputed(code: FindingCode): boolean {
  return code === 'formula-without-result' || code === 'formula-zero';
}

const compute = {
  en: 'open the workbook in Excel or WPS, let it compute, and save',
  'zh-CN': '请用 Excel 或 WPS 打开该工作簿，重新计算后保存',
};

function recordMessage(code: FindingCode): Trouble['message'] {
  const known: Readonly<Record<string, Trouble['message']>> = {
    'extra-cell': {
      en: 'records with more cells than the header; their columns cannot be trusted',
      'zh-CN': '单元格数多于表头的行，列已错位',
    },
    'missing-cell': {
      en: 'records with fewer cells than the header; the missing ones are blank',
      'zh-CN': '单元格数少于表头的行，缺少的按空白处理',
    },
    'quote-unclosed': { en: 'a quote that never closes', 'zh-CN': '引号没有闭合' },
    'cell-too-long': { en: 'a cell beyond the limit of 1 MiB', 'zh-CN': '单元格超过 1 MiB 上限' },
    'cell-error': { en: 'cells with an error value of the spreadsheet; read as blank', 'zh-CN': '表格中的错误值单元格，按空白处理' },
    'formula-zero': {
      en: 'formulas whose stored results are all 0, as programs write them that do not compute; read as 0',
      'zh-CN': '公式保存的结果全部为 0（生成该文件的程序可能未作计算），按 0 读取',
    },
    'merged-cell-filled': {
      en: 'cells under a cell merged down got its value (customer, order, date …)',
      'zh-CN': '纵向合并单元格所覆盖的单元格，沿用合并单元格的值（客户、订单、日期等）',
    },
    'formula-without-result': { en: 'formulas without a stored result; read as blank', 'zh-CN': '没有保存结果的公式，按空白处理' },
  };
  return known[code] ?? { en: 'records that could not be read as they stand', 'zh-CN': '无法按原样读取的记录' };
}

/** One finding for each reason that a user can do something about; rows set aside for good reason are said in the reconciliation alone. */
export function reasonTroubles(loaded: LoadedTable, input: Input, firstRecords: ReadonlyMap<string, number>): Trouble[] {
  return rowReasons
    .filter((reason) => (input.reasons[reason.id] ?? 0) > 0)
    .filter((reason) => reason.fix !== null)
    .filter((reason) => !['amount-invalid', 'date-invalid', 'id-lossy', 'status-unknown'].includes(reason.id))
    .map((reason) =>
      trouble(reason.id, 'warning', input.reasons[reason.id] ?? 0, reason.title, reason.fix, {
        table: loaded,
        record: firstRecords.get(reason.id) ?? null,
      }),
    );
}
