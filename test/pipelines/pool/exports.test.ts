import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { sql } from '../../../src/engine/sql.ts';
import { pool, poolFields } from '../../../src/pipelines/pool/pool.ts';
import { codesOf, ingestFiles } from '../../ingest/ingest-files.ts';
import { chineseExports } from './chinese-lead-exports.ts';
import { contentOf } from './lead-exports.ts';
import { westernExports } from './western-lead-exports.ts';

describe.each(Object.entries({ ...chineseExports, ...westernExports }))('leads exported by %s', (_, made) => {
  it('are read by their columns and words, and counted', async () => {
    const loaded = await ingestFiles({ [made.file]: contentOf(made) }, { fields: poolFields(), asOf: '2026-03-31' });
    const { engine, ingested } = loaded;
    expect(ingested.inputs.map(({ role, rows_used: used }) => [role, used])).toEqual([['leads', 24]]);
    const columns = ingested.tables.flatMap((table) => table.columns);
    const fieldOf = (header: string): string | null => columns.find((column) => column.header === header)?.field ?? null;
    expect(Object.keys(made.fields).map((header) => [header, fieldOf(header)])).toEqual(
      Object.entries(made.fields).map(([header, field]) => [header, `leads.${field}`]),
    );
    expect(codesOf(loaded)).not.toContain('word-unknown');
    const statuses = await loaded.rows(
      sql`select status, count(*) as n from leads where status is not null group by status order by status`,
    );
    expect(Object.fromEntries(statuses.map(({ status, n }) => [status, n]))).toEqual(made.status);

    const settings = defaultConfig().config.pool;
    const { answer, findings } = await pool({ engine, ingested, lang: 'zh-CN', period: null, of: null, settings });
    const [found] = await engine.rows(sql`
      select
        count(*) filter (where outcome = 'converted') as converted, count(*) filter (where outcome = 'converted' and outcome_at is not null) as dated,
        count(owner) as owned, count(last_contact_at) as contacted
      from lead_course`);
    expect(Object.values(found!)).toEqual(made.counts);
    const [converted, dated] = made.counts;
    expect(answer[0]).toMatch(converted === 0 ? /^共 24 条线索，没有转化记录；/ : /^共 24 条线索，已转化 17%；/);
    const codes = new Set(findings.map(({ code }) => code));
    expect([codes.has('lead-conversion-missing'), codes.has('lead-conversion-undated')]).toEqual([converted === 0, dated < converted]);
  });
});
