import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, ingestFiles, inputOf, lines, readingOf } from './ingest-files.ts';

describe('a header that is repeated', () => {
  it.each([
    ['order_id,customer_id,order_date,amount', 'directly'],
    ['订单编号,客户编号,下单日期,金额', 'in Chinese'],
  ])('is set aside, and none of its names is an unread date or amount (%s, %s)', async (header) => {
    const loaded = await ingestFiles({
      'orders.csv': lines(header, header, '1,A,2024-01-05,5', header, '2,B,2024-01-06,6', '3,B,2024-13-06,6'),
    });
    expect(inputOf(loaded)).toMatchObject({
      rows_read: 5,
      rows_used: 2,
      rows_set_aside: 2,
      rows_rejected: 1,
      reasons: { 'header-repeated': 2 },
    });
    expect(findingsOf(loaded, 'date-invalid')).toMatchObject([{ count: 1, value: '2024-13-06' }]);
    expect(codesOf(loaded)).not.toContain('number-invalid');
  });
});

describe('lines that are no records', () => {
  it('are said: comments', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('客户,下单日期,金额', '# 导出于 2024-01-07', 'A,2024-01-05,5', '#1001,2024-01-06,6', '# end, of, it, all'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 2 });
    expect(findingsOf(loaded, 'comment-line')).toMatchObject([{ level: 'info', count: 2 }]);
  });

  it('are said: a description of the columns', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines('customer,order_date,amount', 'who bought,day of the order,in yuan', 'A,2024-01-05,5', 'B,2024-01-06,6'),
    });
    expect(inputOf(loaded)).toMatchObject({ rows_read: 2, rows_used: 2, sum_used: 11 });
    expect(findingsOf(loaded, 'description-row')).toMatchObject([{ level: 'info', line: 2, value: 'who bought' }]);
  });
});

describe('a file whose reading is doubtful', () => {
  it('says that its header has another delimiter', async () => {
    const records = Array.from({ length: 60 }, (_, index) => `S${index};K${index};2024-01-05;1,50`);
    const loaded = await ingestFiles({ 'orders.csv': lines('订单编号,客户编号,下单日期,金额', ...records) });
    expect(inputOf(loaded)).toMatchObject({ rows_used: 60, sum_used: 90 });
    expect(findingsOf(loaded, 'delimiter-mixed')).toMatchObject([{ level: 'warning', value: ',' }]);
    expect(readingOf(loaded, 'orders.amount')).toBeDefined();
  });

  it('says that its encoding is a guess, and how to settle it', async () => {
    const bytes = Buffer.from('b0edb0b42cc1d6b9aec0cfc0da2cb1ddbed70ac8abb1e6b5bf2c323032342d30312d30352c313030300a', 'hex');
    const loaded = await ingestFiles(
      { 'orders.csv': bytes },
      { map: ['orders.customer_id=고객', 'orders.ordered_at=주문일자', 'orders.amount=금액'] },
    );
    expect(inputOf(loaded)).toMatchObject({ encoding: 'euc-kr', rows_used: 1, sum_used: 1000 });
    const [finding] = findingsOf(loaded, 'encoding-guessed');
    expect(finding).toMatchObject({ level: 'warning', value: 'euc-kr' });
    expect(finding?.fix).toContain('--encoding');
  });
});
