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
import { crossSell } from '../../src/pipelines/cross-sell/cross-sell.ts';
import { explain } from '../../src/pipelines/explain/explain.ts';
import { pool } from '../../src/pipelines/pool/pool.ts';
import { repsDefaults } from './reps/run-reps.ts';
import { reps } from '../../src/pipelines/reps/reps.ts';
import { satisfaction } from '../../src/pipelines/satisfaction/satisfaction.ts';
import { score, scoreFields } from '../../src/pipelines/score/score.ts';
import { targetsCheck } from '../../src/pipelines/targets/check/check.ts';
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
  return score({ engine, ingested, settings: { ...defaultConfig().config.score, ...own }, churn: definition, lang: 'zh-CN', period: null });
}

const { churn: definition, value } = defaultConfig().config;

function valued(engine: Engine, ingested: Ingested): Promise<Result> {
  return score({ engine, ingested, settings: defaultConfig().config.score, churn: definition, lang: 'en', period: null, value });
}

function explainedValue(engine: Engine, ingested: Ingested): Promise<Result> {
  return explain({
    engine,
    ingested,
    settings: defaultConfig().config.score,
    churn: definition,
    lang: 'zh-CN',
    period: null,
    customer: 'C0058',
    value,
  });
}

function explained(engine: Engine, ingested: Ingested, own: Settings): Promise<Result> {
  return explain({
    engine,
    ingested,
    settings: { ...defaultConfig().config.score, ...own },
    churn: definition,
    lang: 'en',
    period: null,
    customer: 'C0015',
  });
}

function compared(engine: Engine, ingested: Ingested, own: Settings): Promise<Result> {
  const input = { engine, ingested, settings: { ...defaultConfig().config.score, ...own }, churn: definition };
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

function reviewed(engine: Engine, ingested: Ingested): Promise<Result> {
  return reps({ engine, ingested, ...repsDefaults(), lang: 'zh-CN', period: null });
}

function pooled(engine: Engine, ingested: Ingested): Promise<Result> {
  const whatIf = { recycle_days: 20, holding_limit: 10, daily_quota: 3, claim_ban_days: 30 };
  return pool({ engine, ingested, settings: defaultConfig().config.pool, lang: 'zh-CN', period: null, of: 'leads', whatIf });
}

function crossSold(engine: Engine, ingested: Ingested): Promise<Result> {
  const rules = { level: 'auto', basis: 'auto', min_support: null, min_confidence: 0.1 } as const;
  const { score: scoring } = defaultConfig().config;
  return crossSell({ engine, ingested, settings: scoring, churn: definition, rules, allRules: true, lang: 'zh-CN', period: null });
}

function targetsChecked(engine: Engine, ingested: Ingested): Promise<Result> {
  return targetsCheck({ engine, ingested, settings: defaultConfig().config.targets.check, lang: 'zh-CN', period: null });
}

function heard(engine: Engine, ingested: Ingested): Promise<Result> {
  return satisfaction({ engine, ingested, settings: defaultConfig().config.satisfaction, lang: 'zh-CN', period: null, by: 'region' });
}

type Pipeline = (engine: Engine, ingested: Ingested, own: Settings) => Promise<Result>;

interface Recorded {
  readonly result: Result;
  readonly queries: readonly string[];
}

async function recorded(engine: Engine, ingested: Ingested, pipeline: Pipeline, own: Settings): Promise<Recorded> {
  const recorder = recording(engine);
  const result = await pipeline(recorder, ingested, own);
  await recorder.clear();
  return { result, queries: recorder.queries };
}

const known = new Map<Pipeline, Map<Settings, Promise<Recorded>>>();

/** Of the demo company in DuckDB: once for the same pipeline and settings. */
function onDuckDb(pipeline: Pipeline, own: Settings = settings['the defaults']!): Promise<Recorded> {
  const results = known.get(pipeline) ?? new Map<Settings, Promise<Recorded>>();
  known.set(pipeline, results);
  const found = results.get(own) ?? recorded(demo.engine, demo.ingested, pipeline, own);
  results.set(own, found);
  return found;
}

/** Of the demo company. */
async function both({ postgres }: TwoEngines, pipeline: Pipeline, own?: Settings): Promise<[duckdb: Result, postgres: Result]> {
  const [duckdb, other] = [await onDuckDb(pipeline, own), await recorded(postgres, demo.ingested, pipeline, own ?? {})];
  return [duckdb.result, other.result];
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
    const results = await both(engines, cohorted);
    expect(results[0].sections[1]).toMatchObject({ id: 'retention', rows: { length: 29 } });
    expectSame(results);
  });

  it.each(Object.entries(settings))('is the same from DuckDB and PostgreSQL, but for the name of the engine, with %s', async (_, own) => {
    const results = await both(engines, scored, own);
    expect(results[0].sections[1]).toMatchObject({ id: 'ranking', rows: { length: 164 } });
    expectSame(results);
    expectSame(await both(engines, explained, own));
    expectSame(await both(engines, compared, own));
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: churn and backtest', async () => {
    const results = await both(engines, churned);
    expect(results[0].sections[1]).toMatchObject({ id: 'at_risk', rows: { length: 3 } });
    expectSame(results);
    expectSame(await both(engines, backtested));
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: reps', async () => {
    const results = await both(engines, reviewed);
    expectSame(results);
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: pool', async () => {
    const results = await both(engines, pooled);
    expect(results[0].sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['allocation', 'recycle', 'what_if', 'advice']));
    expectSame(results);
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: cross-sell', async () => {
    const results = await both(engines, crossSold);
    expect(results[0].sections[0]).toMatchObject({ id: 'opportunities', rows: { length: 318 } });
    expectSame(results);
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: targets check', async () => {
    const results = await both(engines, targetsChecked);
    expect(results[0].sections[0]).toMatchObject({ id: 'rows', rows: { length: 204 } });
    expectSame(results);
  });

  it('is the same from DuckDB and PostgreSQL, but for the name of the engine: satisfaction', async () => {
    const results = await both(engines, heard);
    expect(results[0].sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['to_call', 'nps', 'drivers', 'topics', 'complaints']));
    expectSame(results);
  });

  it('is the same with lifetime values, to the last digit', async () => {
    expectSame(await both(engines, valued));
    expectSame(await both(engines, explainedValue));
  });
});

