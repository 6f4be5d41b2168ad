// @module-tag slow
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { describeWithData } from '../data-folder.ts';
import { ingestFiles, inputOf, lines, orderRows, quoted } from './ingest-files.ts';

/** What loading takes off a name where placeholders are kept: blanks around it. */
function cleaned(text: string): string | null {
  const trimmed = text.replace(/^[ \t\r\n\u00a0\u3000\u200b\ufeff]+|[ \t\r\n\u00a0\u3000\u200b\ufeff]+$/g, '');
  return trimmed === '' ? null : trimmed;
}

async function namesOf(names: readonly string[]): Promise<unknown[]> {
  const loaded = await ingestFiles(
    {
      'customers.csv': lines(
        'Customer ID,Name,Owner',
        ...names.map((name, index) => `C${String(index).padStart(5, '0')},"${name.replaceAll('"', '""')}",x`),
      ),
    },
    { keepPlaceholders: true },
  );
  expect(inputOf(loaded, 'customers')).toMatchObject({ rows_read: names.length, rows_used: names.length });
  return (await loaded.rows(sql`select name from customers order by customer_id`)).map((row) => row['name']);
}

const hostile = [
  "Robert'); drop table customers; --",
  "' or '1'='1",
  "\"; select * from read_text('/etc/passwd'); --",
  '$$ select 1 $$',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+86 138 0000 0000',
  '-5',
  '@SUM(A1)',
  '${7*7}',
  '{{7*7}}',
  '%s%n',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\u001b[31mred\u001b[0m',
  'a\u202eb',
  '深圳\n分公司',
  'a\\',
  'x'.repeat(20_000),
  '😀👩‍👩‍👧‍👦',
  'e\u0301',
];

describe('hostile values', () => {
  it('are values and nothing else', async () => {
    expect(await namesOf(hostile)).toEqual(hostile.map(cleaned));
  });

  it('serve as ids of customers and orders that join', async () => {
    const ids = hostile.filter((id) => !/^[=+@'"-]/.test(id));
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount',
        ...ids.map((id, index) => `${quoted(id)},${quoted(id)},2026-01-01,${index}`),
      ),
      'customers.csv': lines('Customer ID,Name,Owner', ...ids.map((id) => `${quoted(id)},${quoted(id)},x`)),
    });
    expect(
      await loaded.rows(
        sql`select count(*) as n from orders inner join customers using (customer_id) where orders.order_id = customers.name`,
      ),
    ).toEqual([{ n: ids.length }]);
    for (const id of ids) expect((await loaded.ingested.rowsOf(id)).length).toBe(2);
  });

  it('as words of a status are reported as they stand', async () => {
    const loaded = await ingestFiles({
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Amount,Order Status',
        '1,A,2026-01-01,1,completed',
        `2,A,2026-01-02,2,"'); drop table orders; --"`,
        '3,A,2026-01-03,3,__proto__',
        '4,A,2026-01-03,4,constructor',
      ),
    });
    expect((await orderRows(loaded)).map((row) => row['amount'])).toEqual([1]);
    expect(loaded.ingested.findings.filter((finding) => finding.code === 'word-unknown').map((finding) => finding.value)).toEqual([
      "'); drop table orders; --",
      '__proto__',
      'constructor',
    ]);
  });

  it('in headers are headers', async () => {
    const headers = ["x'); drop table orders_1; --", '"', 'a"b', '__proto__', 'constructor', 'c0', '_reason', 'order_id', 'rowid'];
    const loaded = await ingestFiles({
      'orders.csv': lines(
        `${headers.map((header) => `"${header.replaceAll('"', '""')}"`).join(',')},Customer ID,Order Date,Amount`,
        `${headers.map((_, index) => `v${index}`).join(',')},A,2026-01-01,5`,
        `${headers.map((_, index) => `w${index}`).join(',')},B,2026-01-02,6`,
      ),
    });
    expect((await orderRows(loaded)).map((row) => [row['order_id'], row['amount']])).toEqual([
      ['v7', 5],
      ['w7', 6],
    ]);
    expect(loaded.ingested.tables[0]?.table.columns.slice(0, headers.length)).toEqual(headers);
  });

  it('of any kind come through a file', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 40, maxLength: 80 }), async (names) => {
        const kept = names.map((text, index) => `n${index}${text}z`);
        const loaded = await ingestFiles({
          'customers.csv': lines('Customer ID,Name,Owner', ...kept.map((text, index) => `C${index},"${text.replaceAll('"', '""')}",x`)),
        });
        try {
          expect(await loaded.column('customers', 'name')).toEqual(kept);
        } finally {
          await loaded.close();
        }
      }),
      { numRuns: 2 },
    );
  });
});

describeWithData('the big list of naughty strings', (folder) => {
  it('comes through as names, each unharmed', async () => {
    const strings = JSON.parse(readFileSync(`${folder}/torture/blns/blns.json`, 'utf8')) as string[];
    const single = strings.filter((text) => !text.includes('\0'));
    expect(single.length).toBeGreaterThan(400);
    expect(await namesOf(single)).toEqual(single.map(cleaned));
  });
});
