import { describe, expect, it } from 'vitest';
import { entities } from '../../../src/model/entities.ts';
import { schema } from '../../../src/pipelines/schema/schema.ts';
import { resultSchema, type TableSection } from '../../../src/result/result.ts';

describe('schema', () => {
  it('lists every table', () => {
    const result = schema({ entities, entity: null, lang: 'zh-CN' });
    expect(resultSchema.parse(result)).toEqual(result);
    const tables = result.sections[0] as TableSection;
    expect([...tables.rows].map(({ table }) => table)).toEqual(entities.map(({ id }) => id));
    expect([...tables.rows].find(({ table }) => table === 'orders')).toMatchObject({ title: '订单' });
  });

  it('lists the fields of a table with type, unit, values and headers', () => {
    const fields = schema({ entities, entity: 'orders', lang: 'en' }).sections[0] as TableSection;
    expect([...fields.rows].find(({ field }) => field === 'orders.status')).toMatchObject({
      type: 'choice',
      values: 'completed, pending, cancelled, refunded, partly_refunded, no_sale',
    });
    expect([...fields.rows].find(({ field }) => field === 'orders.amount')).toMatchObject({ type: 'money', values: null });
    expect(String([...fields.rows].find(({ field }) => field === 'orders.amount')?.['aliases'])).toContain('订单金额');
  });

  it('offers the table that was meant', () => {
    expect(() => schema({ entities, entity: 'order', lang: 'en' })).toThrow(
      expect.objectContaining({
        code: 'table-unknown',
        exit: 'usage',
        fix: { en: 'did you mean orders?', 'zh-CN': '是不是想写 orders？' },
      }),
    );
  });
});
