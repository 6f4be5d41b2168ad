import { describe, expect, it } from 'vitest';
import { MacroLibrary } from '../../src/engine/macro-library.ts';
import { sql } from '../../src/engine/sql.ts';

const library = () =>
  new MacroLibrary([
    sql`create macro one(x) as x + 1`,
    sql`create macro two(x) as one(x) + one(x)`,
    sql`create macro three(x) as two(x) + 1`,
    sql`create macro other(x) as x`,
  ]);

describe('a library of macros', () => {
  it('makes what a statement calls, and what that calls, in order, once', () => {
    const macros = library();
    expect(macros.take('select two(a), sum(b) from t')?.text).toBe('create macro one(x) as x + 1;\ncreate macro two(x) as one(x) + one(x)');
    expect(macros.take('select two(a) from t')).toBeNull();
    expect(macros.take('select three(a) from t')?.text).toBe('create macro three(x) as two(x) + 1');
  });

  it('makes nothing for a name that is not called', () => {
    expect(library().take('select one, other as two from three')).toBeNull();
    expect(new MacroLibrary([]).take('select one(a)')).toBeNull();
  });
});
