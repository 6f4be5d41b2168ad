import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type Sql, sql } from '../../src/engine/sql.ts';
import { metricById } from '../../src/metrics/registry.ts';
import { terminalColumns } from '../../src/report/terminal-columns.ts';
import type { TableSection } from '../../src/result/result.ts';
import { from, own, reads, wordOf, worded } from '../../src/views/list-columns.ts';
import { ascending, descending, type ListRequest } from '../../src/views/list-source.ts';
import { list } from '../../src/views/list.ts';
import { openEngine } from '../engine/open-engine.ts';
import { openPostgres } from '../metrics/two-engines.ts';
import { describeWithPostgres } from '../postgres-server.ts';

/** Thirty customers; the last alone has a region, an industry that is not its owner, and no score. */
const profile: Sql = sql`
  select
    'C' || (100 + n) as customer_id,
    case when n = 30 then null else 'C' || (100 + n) end as customer_name,
    case when n % 2 = 0 then 'Li' else 'Wang' end as owner,
    case when n = 30 then 'Zhao' when n % 2 = 0 then 'Li' else 'Wang' end as industry,
    case when n % 2 = 0 then 'Li' else 'Wang' end as team,
    case when n = 30 then 'North' else '' end as region,
    cast(null as varchar) as level,
    'A' as size,
    cast(n as decimal(18, 4)) as revenue
  from (${numbers()}) as numbers`;

const scores: Sql = sql`
  select 'C' || (100 + n) as customer_id, cast(n as bigint) as rank, cast(1 + n % 2 as bigint) as tier, cast(100 - n as double precision) as score
  from (${numbers()}) as numbers where n < 30`;

function numbers(): Sql {
  return { text: Array.from({ length: 30 }, (_, index) => `select ${index + 1} as n`).join(' union all ') };
}

async function fill(engine: Engine): Promise<void> {
  await engine.create('customer_profile', profile);
  await engine.create('customer_scores', scores);
}

const request: ListRequest = {
  id: 'ranking',
  title: { en: 'Ranking', 'zh-CN': '排名' },
  of: 'customer_profile',
  by: 'customer_id',
  order: [...ascending('customer_scores', 'rank'), ...descending('customer_profile', 'revenue')],
  columns: [
    ...from('customer_scores', 'rank', 'score'),
    ...from('customer_profile', 'customer_id', 'customer_name', 'owner', 'industry', 'team', 'region', 'level', 'size'),
    ...worded(from('customer_scores', 'tier'), new Map([['1', 'High']])),
    own(
      'place',
      { title: { en: 'Place', 'zh-CN': '位置' }, type: 'text', basis: { en: 'Of the rank.', 'zh-CN': '按排名。' } },
      reads('customer_scores', 'rank', 'score'),
      (rank = null, score = null) => (rank === null ? null : `${rank}: ${score}`),
    ),
  ],
  glance: { first: ['score'], hidden: ['size'] },
};

function shown(section: TableSection): string[] {
  return terminalColumns(section).columns.map(({ id }) => id);
}

let engine: DuckDbEngine;

beforeAll(async () => {
  engine = await openEngine();
  await fill(engine);
});
afterAll(() => engine.close());

describe('a list', () => {
  it('has the rows of one metric with what others say of them, in the order that is asked for', async () => {
    const { rows, total, title, kind, chart } = await list({ engine, lang: 'zh-CN' }, request);
    expect({ title, kind, chart, total, length: rows.length }).toEqual({
      title: '排名',
      kind: 'table',
      chart: null,
      total: 30,
      length: 30,
    });
    expect(rows.slice(0, 1)).toEqual([
      {
        rank: 1,
        score: 99,
        customer_id: 'C101',
        customer_name: 'C101',
        owner: 'Wang',
        industry: 'Wang',
        team: 'Wang',
        region: '',
        level: null,
        size: 'A',
        tier: 2,
        tier_code: '2',
        place: '1: 99',
      },
    ]);
    expect([...rows].at(-1)).toMatchObject({ customer_id: 'C130', rank: null, tier: null, place: null });
    expect(rows.slice(1, 2)[0]!['tier']).toBe('High');
  });

  it('has columns as the metrics declare them, and says of which they are', async () => {
    const { columns } = await list({ engine, lang: 'en' }, request);
    const declared = metricById('customer_scores').columns['score']!;
    expect(columns[1]).toEqual({
      id: 'score',
      title: declared.title.en,
      type: declared.shows,
      unit: declared.unit ?? null,
      basis: declared.meaning.en,
      metric: 'customer_scores',
    });
    const withoutCodes = columns.filter(({ code_of }) => code_of === undefined);
    expect(withoutCodes.map(({ id }) => id)).toEqual(request.columns.map(({ id }) => id));
    expect(columns.at(-3)).toMatchObject({ id: 'tier', type: 'text', metric: 'customer_scores' });
    expect(columns.at(-2)).toMatchObject({ id: 'tier_code', title: 'Tier (code)', type: 'text', code_of: 'tier' });
    expect(columns.at(-1)).toEqual({ id: 'place', title: 'Place', type: 'text', unit: null, basis: 'Of the rank.' });
    expect(() => from('customer_scores', 'nothing')).toThrow(RangeError);
  });

  it('refuses columns of a metric that nothing joins', async () => {
    const { by: _, ...alone } = request;
    await expect(list({ engine, lang: 'en' }, alone)).rejects.toThrow('no column to join customer_scores by');
  });
});

