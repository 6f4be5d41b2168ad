import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { conditionOf } from '../../../src/ingest/source-tables/condition.ts';

function reasonOf(where: string): string {
  try {
    conditionOf('orders', where);
  } catch (error) {
    if (error instanceof CrmEvalError && error.exit === 'usage' && error.code === 'where-invalid') return error.text.en;
    throw error;
  }
  return 'accepted';
}

describe('the condition of a source', () => {
  it.each([
    "dt = '2026-10-31'",
    "dt=date'2026-10-31'",
    "name <> 'it''s; (fine' and (a or b)",
    `"odd ; ( name" = 1`,
    "a like '%--%'",
    "id in (select id from other where dt > '2026-01-01')",
    'a = 1 -- ; only ( this\n and b = 2',
    'true --',
    "note = 'C:\\dir'",
    "状态 = '已完成'",
  ])('%j is taken', (where) => {
    expect(conditionOf('orders', where).text).toBe(`(${where}\n)`);
  });

  it.each([
    ['   ', 'it is blank'],
    ['true; drop table orders', 'a semicolon is not taken'],
    ['true) or (true', null],
    ['true)', 'its brackets do not pair'],
    ['true) union all select 1 from (select 1', null],
    ['(true', 'its brackets do not pair'],
    ["a = 'b", 'a quote is never closed'],
    ["a = 'b''", 'a quote is never closed'],
    ['"a = 1', 'a quote is never closed'],
    ['true /* ', 'comments in /* */ are not taken'],
    ['true /* */', 'comments in /* */ are not taken'],
    ['a = $$b$$', '$ is not taken outside of quotes'],
    ["a = E'\\'; drop table b --'", "a backslash before a quote is not taken; write the quote twice: ''"],
    ["a = e'x\\' or b = '", "a backslash before a quote is not taken; write the quote twice: ''"],
    ['a = 1\0', 'it holds a NUL character'],
  ])('%j is refused', (where, reason) => {
    expect(reasonOf(where)).toBe(`sources.orders.where: ${reason ?? 'its brackets do not pair'}`);
  });
});
