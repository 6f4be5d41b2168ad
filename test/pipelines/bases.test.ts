import { queryCard } from '../../src/pipelines/query/card.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Ingested } from '../../src/ingest/contract.ts';
import { type Lang, languages } from '../../src/lib/localized.ts';
import { metrics as registry } from '../../src/metrics/registry.ts';
import { entities } from '../../src/model/entities.ts';
import { backtest } from '../../src/pipelines/backtest/backtest.ts';
import { check } from '../../src/pipelines/check/check.ts';
import { churn } from '../../src/pipelines/churn/churn.ts';
import { cohorts } from '../../src/pipelines/cohorts/cohorts.ts';
import { compare } from '../../src/pipelines/compare/compare.ts';
import { explain } from '../../src/pipelines/explain/explain.ts';
import { inspect } from '../../src/pipelines/inspect/inspect.ts';
import { loadReport } from '../../src/pipelines/load/load.ts';
import { metrics } from '../../src/pipelines/metrics/metrics.ts';
import { blankResult } from '../../src/pipelines/parts/analysis-result.ts';
import { pool } from '../../src/pipelines/pool/pool.ts';
import { query } from '../../src/pipelines/query/query.ts';
import { readQuestion } from '../../src/pipelines/query/question.ts';
import { tablesSections } from '../../src/pipelines/query/tables.ts';
import { schema } from '../../src/pipelines/schema/schema.ts';
import { score } from '../../src/pipelines/score/score.ts';
import { targetsCheck } from '../../src/pipelines/targets/check/check.ts';
import type { Result, ResultCell, Section, TableSection } from '../../src/result/result.ts';
import type { IngestedFiles } from '../ingest/ingest-files.ts';
import { demoFiles } from '../metrics/two-engines.ts';
import { recording } from './recording-engine.ts';
import { inputOf } from './run-churn.ts';

interface Company {
  readonly engine: Engine;
  readonly ingested: Ingested;
  readonly lang: Lang;
}

const { score: settings, churn: rule, value, pool: poolSettings } = defaultConfig().config;

/** Every command that yields a Result, with what adds sections or columns to it. */
const commands: Readonly<Record<string, (company: Company) => Result | Promise<Result>>> = {
  score: (company) => score({ ...company, settings, churn: rule, period: null }),
  'score --clv': (company) => score({ ...company, settings, churn: rule, period: null, value }),
  explain: (company) => explain({ ...company, settings, churn: rule, period: null, customer: 'C0058' }),
  'explain --clv': (company) => explain({ ...company, settings, churn: rule, period: null, customer: 'C0058', value }),
  churn: (company) => churn(inputOf(company, { lang: company.lang })),
  backtest: (company) => backtest({ ...inputOf(company, { lang: company.lang }), folds: 3 }),
  compare: (company) => compare({ ...company, settings, churn: rule, period: null, against: 'previous' }),
  cohorts: (company) => cohorts({ ...company, unit: 'month', period: null, by: null }),
  'cohorts --by': (company) => cohorts({ ...company, unit: 'month', period: null, by: 'industry' }),
  pool: (company) => pool({ ...company, settings: poolSettings, period: null, of: 'leads', whatIf: { recycle_days: 15 } }),
  'targets check': (company) => targetsCheck({ ...company, settings: defaultConfig().config.targets.check, period: null }),
  check: (company) => check({ ...company, period: null }),
  inspect: ({ ingested, lang }) => inspect({ reports: ingested.tables, rows: 5, lang }),
  load: ({ ingested, lang }) => loadReport({ ingested, loaded: [], schema: 'crm', lang }),
  metrics: ({ lang }) => metrics({ registry, id: null, lang }),
  'metrics ID': ({ lang }) => metrics({ registry, id: 'rfm_scores', lang }),
  query: async (company) =>
    query({
      ...company,
      period: null,
      config: defaultConfig().config,
      question: await readQuestion('select owner, count(*) from customers group by 1', { fits: true }),
    }),
  'query --tables': ({ lang }) => ({ ...blankResult(queryCard, lang), sections: tablesSections(lang, null) }),
  schema: ({ lang }) => schema({ entities, entity: null, lang }),
  'schema ID': ({ lang }) => schema({ entities, entity: 'orders', lang }),
};

