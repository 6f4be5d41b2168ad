import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { portableFunctions, portableTypes } from '../../src/engine/portable-rules.ts';
import { sql, trusted } from '../../src/engine/sql.ts';
import type { RowList } from '../../src/lib/row-list.ts';
import { openPostgres } from '../metrics/two-engines.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { openEngine } from './open-engine.ts';
import { breaches } from './portable-sql.ts';

/** Over a table `t` of the rows below; what comes out must be the same cell on every engine. */
const expressions = [
  'min(abs(i)), max(abs(m)), max(abs(f))',
  'max(mod(i, 3)), min(mod(i, 3)), min(mod(-7, 3)), max(mod(7, -3))',
  'min(ceil(f)), max(ceil(m)), min(ceil(-2.5)), min(floor(f)), max(floor(m)), min(floor(-2.5))',
  'min(sign(i)), max(sign(m)), min(sign(f))',
  'max(sqrt(2::double precision)), max(sqrt(abs(f))), max(sqrt(0.1::double precision))',
  'max(coalesce(m, 0)), max(nullif(i, 3)), max(greatest(i, 2)), max(least(i, 2)), max(greatest(null, i)), max(least(null, i))',
  'count(*), count(m), count(*) filter (where i > 1), count(null)',
  'sum(i), sum(m), sum(m * i), sum(null::bigint), sum(cast(floor(f * 1000 + 0.5) as bigint))',
  'sum(m)::double precision / count(*), sum(i)::double precision / 3, max(m) / 7::double precision',
  `min(s), max(s), min(s) filter (where s > 'a'), max(s) filter (where s < 'b'), count(*) filter (where s between 'A' and 'z')`,
  `count(*) filter (where s like '%a%'), count(*) filter (where s like '_'), max(s || s), max(s || null)`,
  'percentile_cont(0.5) within group (order by m::double precision), percentile_cont(0.1) within group (order by f::double precision)',
  `max(cast(date_trunc('month', d::timestamp) as date)), min(cast(date_trunc('quarter', moment::timestamp) as date))`,
  `min(cast(date_trunc('week', d::timestamp) as date)), min(cast(date_trunc('year', cast(d as timestamp)) as date))`,
  'max(extract(year from d)), max(extract(month from d)), max(extract(day from d)), max(extract(quarter from d))',
  'min(extract(isodow from d)), max(extract(week from d)), min(extract(hour from moment)), max(extract(isodow from moment))',
  `max(d - '2024-01-01'::date), max(d + 1), min(d - 1), max(d + i::integer), max(cast(moment as date)), min(d::timestamp), count(*) filter (where d < moment)`,
  'max(cast(m as decimal(18,1))), min(cast(m as decimal(14,0))), max(cast(2.5 as bigint)), max(cast(-2.5 as bigint)), min(0.00005::decimal(9,4))',
  'max(i * 12345678.9012::decimal(38,4)), max(m::double precision), max(i::double precision), max(0.1 + 0.2), max(0.1::double precision + 0.2)',
  'sum(case when b then 1 else 0 end), count(*) filter (where not b), count(*) filter (where b is distinct from null), count(*) filter (where b)',
  `sum(case i when 1 then 10 when 2 then 20 end), max(case when i > 1 then s end), count(*) filter (where m in (0, 100, null))`,
] as const;

/** Windows and orders, each with its own rows. */
const queries = [
  `select i::varchar as a, m::varchar as b, d::varchar as c, moment::varchar as e, s || '/' || i::varchar as f from t order by i`,
  'select i, row_number() over (order by m desc nulls last, row_id) as n, rank() over (order by m desc nulls last) as r from t order by i',
  'select i, dense_rank() over (partition by b order by m nulls first) as r, count(*) over (partition by b) as n from t order by i',
  'select i, lag(d) over (order by row_id) as before, lead(m, 2) over (order by row_id) as later from t order by i',
  'select i, sum(m) over (order by m nulls last) as s, sum(m) over (order by row_id rows between 1 preceding and current row) as r from t order by i',
  'select s from t order by s nulls last, i',
  'select s from t order by s desc nulls last, i',
  'select m, b from t order by m desc nulls first, b nulls last, i',
  'select s, count(*) as n, sum(m) as m from t group by s having count(*) > 0 order by s nulls first',
  'select s from t union select s from t order by s nulls last limit 3',
  'select t.i, u.n from t left join (select b, count(*) as n from t group by b) as u on u.b = t.b order by t.i',
  'select coalesce(t.i, u.i) as i, u.n from t full join (select i + 4 as i, count(*) as n from t group by i) as u on u.i = t.i order by 1',
];

