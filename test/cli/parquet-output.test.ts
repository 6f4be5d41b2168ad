import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { root, run, runProgram, temporaryFolder } from './run.ts';

const orders = '订单编号,客户编号,客户名称,下单日期,订单金额\nO1,C1,张三,2026-01-05,100.25\nO2,C2,李四,2026-03-01,50\n';
const folder = temporaryFolder({ 'orders.csv': orders });

async function readBack<T>(query: (engine: DuckDbEngine) => Promise<T>): Promise<T> {
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch, { recursive: true });
  const engine = await DuckDbEngine.open({ scratch, threads: 1 });
  try {
    return await query(engine);
  } finally {
    await engine.close();
  }
}

describe('--out result.parquet', () => {
  it('is the ranking with typed columns, as another program reads it', async () => {
    const { code, stderr } = await run('score orders.csv --out result.parquet'.split(' '), { cwd: folder });
    expect([code, stderr]).toEqual([
      0,
      [
        'as of 2026-03-01, the latest date in the files; --as-of sets another',
        'parquet holds one table, here ranking (Customers, best first); --section chooses another: act_now, tiers, segments, cut_points',
        'wrote result.parquet',
        '',
      ].join('\n'),
    ]);
    const path = join(folder, 'result.parquet');
    const rows = await readBack((engine) =>
      engine.rows(
        sql`select customer_id, revenue, last_order_on, typeof(revenue) as money, typeof(last_order_on) as day, typeof(rank) as rank
          from read_parquet(${path}) order by customer_id`,
      ),
    );
    const types = { money: 'DOUBLE', day: 'DATE', rank: 'BIGINT' };
    expect(rows).toEqual([
      { customer_id: 'C1', revenue: 100.25, last_order_on: '2026-01-05', ...types },
      { customer_id: 'C2', revenue: 50, last_order_on: '2026-03-01', ...types },
    ]);
  });

  it('is the same bytes through a pipe, and takes --limit and --section', async () => {
    const shell = `"${process.execPath}" "${join(root, 'bin/crm-eval.js')}" score orders.csv -q --format parquet > piped.parquet`;
    await runProgram('bash', ['--norc', '-c', shell], { cwd: folder });
    expect(readFileSync(join(folder, 'piped.parquet')).equals(readFileSync(join(folder, 'result.parquet')))).toBe(true);
    for (const args of ['--limit 1 --out one.parquet', '--section overview --out overview.parquet'])
      expect(await run(`score orders.csv -q ${args}`.split(' '), { cwd: folder })).toMatchObject({ code: 0 });
    const [one, overview] = [join(folder, 'one.parquet'), join(folder, 'overview.parquet')];
    const [counts] = await readBack((engine) =>
      engine.rows(
        sql`select (select count(*) from read_parquet(${one})) as one, (select count(*) from read_parquet(${overview}) where id = 'revenue') as facts`,
      ),
    );
    expect(counts).toEqual({ one: 1, facts: 1 });
  });
});
