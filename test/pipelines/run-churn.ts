import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Lang } from '../../src/lib/localized.ts';
import type { ChurnModel } from '../../src/metrics/choices.ts';
import { backtest, backtestFields } from '../../src/pipelines/backtest/backtest.ts';
import { churn, churnFields } from '../../src/pipelines/churn/churn.ts';
import { churnLists } from '../../src/pipelines/churn/lists.ts';
import type { ForecastInput } from '../../src/pipelines/parts/forecast-run.ts';
import type { Result } from '../../src/result/result.ts';
import type { Screen } from '../../src/views/context.ts';
import { ingestPaths, type IngestSettings } from '../ingest/ingest-files.ts';
import { remembered } from '../remembered.ts';
import { columnOf } from './run-score.ts';

export interface ChurnSettings extends IngestSettings {
  readonly churn?: Partial<Config['churn']>;
  readonly lang?: Lang;
  readonly horizonDays?: number;
  readonly model?: ChurnModel;
  readonly until?: string;
  readonly folds?: number;
  readonly screen?: Screen;
}

export const demoFolder = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url));

export function inputOf({ engine, ingested }: Pick<ForecastInput, 'engine' | 'ingested'>, settings: ChurnSettings): ForecastInput {
  const { config } = defaultConfig();
  return {
    engine,
    ingested,
    settings: config.score,
    churn: {
      ...config.churn,
      ...settings.churn,
      ...(settings.horizonDays === undefined ? {} : { horizon_days: settings.horizonDays }),
      ...(settings.model === undefined ? {} : { model: settings.model }),
    },
    lang: settings.lang ?? 'en',
    period: null,
    until: settings.until ?? null,
    screen: settings.screen,
  };
}

async function over<T>(
  paths: readonly string[],
  settings: ChurnSettings,
  fields: Set<string>,
  use: (input: ForecastInput) => Promise<T>,
): Promise<T> {
  const loaded = await ingestPaths(paths, { fields, ...settings });
  try {
    await loaded.engine.lock();
    return await use(inputOf(loaded, settings));
  } finally {
    await loaded.close();
  }
}

export const churnOf = remembered((paths: readonly string[], settings: ChurnSettings = {}): Promise<Result> =>
  over(paths, settings, churnFields(), churn),
);

export const backtestOf = remembered((paths: readonly string[], settings: ChurnSettings = {}): Promise<Result> =>
  over(paths, settings, backtestFields(), (input) => backtest({ ...input, folds: settings.folds ?? 3 })),
);

/** The ids of all lists, one after the other. */
export function listedCustomers(result: Result): unknown[] {
  return churnLists.flatMap((list) => columnOf(result, list, 'customer_id'));
}

/** Every number of a result is finite. */
export function numbersOf(result: Result): number[] {
  return result.sections.flatMap((section) =>
    section.kind === 'facts'
      ? section.facts.flatMap((fact) => [fact.value, fact.low, fact.high].filter((value) => typeof value === 'number'))
      : [...section.rows].flatMap((row) => Object.values(row).filter((value) => typeof value === 'number')),
  );
}

/** So many customers, each in exactly one list. */
export function expectWhole(result: Result, customers: number): void {
  const listed = listedCustomers(result);
  expect(listed).toHaveLength(customers);
  expect(new Set(listed).size).toBe(customers);
  for (const value of numbersOf(result)) expect(Number.isFinite(value)).toBe(true);
}

/** The event logs of CDNOW as order lines. */
export function cdnowLines(file: string, columns: { customer: number; date: number; value: number }): string {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => /^\d{8}$/.test(cells[columns.date] ?? ''));
  const rows = lines.map((cells, index) => {
    const date = cells[columns.date]!;
    return `O${index},${cells[columns.customer]},${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)},${cells[columns.value]}`;
  });
  return `order_id,customer_id,order_date,amount\n${rows.join('\n')}\n`;
}