let demo: IngestedFiles;

beforeAll(async () => {
  demo = await demoFiles();
});
afterAll(() => demo.close());

async function resultOf(command: string, lang: Lang): Promise<Result> {
  const engine = recording(demo.engine);
  try {
    return await commands[command]!({ engine, ingested: demo.ingested, lang });
  } finally {
    await engine.clear();
  }
}

/** Columns and facts of which a reader of the language is not told what they rest on. */
function withoutBasis(section: Section, lang: Lang): string[] {
  const isSaid = (basis: string | null): boolean =>
    basis !== null && basis.trim() !== '' && /\p{Script=Han}/u.test(basis) === (lang === 'zh-CN');
  const parts = section.kind === 'table' ? section.columns : section.facts;
  return parts.filter(({ basis }) => !isSaid(basis)).map(({ id, basis }) => `${section.id}.${id}: ${basis}`);
}

/** The codes of a section, by column or fact. */
function codesIn(section: Section): [id: string, code: ResultCell][] {
  if (section.kind === 'facts') return section.facts.flatMap(({ id, code }) => (code === undefined ? [] : [[id, code]]));
  const ids = section.columns.filter(({ code_of }) => code_of !== undefined).map(({ id }) => id);
  return [...section.rows].flatMap((row) => ids.map((id): [string, ResultCell] => [id, row[id] ?? null]));
}

/** Columns of codes that do not stand behind their words, or that a terminal would show. */
function codesOutOfPlace({ id, columns, glance }: TableSection): string[] {
  const codes = columns
    .map((column, index) => ({ column, before: columns[index - 1]?.id }))
    .filter(({ column }) => column.code_of !== undefined);
  return codes
    .filter(({ column, before }) => before !== column.code_of || !glance.hidden.includes(column.id))
    .map(({ column }) => `${id}.${column.id}`);
}

/** What the glance and the chart of a table name and the table has not. */
function strangers({ id, columns, glance, chart }: TableSection): string[] {
  const drawn = Object.entries(chart ?? {}).flatMap(([part, ids]) => (part === 'kind' ? [] : ids));
  const named = [...glance.first, ...glance.hidden, ...drawn].flat();
  return named.filter((name) => columns.every((column) => column.id !== name)).map((name) => `${id}.${name}`);
}

describe.each(Object.keys(commands))('every section of %s', (command) => {
  let results: Result[];

  beforeAll(async () => {
    results = [];
    for (const lang of languages) results.push(await resultOf(command, lang));
  });

  it('says in both languages what each column and each fact rests on', () => {
    for (const { sections, lang } of results) {
      expect(sections.length).toBeGreaterThan(0);
      expect(sections.flatMap((section) => withoutBasis(section, lang))).toEqual([]);
    }
  });

  it('has the same codes in both languages, each column of them hidden behind its words', () => {
    const [codes, others] = results.map(({ sections }) => sections.map(codesIn));
    expect(codes).toEqual(others);
    const values = (codes ?? []).flat().flatMap(([, code]) => (code === null ? [] : [code]));
    // Those of findings have hyphens, fields the name of their table.
    expect(values.filter((code) => !/^(?:leads\.)?[a-z0-9_]+(;[a-z0-9_]+)*$|^[a-z0-9]+(-[a-z0-9]+)+$/.test(String(code)))).toEqual([]);
    for (const { sections } of results) expect(sections.filter((section) => section.kind === 'table').flatMap(codesOutOfPlace)).toEqual([]);
  });

  it('shows no figure first that it does not have', () => {
    const strange = results.flatMap(({ sections }) =>
      sections.flatMap((section) => {
        if (section.kind !== 'facts') return [];
        const ids = new Set(section.facts.map(({ id }) => id));
        return (section.first ?? []).filter((id) => !ids.has(id)).map((id) => `${section.id}.${id}`);
      }),
    );
    expect(strange).toEqual([]);
  });

  it('is looked at by columns that it has, all rows of which are there', () => {
    for (const { sections } of results) {
      const tables = sections.filter((section) => section.kind === 'table');
      expect(tables.flatMap(strangers)).toEqual([]);
      expect(tables.map(({ total }) => total)).toEqual(tables.map(({ rows }) => rows.length));
    }
  });
});
