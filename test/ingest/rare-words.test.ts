import { describe, expect, it, vi } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { sql } from '../../src/engine/sql.ts';
import { codesOf, type IngestedFiles, ingestFiles, inputOf, lines } from './ingest-files.ts';

/** More records than are looked at before a file is loaded, all with one word, and those of the others behind them. */
const plain = 1_100;

async function loadedWith(file: string): Promise<{ readonly loaded: IngestedFiles; readonly again: number }> {
  const run = vi.spyOn(DuckDbEngine.prototype, 'run');
  const loaded = await ingestFiles({ 'file.csv': file });
  return { loaded, again: run.mock.calls.filter(([query]) => query.text.startsWith('drop table "')).length };
}

describe('a file whose rare words come late', () => {
  it('is read at one go where it is a log, whose words are known from the start', async () => {
    const claims = Array.from({ length: plain }, (_, index) => `L${index},领取,2026-01-02 09:00:00,张三`);
    const file = lines(
      '线索编号,操作类型,操作时间,操作人',
      ...claims,
      'L1,系统自动收回,2026-02-01 09:00:00,',
      'L2,判为无效,2026-02-01 09:00:00,张三',
      'L3,转客户,2026-02-01 09:00:00,张三',
    );
    const { loaded, again } = await loadedWith(file);
    expect(again).toBe(0);
    expect(await loaded.rows(sql`select event as word, count(*) as n from pool_events group by event order by event`)).toEqual([
      { word: 'claim', n: plain },
      { word: 'convert', n: 1 },
      { word: 'invalidate', n: 1 },
      { word: 'recycle', n: 1 },
    ]);
    expect(codesOf(loaded)).not.toContain('word-unknown');
    expect(inputOf(loaded, 'pool_events')).toMatchObject({ rows_read: plain + 3, rows_used: plain + 3, rows_rejected: 0 });
  });

  it('is read again where it is a list of leads, and has them, too', async () => {
    const open = Array.from({ length: plain }, (_, index) => `L${index},跟进中,展会`);
    const { loaded, again } = await loadedWith(lines('线索编号,线索状态,线索来源', ...open, 'M1,空号,展会', 'M2,已转化,展会'));
    expect(again).toBe(1);
    expect(await loaded.rows(sql`select status as word, count(*) as n from leads group by status order by status`)).toEqual([
      { word: 'converted', n: 1 },
      { word: 'invalid', n: 1 },
      { word: 'working', n: plain },
    ]);
  });
});
