// @module-tag slow
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, orderRows, ordersWith, readingOf, rejectsOf } from './ingest-files.ts';

describe('amount columns', () => {
  it('of mixed writing give the amounts, and what is none is rejected with its cell', async () => {
    const loaded = await ingestFiles({
      'orders.csv': ordersWith('金额', [
        '598元',
        '¥1,234.50',
        '（300）',
        '12.5万',
        '待定',
        '两千',
        '499.00（系统计算中，该值仅供参考）',
        '¥45k',
        '0',
      ]),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([598, 1234.5, -300, 125_000, 499, 45_000, 0]);
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 9,
      rows_used: 7,
      rows_set_aside: 1,
      rows_rejected: 1,
      reasons: { 'amount-missing': 1, 'amount-invalid': 1 },
      sum_read: 172_031.5,
      sum_used: 172_031.5,
    });
    expect(findingsOf(loaded, 'number-invalid')).toMatchObject([{ level: 'warning', line: 7, column: '金额', value: '两千', count: 1 }]);
    expect(await rejectsOf(loaded)).toEqual([
      { line: 6, column: null, value: null, code: 'amount-missing', effect: 'set-aside' },
      { line: 7, column: null, value: null, code: 'amount-invalid', effect: 'rejected' },
      { line: 7, column: '金额', value: '两千', code: 'number-invalid', effect: 'rejected' },
    ]);
  });

  it.each([
    ['金额（万元）', 10_000],
    ['金额(万元)', 10_000],
    ['订单金额 （单位：元）', 1],
    ['销售额/千元', 1000],
    ['Amount (k USD)', 1000],
    ['Amount [$]', 1],
  ])('headed %s are multiplied by %d', async (header, factor) => {
    const loaded = await ingestFiles({ 'orders.csv': ordersWith(header, ['1.5', '$2', '1,000', '-3']) });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([1.5 * factor, 2 * factor, 1000 * factor, -3 * factor]);
    expect(readingOf(loaded, 'orders.amount')).toBe(factor === 1 ? null : `×${factor}`);
  });

  it('with decimal commas are told by their values, also where the proof comes late', async () => {
    const early = await ingestFiles({ 'orders.csv': ordersWith('金额', ['1.234,50', '12,5', '1.000', '7']) });
    expect((await orderRows(early)).map((row) => row['amount'])).toEqual([1234.5, 12.5, 1000, 7]);
    expect(readingOf(early, 'orders.amount')).toBe('decimal comma');
    const late = await ingestFiles({
      'orders.csv': lines(
        'Order ID;Customer ID;Order Date;Amount',
        ...Array.from({ length: 1500 }, (_, index) => `${index};C;2026-01-01;1.234`),
        'L;C;2026-01-02;0,5',
      ),
    });
    const [total] = await late.rows(sql`select sum(amount) as total from orders`);
    expect(total).toEqual({ total: 1500 * 1234 + 0.5 });
  });

  it('are read with the decimal mark that is named', async () => {
    const loaded = await ingestFiles({ 'orders.csv': ordersWith('金额', ['1.500', '2.250']) }, { map: ['orders.amount.decimal=comma'] });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([1500, 2250]);
    await expect(ingestFiles({ 'orders.csv': ordersWith('金额', ['1']) }, { map: ['orders.amount.decimal=dot'] })).rejects.toMatchObject({
      code: 'map-value',
      exit: 'usage',
    });
  });

  it('that are missing are quantity times price, said aloud', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Invoice No,Customer ID,Invoice Date,Quantity,Unit Price',
        '1,A,2026-01-01,3,2.55',
        '2,A,2026-01-02,-2,1.10',
        '3,B,2026-01-03,"1,000",0.0042',
        '4,B,2026-01-04,,5',
        '5,C,2026-01-05,x,5',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([7.65, -2.2, 4.2]);
    expect(findingsOf(loaded, 'amount-derived')).toMatchObject([{ message: 'no amount column: amount = Quantity × Unit Price' }]);
    expect(inputOf(loaded)).toMatchObject({
      rows_used: 3,
      rows_set_aside: 1,
      rows_rejected: 1,
      reasons: { 'amount-missing': 1, 'amount-invalid': 1 },
    });
  });

  it('are reduced by what was refunded of them', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '订单编号,买家会员名,订单创建时间,总金额,退款金额,订单状态',
        'T1,a,2026-01-01,100,30,交易成功',
        'T2,b,2026-01-02,50,,交易成功',
        'T3,c,2026-01-03,80,0.00,交易成功',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([70, 50, 80]);
  });
});

