import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sql } from '../../../../src/engine/sql.ts';
import { defaultConfig } from '../../../../src/config/load.ts';
import { metrics } from '../../../../src/metrics/registry.ts';
import { runMetrics } from '../../../../src/metrics/runner.ts';
import { targetsCheck } from '../../../../src/pipelines/targets/check/check.ts';
import { writtenTo } from '../../../cli/rendered.ts';
import { describeWithData } from '../../../data-folder.ts';
import { ingestPaths } from '../../../ingest/ingest-files.ts';
import { root } from '../../../cli/run.ts';
import { rowsIn, splitIn } from '../../run-split.ts';

/** Level, owner, parent, ambition, period, value and baseline of the targets as they are read back. */
async function readBack(path: string, folder: string): Promise<unknown[][]> {
  const { engine, ingested, rows, close } = await ingestPaths([
    path,
    ...['orders', 'customers', 'reps'].map((name) => `${folder}/${name}.csv`),
  ]);
  try {
    await runMetrics({ engine, metrics: ['target_rows'], registry: metrics, available: ingested.available, parameters: {} });
    const found = await rows(sql`select * from target_rows`);
    return found.map((row) =>
      ['level', 'scope', 'owner', 'parent', 'metric', 'ambition', 'period_start', 'period_end', 'value', 'baseline'].map(
        (name) => row[name],
      ),
    );
  } finally {
    await close();
  }
}

const levels = new Map(Object.entries({ Company: 'company', Team: 'team', Rep: 'rep', Customer: 'customer', Product: 'product' }));
const ambitions = new Map(Object.entries({ Target: 'base', Stretch: 'stretch' }));
const sorted = (rows: readonly unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();

describe('the targets file that is written', { tags: ['slow'] }, () => {
  it('is read back as it was, from CSV and from a workbook of all sections', async () => {
    const folder = join(root, 'fixtures/demo-en');
    const loaded = await ingestPaths(['orders', 'customers', 'reps'].map((name) => `${folder}/${name}.csv`));
    try {
      const split = {
        levels: ['team', 'rep', 'customer', 'product'] as ('team' | 'rep' | 'customer' | 'product')[],
        stretch: 1.1,
        by: { history: 0.7, potential: 0.3 },
      };
      const result = await splitIn(loaded, { number: 20_000_000.5, split });
      const written = rowsIn(result, 'targets').map((row) => {
        const level = levels.get(String(row['level']))!;
        const scope = level === 'product' ? 'category' : level;
        return [
          level,
          scope,
          row['owner'],
          row['parent'],
          'revenue',
          ambitions.get(String(row['ambition'])),
          row['period_start'],
          row['period_end'],
          row['value'],
          row['baseline'],
        ];
      });
      expect(written.length).toBeGreaterThan(3000);
      const csv = await readBack(await writtenTo('targets.csv', result, { section: ['targets'], format: 'csv' }), folder);
      expect(sorted(csv)).toEqual(sorted(written));
      const xlsx = await readBack(await writtenTo('targets.xlsx', result), folder);
      expect(sorted(xlsx)).toEqual(sorted(written));
    } finally {
      await loaded.close();
    }
  });
});

/** What the check finds in a targets file beside the exports that it was made of; sheets of a workbook that hold no targets are said as unused. */
async function checkedBeside(
  path: string,
  exports: readonly string[],
): Promise<{ readonly answer: string; readonly codes: readonly string[] }> {
  const { engine, ingested, close } = await ingestPaths([path, ...exports]);
  try {
    const result = await targetsCheck({ engine, ingested, lang: 'en', period: null, settings: defaultConfig().config.targets.check });
    const found = result.findings.filter(({ level, code }) => level !== 'info' && code !== 'table-unused');
    return { answer: result.answer[0]!, codes: found.map(({ code }) => code) };
  } finally {
    await close();
  }
}

async function checkOfSplit(exports: readonly string[]): Promise<unknown[]> {
  const loaded = await ingestPaths(exports);
  try {
    const result = await splitIn(loaded);
    const paths = [
      await writtenTo('targets.csv', result, { section: ['targets'], format: 'csv' }),
      await writtenTo('targets.xlsx', result),
    ];
    return [await checkedBeside(paths[0]!, exports), await checkedBeside(paths[1]!, exports)];
  } finally {
    await loaded.close();
  }
}

describe('the check of what was split', { tags: ['slow'] }, () => {
  it('finds nothing in the file nor in the workbook of the demo company', async () => {
    const exports = ['orders', 'customers', 'reps'].map((name) => join(root, `fixtures/demo-en/${name}.csv`));
    const sound = { answer: 'All 204 targets pass the five SMART tests.', codes: [] };
    expect(await checkOfSplit(exports)).toEqual([sound, sound]);
  });
});

describeWithData('the check of what was split of real orders', (data) => {
  it('finds nothing in the file nor in the workbook of superstore', async () => {
    const sound = { answer: 'All 60 targets pass the five SMART tests.', codes: [] };
    expect(await checkOfSplit([join(data, 'superstore-en/Sample - Superstore.xls')])).toEqual([sound, sound]);
  });
});