describeWithPostgres('a result for real exports', (server: PostgresServer) => {
  describeWithData('from the data folder', (folder) => {
    // The command line does so over more of them: test/cli/load.test.ts.
    it('is the same from DuckDB and PostgreSQL, but for the name of the engine: adventureworks', async () => {
      const files = ['adventureworks-b2b/FactResellerSales.csv', 'adventureworks-b2b/Resellers.csv'];
      const loaded = await ingestPaths(
        files.map((file) => `${folder}/${file}`),
        { fields: scoreFields() },
      );
      const engines = await enginesWithFiles(server, loaded);
      const [duckdb, postgres] = [
        await recorded(engines.duckdb, loaded.ingested, scored, {}),
        await recorded(engines.postgres, loaded.ingested, scored, {}),
      ];
      expectSame([duckdb.result, postgres.result]);
      await engines.close();
      await loaded.close();
    });
  });
});

describe('the queries of pipelines', () => {
  it.each(
    Object.entries({
      score: scored,
      explain: explained,
      compare: compared,
      cohorts: cohorted,
      churn: churned,
      backtest: backtested,
      pool: pooled,
      'targets check': targetsChecked,
      reps: reviewed,
      'cross-sell': crossSold,
      satisfaction: heard,
    }),
  )('hold to every rule of portable SQL: %s', async (_, pipeline) => {
    const { queries } = await onDuckDb(pipeline);
    const columns = metrics.flatMap((metric) => Object.entries(metric.columns));
    // A name that is exact in one metric and a float in another tells nothing: the SQL of each metric is held to its own.
    const exact = new Set(columns.flatMap(([name, { type }]) => (type === 'double' ? [] : [name])));
    const floats = new Set(columns.flatMap(([name, { type }]) => (type === 'double' && !exact.has(name) ? [name] : [])));
    expect(queries.length).toBeGreaterThan(5);
    expect(queries.flatMap((query) => breaches(query, { floats })).map(({ rule, near }) => `${rule}: ${near}`)).toEqual([]);
  });
});