describe('a list on a screen', () => {
  const look = (limit: number | null, sections: string[] | null = null) =>
    list({ engine, lang: 'en', screen: { limit, sections, shows: 'answer' } }, request);

  it('fetches the rows that are seen and no more, and knows how many there are', async () => {
    const [whole, part] = [await list({ engine, lang: 'en' }, request), await look(null)];
    expect(part.rows.length).toBe(20);
    expect(part.total).toBe(30);
    expect([...part.rows]).toEqual(whole.rows.slice(0, 20));
    expect((await look(7)).rows.length).toBe(7);
    expect((await look(Infinity)).rows.length).toBe(30);
    expect((await look(1000)).total).toBe(30);
  });

  it('shows the columns that all rows would have shown', async () => {
    const whole = await list({ engine, lang: 'en' }, request);
    expect(shown(whole)).toEqual(['score', 'rank', 'customer_id', 'customer_name', 'owner', 'industry', 'region', 'tier', 'place']);
    for (const limit of [1, 7, 20, 29]) expect(shown(await look(limit))).toEqual(shown(whole));
  });

  it('has for programs all columns of the rows that are wanted', async () => {
    const whole = await list({ engine, lang: 'en' }, request);
    const part = await list({ engine, lang: 'en', screen: { limit: 7, sections: null, shows: 'answer', columns: 'all' } }, request);
    expect({ ...part, rows: [...part.rows] }).toEqual({ ...whole, rows: whole.rows.slice(0, 7) });
  });

  it('fetches of a section that is not asked for the row that sentences speak of, and nothing of a detail', async () => {
    expect((await look(null, ['other'])).rows.length).toBe(1);
    expect((await look(null, ['ranking'])).rows.length).toBe(20);
    const programs = { ...request, glance: { most: 0 } };
    const context = { engine, lang: 'en' } as const;
    expect((await list({ ...context, screen: { limit: null, sections: null, shows: 'answer' } }, programs)).rows.length).toBe(0);
    expect((await list({ ...context, screen: { limit: null, sections: ['ranking'], shows: 'answer' } }, programs)).rows.length).toBe(20);
    expect((await list({ ...context, screen: { limit: 3, sections: null, shows: 'all' } }, programs)).rows.length).toBe(3);
    const detail = { ...request, place: 'detail' } as const;
    expect((await list({ ...context, screen: { limit: null, sections: ['other'], shows: 'answer' } }, detail)).rows.length).toBe(0);
    expect((await list({ ...context, screen: { limit: 3, sections: null, shows: 'answer' } }, detail)).rows.length).toBe(0);
    expect((await list({ ...context, screen: { limit: 3, sections: null, shows: 'all' } }, detail)).rows.length).toBe(3);
    expect((await list(context, programs)).rows.length).toBe(30);
  });
});

describeWithPostgres('a list of PostgreSQL', (server) => {
  it('is that of DuckDB, whole and on a screen', async () => {
    const postgres = await openPostgres(server);
    try {
      await fill(postgres);
      for (const screen of [
        undefined,
        { limit: null, sections: null, shows: 'answer' },
        { limit: 3, sections: null, shows: 'all' },
      ] as const) {
        const [one, other] = [
          await list({ engine, lang: 'en', screen }, request),
          await list({ engine: postgres, lang: 'en', screen }, request),
        ];
        expect({ ...other, rows: [...other.rows] }).toEqual({ ...one, rows: [...one.rows] });
      }
    } finally {
      await postgres.close();
    }
  });
});

describe('words', () => {
  it('take the place of ids; one without a word stays, and null stays null', () => {
    const words = new Map([['a', 'Alpha']]);
    expect(wordOf(words, 'a')).toBe('Alpha');
    expect(wordOf(words, 'b')).toBe('b');
    expect(wordOf(words, null)).toBeNull();
  });
});
