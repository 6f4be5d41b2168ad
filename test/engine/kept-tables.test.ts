import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { withKeptTables } from '../../src/engine/kept-tables.ts';
import { withTables } from '../../src/engine/scope.ts';
import { sql } from '../../src/engine/sql.ts';
import { openPostgres } from '../metrics/two-engines.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { openEngine } from './open-engine.ts';
import { columns, opening, valueIn } from './tables.ts';

function tests(open: () => Promise<Engine>): void {
  const opened = opening(open);

  it('bring back what was held under a key, in any later scope', async () => {
    const engine = await opened();
    await withKeptTables(engine, async (keeping) => {
      await withTables(keeping, async (scope) => {
        await scope.create('scores', sql`select cast(1 as bigint) as n`);
        scope.kept!.hold('scores', 'of January');
      });
      expect(await valueIn(keeping, 'scores')).toBeNull();
      await withTables(keeping, async (scope) => {
        expect(await scope.kept!.restore('scores', 'of February')).toBe(false);
        await scope.create('scores', sql`select cast(2 as bigint) as n`);
        scope.kept!.hold('scores', 'of February');
        expect(scope.kept!.keyOf('scores')).not.toBeNull();
      });
      const keys = new Set<string | null>();
      for (const [key, n] of [
        ['of January', 1],
        ['of February', 2],
        ['of January', 1],
      ] as const)
        await withTables(keeping, async (scope) => {
          expect(await scope.kept!.restore('scores', key)).toBe(true);
          expect(await valueIn(scope, 'scores')).toBe(n);
          keys.add(scope.kept!.keyOf('scores'));
        });
      expect([...keys, keeping.kept!.keyOf('scores')]).toEqual([expect.any(String), expect.any(String), null]);
    });
  });

  it('are gone when the work is done, and when it fails', async () => {
    const engine = await opened();
    const work = async (keeping: Engine): Promise<void> => {
      await withTables(keeping, async (scope) => {
        await scope.create('scores', sql`select cast(1 as bigint) as n`);
        scope.kept!.hold('scores', 'key');
      });
      expect(await valueIn(engine, 'kept_1')).toBe(1);
    };
    await withKeptTables(engine, work);
    expect(await valueIn(engine, 'kept_1')).toBeNull();
    await expect(
      withKeptTables(engine, async (keeping) => {
        await work(keeping);
        throw new RangeError('the work failed');
      }),
    ).rejects.toThrow('the work failed');
    expect(await valueIn(engine, 'kept_1')).toBeNull();
  });

  it('are those alone that were held as they stood: a table that was not, or got more rows, is dropped', async () => {
    const engine = await opened();
    await withKeptTables(engine, async (keeping) => {
      await withTables(keeping, async (scope) => {
        await scope.create('unheld', sql`select cast(1 as bigint) as n`);
        await scope.append('model', columns, [{ n: 1 }]);
        scope.kept!.hold('model', 'key');
        await scope.append('model', columns, [{ n: 2 }]);
      });
      expect(await valueIn(engine, 'kept_1')).toBeNull();
      expect(await keeping.kept!.restore('model', 'key')).toBe(false);
    });
  });
}

describe('kept tables of DuckDB', () => {
  tests(openEngine);
});

describeWithPostgres('kept tables of PostgreSQL', (server) => {
  tests(() => openPostgres(server));
});