const rows = [
  { row_id: 1, i: 1, m: 100, f: 0.1, s: 'a', d: '2024-02-29', moment: '2024-02-29 23:59:59.5', b: true },
  { row_id: 2, i: 2, m: -33.3333, f: -2.5, s: 'B', d: '2025-12-31', moment: '2026-01-01 00:00:00', b: false },
  { row_id: 3, i: 3, m: null, f: 12.345678900499999, s: '中', d: '2026-01-01', moment: '1900-01-01 12:00:00', b: null },
  { row_id: 4, i: 4, m: 100, f: null, s: '_', d: null, moment: null, b: true },
  { row_id: 5, i: 5, m: 9_999_999_999_999.99, f: 1e-9, s: 'é', d: '1900-01-01', moment: '2024-12-30 00:00:00', b: false },
  { row_id: 6, i: 6, m: 0, f: 87.5, s: 'Ab', d: '2024-12-30', moment: '2024-03-31 01:30:00', b: false },
  { row_id: 7, i: 7, m: 0.0001, f: 3.3333333333333335, s: 'ab', d: '2021-01-03', moment: '2021-01-03 00:00:00', b: true },
  { row_id: 8, i: 8, m: 0.1, f: 0, s: null, d: '2023-10-29', moment: '2023-10-29 02:30:00', b: true },
];

async function fill(engine: Engine): Promise<void> {
  const types = {
    row_id: 'integer',
    i: 'integer',
    m: 'money',
    f: 'double',
    s: 'text',
    d: 'date',
    moment: 'timestamp',
    b: 'boolean',
  } as const;
  const columns = Object.entries(types).map(([name, type]) => ({ name, type }));
  await engine.append('t', columns, rows);
}

const all = [...expressions.map((list) => `select ${named(list)} from t`), ...queries];

/** Commas in brackets separate arguments, not columns. */
function named(list: string): string {
  let depth = 0;
  let column = 0;
  const text = [...list].map((character) => {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== ',' || depth > 0) return character;
    column += 1;
    return ` as c${column},`;
  });
  return `${text.join('')} as c${column + 1}`;
}

describe('the samples of portable SQL', () => {
  it.each(all)('hold to the rules: %s', (query) => {
    expect(breaches(query, { floats: new Set(['f']) })).toEqual([]);
  });

  it('use every portable function and type', () => {
    const text = all.join(' ');
    for (const name of portableFunctions) expect(text).toContain(`${name}(`);
    for (const type of portableTypes) if (type !== 'boolean') expect(text).toMatch(new RegExp(`(?:::|as )${type}`));
  });
});

describeWithPostgres('portable SQL', (server) => {
  let duckdb: DuckDbEngine;
  let postgres: Engine;

  beforeAll(async () => {
    duckdb = await openEngine();
    postgres = await openPostgres(server);
    for (const engine of [duckdb, postgres]) await fill(engine);
  });
  afterAll(async () => {
    for (const engine of [duckdb, postgres]) await engine.close();
  });

  it.each(all)('yields the same cells on DuckDB and PostgreSQL: %s', async (query) => {
    const found = await duckdb.rows(sql`${trusted(query)}`);
    expect(found.length).toBeGreaterThan(0);
    expect(await postgres.rows(sql`${trusted(query)}`)).toEqual(found);
  });

  it('yields the same lists of rows, by column and in part, however many come at a time', async () => {
    const many = sql`select one.*, four.row_id as last from t as one cross join t as two cross join t as three cross join t as four
      order by one.row_id, two.row_id, three.row_id, four.row_id`;
    const [own, others] = [await duckdb.list(many), await postgres.list(many)];
    expect([own.length, others.length]).toEqual([8 ** 4, 8 ** 4]);
    const names = ['m', 'd', 'nothing', 'b', 's', 'moment', 'f'];
    const columns = (list: RowList): unknown[] =>
      names.map((_, index) => [...list.portions(names)].flatMap((portion) => portion.columns[index]));
    expect(columns(others)).toEqual(columns(own));
    const changed = (list: RowList): RowList =>
      list.with('s', ['s', 'last'], (text = null, last = null) => `${text} ${last}`).without(['f']);
    expect(changed(others).slice(2040, 2060)).toEqual(changed(own).slice(2040, 2060));
    expect([...others]).toEqual([...own]);
    const none = sql`select * from t where row_id > 8`;
    expect([(await duckdb.list(none)).length, [...(await postgres.list(none))]]).toEqual([0, []]);
  });
});
