import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Ingested } from '../../src/ingest/contract.ts';
import { metrics } from '../../src/metrics/registry.ts';
import { backtest } from '../../src/pipelines/backtest/backtest.ts';
import { churn } from '../../src/pipelines/churn/churn.ts';
import { cohorts } from '../../src/pipelines/cohorts/cohorts.ts';
import { compare } from '../../src/pipelines/compare/compare.ts';
import { explain } from '../../src/pipelines/explain/explain.ts';
import { score, scoreFields } from '../../src/pipelines/score/score.ts';
import type { Result } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { breaches } from '../engine/portable-sql.ts';
import { type IngestedFiles, ingestPaths } from '../ingest/ingest-files.ts';
import { demoFiles, enginesWithFiles, type TwoEngines } from '../metrics/two-engines.ts';
import { describeWithPostgres, type PostgresServer } from '../postgres-server.ts';
import { recording } from './recording-engine.ts';
import { inputOf } from './run-churn.ts';

type Settings = Partial<Config['score']>;

const settings: Readonly<Record<string, Settings>> = {
  'the defaults': {},
  'every setting': {
    rfm: { method: 'rfm-compat' },
    rfm_high: { rule: 'value', recency: 60, frequency: 5, monetary: 500_000 },
    weights: 'growth',
    industries: [{ industry: '半导体', weights: 'loyalty' }],
    bands: {
      revenue: [
        { from: 0, points: 10 },
        { from: 1_000_000, points: 77 },
      ],
    },
    tiers: { method: 'revenue', cuts: [0.8, 0.95] },
  },
};

function scored(engine: Engine, ingested: Ingested, own: Settings): Promise<Result> {
  return score({ engine, ingested, settings: { ...defaultConfig().config.score, ...own }, lang: 'zh-CN', period: null });
}

const { value } = defaultConfig().config;

function valued(engine: Engine, ingested: Ingested): Promise<Result> {
  return score({ engine, ingested, settings: defaultConfig().config.score, lang: 'en', period: null, value });
}

function explainedValue(engine: Engine, ingested: Ingested): Promise<Result> {
  return explain({ engine, ingested, settings: defaultConfig().config.score, lang: 'zh-CN', period: null, customer: 'C0058', value });
}

function explained(engine: Engine, ingested: Ingested, own: Settings): Promise<Result> {
  return explain({ engine, ingested, settings: { ...defaultConfig().config.score, ...own }, lang: 'en', period: null, customer: 'C0015' });
}

function compared(engine: Engine, ingested: Ingested, own: Settings): Promise<Result> {
  const input = { engine, ingested, settings: { ...defaultConfig().config.score, ...own } };
  return compare({ ...input, lang: 'zh-CN', period: null, against: 'previous' });
}

function cohorted(engine: Engine, ingested: Ingested): Promise<Result> {
  return cohorts({ engine, ingested, lang: 'zh-CN', unit: 'month', period: null, by: 'owner' });
}

function churned(engine: Engine, ingested: Ingested): Promise<Result> {
  return churn(inputOf({ engine, ingested }, { lang: 'zh-CN', until: '2026-06-30' }));
}

function backtested(engine: Engine, ingested: Ingested): Promise<Result> {
  return backtest({ ...inputOf({ engine, ingested }, {}), folds: 3 });
}

async function both(engines: TwoEngines, pipeline: (engine: Engine) => Promise<Result>): Promise<[duckdb: Result, postgres: Result]> {
  const results: Result[] = [];
  for (const engine of [recording(engines.duckdb), recording(engines.postgres)]) {
    results.push(await pipeline(engine));
    await engine.clear();
  }
  return [results[0]!, results[1]!];
}

function expectSame([duckdb, postgres]: [Result, Result]): void {
  expect(postgres.engine).toBe('postgres');
  expect(JSON.stringify({ ...postgres, engine: 'duckdb' })).toBe(JSON.stringify(duckdb));
}

let demo: IngestedFiles;

beforeAll(async () => {
  demo = await demoFiles();
});
afterAll(() => demo.close());

describeWithPostgres('a result for the demo company', (server) => {
  let engines: TwoEngines;

  beforeAll(async () => {
    engines = await enginesWithFiles(server, demo);
  });
  afterAll(() => engines.close());

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: cohorts', async () => {
    const results = await both(engines, (engine) => cohorted(engine, demo.ingested));
    expect(results[0].sections[1]).toMatchObject({ id: 'retention', rows: { length: 29 } });
    expectSame(results);
  });

  it.each(Object.entries(settings))('is the same from DuckDB and PostgreSQL, but for the name of the engine, with %s', async (_, own) => {
    const results = await both(engines, (engine) => scored(engine, demo.ingested, own));
    expect(results[0].sections[0]).toMatchObject({ id: 'ranking', rows: { length: 164 } });
    expectSame(results);
    expectSame(await both(engines, (engine) => explained(engine, demo.ingested, own)));
    expectSame(await both(engines, (engine) => compared(engine, demo.ingested, own)));
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: churn and backtest', async () => {
    const results = await both(engines, (engine) => churned(engine, demo.ingested));
    expect(results[0].sections[1]).toMatchObject({ id: 'at_risk', rows: { length: 3 } });
    expectSame(results);
    expectSame(await both(engines, (engine) => backtested(engine, demo.ingested)));
  });

  it('is the same with lifetime values, to the last digit', async () => {
    expectSame(await both(engines, (engine) => valued(engine, demo.ingested)));
    expectSame(await both(engines, (engine) => explainedValue(engine, demo.ingested)));
  });
});

describeWithPostgres('a result for real exports', (server: PostgresServer) => {
  describeWithData('from the data folder', (folder) => {
    const expectSameScore = async (...files: string[]): Promise<void> => {
      const loaded = await ingestPaths(
        files.map((file) => `${folder}/${file}`),
        { fields: scoreFields() },
      );
      const engines = await enginesWithFiles(server, loaded);
      expectSame(await both(engines, (engine) => scored(engine, loaded.ingested, {})));
      await engines.close();
      await loaded.close();
    };

    it('is the same from DuckDB and PostgreSQL, but for the name of the engine: adventureworks', () =>
      expectSameScore('adventureworks-b2b/FactResellerSales.csv', 'adventureworks-b2b/Resellers.csv'));

    it('is the same from DuckDB and PostgreSQL, but for the name of the engine: online-retail', { tags: ['slow'] }, () =>
      expectSameScore('online-retail/OnlineRetail.csv'),
    );
  });
});

describe('the queries of pipelines', () => {
  it.each(
    Object.entries({ score: scored, explain: explained, compare: compared, cohorts: cohorted, churn: churned, backtest: backtested }),
  )('hold to every rule of portable SQL: %s', async (_, pipeline) => {
    const engine = recording(demo.engine);
    await pipeline(engine, demo.ingested, {});
    await engine.clear();
    const columns = metrics.flatMap((metric) => Object.entries(metric.columns));
    const floats = new Set(columns.flatMap(([name, { type }]) => (type === 'double' ? [name] : [])));
    expect(engine.queries.length).toBeGreaterThan(5);
    expect(engine.queries.flatMap((query) => breaches(query, { floats })).map(({ rule, near }) => `${rule}: ${near}`)).toEqual([]);
  });
});
