import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { withTables } from '../../src/engine/scope.ts';
import { sql } from '../../src/engine/sql.ts';
import { openPostgres } from '../metrics/two-engines.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { openEngine } from './open-engine.ts';
import { columns, opening, valueIn } from './tables.ts';

function tests(open: () => Promise<Engine>): void {
  const opened = opening(open);

  it('drops what was created in it, whether from a query or from rows, so that the names are free again', async () => {
    const engine = await opened();
    for (const n of [1, 2]) {
      const seen = await withTables(engine, async (scope) => {
        await scope.create('scores', sql`select cast(${n} as bigint) as n`);
        await scope.append('model', columns, [{ n: n * 10 }]);
        await scope.append('model', columns, [{ n: n * 10 }]);
        return [await valueIn(scope, 'scores'), await valueIn(scope, 'model')];
      });
      expect(seen).toEqual([n, n * 10]);
    }
    expect([await valueIn(engine, 'scores'), await valueIn(engine, 'model')]).toEqual([null, null]);
  });

  it('leaves what the engine around it created, from within too', async () => {
    const engine = await opened();
    await engine.create('before', sql`select cast(1 as bigint) as n`);
    await withTables(engine, async (scope) => {
      await scope.create('scores', sql`select n + 1 as n from before`);
      await engine.create('kept', sql`select n from scores`);
    });
    expect([await valueIn(engine, 'before'), await valueIn(engine, 'scores'), await valueIn(engine, 'kept')]).toEqual([1, null, 2]);
  });

  it('stands within another, and a table that was dropped in it is gone once', async () => {
    const engine = await opened();
    await withTables(engine, async (outer) => {
      await outer.create('a', sql`select cast(1 as bigint) as n`);
      await withTables(outer, async (inner) => {
        await inner.create('b', sql`select n from a`);
        await outer.create('c', sql`select n from b`);
        await inner.drop('b');
      });
      expect([await valueIn(outer, 'a'), await valueIn(outer, 'b'), await valueIn(outer, 'c')]).toEqual([1, null, 1]);
    });
    expect([await valueIn(engine, 'a'), await valueIn(engine, 'c')]).toEqual([null, null]);
  });

  it('throws the error of its work, and drops its tables all the same', async () => {
    const engine = await opened();
    const failed = withTables(engine, async (scope) => {
      await scope.create('scores', sql`select cast(1 as bigint) as n`);
      throw new RangeError('the work failed');
    });
    await expect(failed).rejects.toThrow('the work failed');
    expect(await valueIn(engine, 'scores')).toBeNull();
  });
}

describe('a scope of DuckDB', () => {
  tests(openEngine);
});

describeWithPostgres('a scope of PostgreSQL', (server) => {
  tests(() => openPostgres(server));

  it('never drops a table of the same name that is not its own', async () => {
    const engine = await openPostgres(server);
    await engine.run(sql`create table public.scores as select 7 as n`);
    await expect(engine.drop('scores')).rejects.toThrow();
    expect((await engine.rows(sql`select n from public.scores`))[0]?.['n']).toBe(7);
    await engine.close();
  });
});
