import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { nameOf, parseTableName, qualifiedName } from '../../../src/ingest/source-tables/name.ts';

function codeOf(text: string): string {
  try {
    parseTableName('orders', text);
  } catch (error) {
    if (error instanceof CrmEvalError) return `${error.exit} ${error.code}`;
    throw error;
  }
  return 'accepted';
}

describe('the name of a table', () => {
  it('is a table, or a schema and a table', () => {
    expect(parseTableName('orders', 'sales_order')).toEqual({ schema: null, name: ['sales_order'] });
    expect(parseTableName('orders', ' dwd . sales_order ')).toEqual({ schema: ['dwd'], name: ['sales_order'] });
    expect(parseTableName('orders', '销售.订单明细2026')).toEqual({ schema: ['销售'], name: ['订单明细2026'] });
  });

  it('is looked for as it is written, then in lower case; quoted, as it is written alone', () => {
    expect(parseTableName('orders', 'DWD.SalesOrder')).toEqual({ schema: ['DWD', 'dwd'], name: ['SalesOrder', 'salesorder'] });
    expect(parseTableName('orders', '"DWD"."Sales Order"')).toEqual({ schema: ['DWD'], name: ['Sales Order'] });
    expect(parseTableName('orders', '"a"".""b"')).toEqual({ schema: null, name: ['a"."b'] });
  });

  it.each([
    '',
    ' ',
    '""',
    'a.b.c',
    'a b',
    'a-b',
    '1a',
    'a;drop table b',
    'a where true',
    '(select 1)',
    'a--',
    '"a',
    'a"b"',
    '"a" "b"',
    'f()',
    'a,b',
    '"a\0b"',
    '.a',
    'a.',
  ])('is not %j', (text) => {
    expect(codeOf(text)).toBe('usage table-name-invalid');
  });

  it('of any characters is quoted into one name and read back', { tags: ['slow'] }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (raw) => {
        const name = raw.replaceAll('\0', 'x');
        const text = qualifiedName({ schema: name, name }).text;
        expect(parseTableName('orders', text)).toEqual({ schema: [name], name: [name] });
      }),
    );
  });

  it('is shown with quotes only where it needs them', () => {
    expect(nameOf({ schema: 'dwd', name: '订单' })).toBe('dwd.订单');
    expect(nameOf({ schema: 'dwd', name: 'sales order' })).toBe('dwd."sales order"');
  });
});
