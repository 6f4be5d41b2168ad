import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import ExcelJS from 'exceljs';

const folder = fileURLToPath(new URL('data', import.meta.url));

/** How many customers a company has, as long as nothing else is said. */
export const usualCustomers = 50_000;

/**
 * Order lines of a made-up company, eight an order (online-retail has 21, adventureworks 16, superstore 2), the same bytes for the same
 * numbers of lines and customers. What belongs to the order (customer, instant, status, rep) is drawn from its number, the rest from the
 * line's; few customers order much, most little, and some of the many customers not at all: of 500,000 those with orders that count are
 * 407,308 in 10 million lines.
 */
export function linesQuery(lines, customers) {
  const draw = (seed, of) => `hash(${of} * 16 + ${seed})`;
  return `
    with numbered as (select i, i // 8 as o from range(${lines}) t(i)),
    drawn as (
      select i, o,
        floor(${customers} * pow((${draw(1, 'o')} % 1000003) / 1000003.0, 2))::bigint as customer,
        timestamp '2023-01-01' + to_seconds((${draw(2, 'o')} % (86400 * 1096))::bigint) as ordered_at,
        ${draw(3, 'o')} % 100 as state,
        ${draw(4, 'i')} % 400 as product,
        1 + ${draw(5, 'i')} % 20 as quantity,
        (990 + ${draw(6, 'i')} % 99000)::decimal(18, 0) as cents
      from numbered)
    select
      'SO' || lpad(o::varchar, 10, '0') as "订单编号",
      'C' || lpad(customer::varchar, 6, '0') as "客户编号",
      strftime(ordered_at, '%Y-%m-%d %H:%M:%S') as "下单日期",
      'P' || lpad(product::varchar, 4, '0') as "产品编号",
      ['整机', '配件', '耗材', '服务'][(product % 4 + 1)::int] as "产品类别",
      quantity as "数量",
      (cents / 100)::decimal(18, 2) as "单价",
      (cents * quantity / 100)::decimal(18, 2) as "订单金额",
      case when state < 3 then '已取消' when state < 5 then '已退款' else '已完成' end as "订单状态",
      ['张三', '李四', '王五', '赵敏', '陈静', '刘洋', '孙莉', '周强'][(customer % 8 + 1)::int] as "负责人"
    from drawn`;
}

async function withDuckDb(work) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Makes the file where it is absent; a broken-off run leaves none behind. */
async function made(name, write) {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    await write(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return path;
}

/** The rows of a query as a file. */
export function csv(name, query) {
  return made(name, (path) =>
    withDuckDb((connection) => connection.run(`copy (${query}) to '${path.replaceAll("'", "''")}' (format csv, header)`)),
  );
}

export function ordersCsv(lines, customers = usualCustomers) {
  const name = customers === usualCustomers ? `orders-${lines}.csv` : `orders-${lines}-of-${customers}.csv`;
  return csv(name, linesQuery(lines, customers));
}

/**
 * Leads of a made-up company and the log of its pool, ten events a lead on average: claimed once to three times, contacted, recycled or given
 * back, one in twelve converted. The same bytes for the same number of leads.
 */
export async function poolCsv(leads) {
  const draw = (seed) => `hash(i * 16 + ${seed})`;
  const drawn = `select i,
      timestamp '2024-01-01' + to_seconds((${draw(1)} % (86400 * 900))::bigint) as created_at,
      1 + ${draw(2)} % 3 as rounds,
      ${draw(3)} % 12 = 0 as converts,
      ${draw(4)} % 9 = 0 as is_invalid,
      ${draw(5)} % 40 as rep,
      ${draw(6)} % 8 as source,
      ${draw(7)} % 4 as pool
    from range(${leads}) t(i)`;
  const lead = `'L' || lpad(i::varchar, 8, '0')`;
  const text = (instant) => `strftime(${instant}, '%Y-%m-%d %H:%M:%S')`;
  const name = (of) => `['展会', '官网', '电话营销', '转介绍', '百度推广', '老客户', '论坛', '其他'][(${of} + 1)::int]`;
  const list = await csv(
    `leads-${leads}.csv`,
    `select ${lead} as "线索编号", '公司' || i as "公司名称", ${name('source')} as "线索来源",
        ['华东公海', '华南公海', '华北公海', '西部公海'][(pool + 1)::int] as "公海名称",
        case when converts then '已转化' when is_invalid then '无效' else '跟进中' end as "线索状态",
        '销售' || lpad(((rep + rounds - 1) % 40)::varchar, 2, '0') as "负责人", ${text('created_at')} as "创建时间",
        20 + source as "获客成本"
      from (${drawn})`,
  );
  // Each round: claim, three contacts, and back to the pool; the last one ends as the lead does.
  const step = (event, days, when = 'true', rep = `'销售' || lpad(((rep + r) % 40)::varchar, 2, '0')`) =>
    `select i, '${event}' as event, created_at + to_hours((r * 24 * 40 + 24 * ${days} + i % 7)::bigint) as happened, ${rep} as rep
     from (${drawn}) join range(3) rounds_of(r) on r < rounds where ${when}`;
  const events = [
    `select i, '进入公海' as event, created_at as happened, null as rep from (${drawn})`,
    step('领取', 1),
    step('跟进', 2),
    step('跟进', 6),
    step('跟进', 12),
    step('回收', 30, 'r < rounds - 1'),
    step('转化', 20, 'r = rounds - 1 and converts'),
    step('无效', 21, 'r = rounds - 1 and is_invalid and not converts'),
  ].join(' union all ');
  const log = await csv(
    `pool-events-${leads}.csv`,
    `select ${lead} as "线索编号", event as "操作类型", ${text('happened')} as "操作时间", rep as "销售人员" from (${events}) order by happened, i`,
  );
  return [list, log];
}

/** The same lines and two more columns as a workbook, with shared texts and typed cells, as Excel writes it. */
export function ordersXlsx(lines) {
  return made(`orders-${lines}.xlsx`, async (path) => {
    const rows = await withDuckDb(async (connection) => (await connection.runAndReadAll(linesQuery(lines, usualCustomers))).getRowsJson());
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
    const sheet = workbook.addWorksheet('订单');
    const headers = [
      '订单编号',
      '客户编号',
      '客户名称',
      '下单日期',
      '产品编号',
      '产品类别',
      '数量',
      '单价',
      '订单金额',
      '订单状态',
      '负责人',
      '地区',
    ];
    sheet.columns = headers.map((header) => (header === '下单日期' ? { header, style: { numFmt: 'yyyy-mm-dd hh:mm:ss' } } : { header }));
    for (const [order, customer, at, product, category, quantity, price, amount, state, rep] of rows) {
      const instant = new Date(`${at.replace(' ', 'T')}Z`);
      const region = ['华东', '华南', '华北', '西南'][Number(customer.slice(1)) % 4];
      const cells = [
        order,
        customer,
        `客户${customer.slice(1)}有限公司`,
        instant,
        product,
        category,
        quantity,
        price,
        amount,
        state,
        rep,
        region,
      ];
      sheet.addRow(cells.map((cell, index) => ([6, 7, 8].includes(index) ? Number(cell) : cell))).commit();
    }
    sheet.commit();
    await workbook.commit();
  });
}
