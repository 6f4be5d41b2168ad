import { expect, it } from 'vitest';
import { CrmEvalError } from '../../src/errors.ts';
import { columnsOf, entities, entityById, fieldIds, fieldOf } from '../../src/model/entities.ts';

function failure(action: () => unknown): CrmEvalError {
  try {
    action();
  } catch (error) {
    if (error instanceof CrmEvalError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

it('finds a field by its full name', () => {
  const { entity, name, field } = fieldOf('orders.amount');
  expect([entity.id, name, field.type]).toEqual(['orders', 'amount', 'money']);
  for (const id of fieldIds()) expect(`${fieldOf(id).entity.id}.${fieldOf(id).name}`).toBe(id);
});

it('suggests the field or table that was meant, as a usage error', () => {
  const field = failure(() => fieldOf('orders.amout'));
  expect([field.code, field.exit, field.fix?.en]).toEqual(['field-unknown', 'usage', 'did you mean "orders.amount"?']);
  expect(failure(() => fieldOf('oders.amount')).fix?.en).toBe('did you mean "orders"?');
  expect(failure(() => entityById('customer')).fix?.['zh-CN']).toBe('是否想写“customers”？');
  expect(failure(() => fieldOf('amount')).code).toBe('field-unknown');
  expect(failure(() => entityById('zzz')).fix?.en).toContain('crm-eval schema');
});

it("knows no field by the name of an object's own property", () => {
  expect(failure(() => fieldOf('orders.constructor')).code).toBe('field-unknown');
  expect(failure(() => fieldOf('orders.__proto__')).code).toBe('field-unknown');
});

it('has no column for the periods of a wide file', () => {
  const names = columnsOf(entityById('targets')).map((column) => column.name);
  expect(names).toContain('value');
  expect(names.filter((name) => /^(m\d\d|q\d|full_year)$/.test(name))).toEqual([]);
});

it('covers the year with its wide columns', () => {
  const wide = Object.values(entityById('targets').fields).flatMap((field) => (field.wide === undefined ? [] : [field.wide]));
  const months = wide.filter((period) => period.months === 1).map((period) => period.month);
  expect(months).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(wide.filter((period) => period.months === 3).map((period) => period.month)).toEqual([1, 4, 7, 10]);
  expect(wide.filter((period) => period.months === 12)).toEqual([{ month: 1, months: 12 }]);
});

it('gives every column of every table an engine type', () => {
  for (const entity of entities) expect(columnsOf(entity).every((column) => typeof column.type === 'string')).toBe(true);
});

it('lets fields stand for each other that the table has, and computes them in the order in which they are declared', () => {
  const wrong = entities.flatMap((entity) => {
    const names = Object.keys(entity.fields);
    return Object.entries(entity.fields).flatMap(([name, { otherwise = [], less, wordsOf }]) => {
      const used = otherwise.flatMap((standIn) =>
        'field' in standIn ? [standIn.field] : 'times' in standIn ? standIn.times : standIn.minus,
      );
      const computed = otherwise.flatMap((standIn) => ('minus' in standIn ? standIn.minus : []));
      const unknown = [...used, less, wordsOf?.field].filter((field) => field !== undefined && (!names.includes(field) || field === name));
      const later = computed.filter((field) => names.indexOf(field) > names.indexOf(name));
      return [...unknown, ...later].map((field) => `${entity.id}.${name}: ${field}`);
    });
  });
  expect(wrong).toEqual([]);
});