describe('columns of percents', () => {
  it('read 85%, 0.85 and 85 alike', async () => {
    const loaded = await ingestFiles({
      'deals.csv': lines(
        '商机编号,客户名称,商机阶段,金额,赢率',
        'D1,a,方案报价,1,85%',
        'D2,a,方案报价,1,0.85',
        'D3,a,方案报价,1,85',
        'D4,a,方案报价,1,１００％',
        'D5,a,方案报价,1,',
        'D6,a,方案报价,1,高',
      ),
    });
    expect(await loaded.column('opportunities', 'probability')).toEqual([0.85, 0.85, 0.85, 1, null, null]);
    expect(await rejectsOf(loaded)).toEqual([{ line: 7, column: '赢率', value: '高', code: 'number-invalid', effect: 'blanked' }]);
    expect(inputOf(loaded, 'opportunities')).toMatchObject({ rows_read: 6, rows_used: 6, rows_rejected: 0 });
  });

  it('headed % hold percents throughout', async () => {
    const loaded = await ingestFiles({
      'deals.csv': lines(
        '商机编号,客户名称,商机阶段,金额,Probability (%)',
        'D1,a,方案报价,1,85',
        'D2,a,方案报价,1,0.5',
        'D3,a,方案报价,1,1',
      ),
    });
    expect(await loaded.column('opportunities', 'probability')).toEqual([0.85, 0.005, 0.01]);
  });
});

describe('columns of yes and no', () => {
  it('are read in every writing, and another word is reported', async () => {
    const words = ['是', '否', '1', '0', 'TRUE', 'false', 'Y', 'n', '√', '已成交', '未成交', '', '也许'];
    const loaded = await ingestFiles({
      'customers.csv': lines('客户编号,客户名称,成交状态', ...words.map((word, index) => `C${index},名${index},${word}`)),
    });
    expect(await loaded.column('customers', 'is_customer')).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      true,
      false,
      null,
      null,
    ]);
    expect(findingsOf(loaded, 'word-unknown')).toMatchObject([{ value: '也许', line: 14, count: 1, column: '成交状态' }]);
  });
});

describe('columns of people', () => {
  it('give the first of several names, without numbers and marks', async () => {
    const loaded = await ingestFiles({
      'customers.csv': lines(
        '客户编号,客户名称,负责人',
        'C1,a,张三(1001)',
        'C2,b,"张三,李四"',
        'C3,c,张三（已停用）',
        'C4,d,李四、张三',
        'C5,e, 张三 ',
        'C6,f,',
      ),
    });
    expect(await loaded.column('customers', 'owner')).toEqual(['张三', '张三', '张三', '李四', '张三', null]);
  });
});

describe('headers', () => {
  it('match through blanks, full-width brackets, line breaks and case', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('"订单\n编号", 客户编号　,下单日期 ,\u00a0金额（元）', 'S1,C1,2026-01-01,5', 'S2,C2,2026-01-02,6'),
    });
    expect(await orderRows(loaded)).toMatchObject([
      { order_id: 'S1', customer_id: 'C1', amount: 5 },
      { order_id: 'S2', customer_id: 'C2', amount: 6 },
    ]);
  });

  it('given twice or blank do not hurt: the first counts', async () => {
    const loaded = await ingestFiles({
      'contracts.csv': lines('合同编号,客户名称,,下单日期,合同金额,合同编号', 'H1,甲,z,2026-01-01,5,X9', 'H2,乙,z,2026-01-02,6,X8'),
    });
    expect((await orderRows(loaded)).map((row) => row['order_id'])).toEqual(['H1', 'H2']);
  });

  it('named like parts of an object are columns like any other', async () => {
    const loaded = await ingestFiles(
      {
        'orders.csv': lines(
          '__proto__,constructor,Order Date,toString,hasOwnProperty,prototype',
          'S1,C1,2026-01-01,5,then,x',
          'S2,C2,2026-01-02,6,valueOf,y',
        ),
      },
      {
        map: [
          'orders.order_id=__proto__',
          'orders.customer_id=constructor',
          'orders.amount=toString',
          'orders.product=hasOwnProperty',
          'orders.channel=prototype',
        ],
      },
    );
    expect(await orderRows(loaded)).toMatchObject([
      { order_id: 'S1', customer_id: 'C1', amount: 5 },
      { order_id: 'S2', customer_id: 'C2', amount: 6 },
    ]);
    expect(await loaded.column('orders', 'product')).toEqual(['then', 'valueOf']);
    expect(await loaded.column('orders', 'channel')).toEqual(['x', 'y']);
  });

  it('are found by the mapping that is given, and one that fits nothing is refused', async () => {
    const file = lines('no,who,day,worth', '1,A,2026-01-01,5', '2,B,2026-01-02,6');
    const map = ['orders.order_id=no', 'orders.customer_id=WHO', 'orders.ordered_at=day', 'orders.amount=worth'];
    expect((await orderRows(await ingestFiles({ 'orders.csv': file }, { map }))).map((row) => row['amount'])).toEqual([5, 6]);
    await expect(ingestFiles({ 'orders.csv': file }, { map: [...map, 'orders.rep=seller'] })).rejects.toMatchObject({
      code: 'map-unmatched',
      exit: 'usage',
    });
    await expect(ingestFiles({ 'orders.csv': file })).rejects.toMatchObject({ code: 'role-unknown', exit: 'usage' });
  });

  it('below titles and notes are found, and two rows of them are joined', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        '销售订单明细表,,,',
        '导出时间：2026-03-01 08:00,,,',
        '订单编号,客户编号,下单日期,金额',
        'S1,C1,2026-01-01,5',
        'S2,C2,2026-01-02,6',
      ),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 2 });
    expect(codesOf(loaded)).toEqual([]);
  });
});
