// @module-tag slow
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/load.ts';
import { withTables } from '../../src/engine/scope.ts';
import { churn, churnFields } from '../../src/pipelines/churn/churn.ts';
import { churnLists } from '../../src/pipelines/churn/lists.ts';
import { score, scoreFields } from '../../src/pipelines/score/score.ts';
import type { Lang } from '../../src/lib/localized.ts';
import type { ResultRow } from '../../src/result/result.ts';
import { dataFolder, describeWithData } from '../data-folder.ts';
import { ingestPaths } from '../ingest/ingest-files.ts';
import { demoFolder, expectWhole, inputOf } from './run-churn.ts';
import { table } from './run-score.ts';

/** All that a customer is called: by the RFM segment, the state and the tier of the score, and by the list of churn, if it is in one. */
interface Labels {
  readonly segment: string | null;
  readonly state: string | null;
  readonly action: string | null;
  readonly tier: string | null;
  readonly list: string | null;
  /** What churn says of the customer. */
  readonly reasons: string | null;
}

const buys = new Set<string | null>(['champions', 'loyal', 'potential_loyalist', 'new', 'promising']);
const fades = new Set<string | null>(['about_to_sleep', 'at_risk', 'cannot_lose', 'lost']);

/** What no customer may be called at once. */
const contradictions: Readonly<Record<string, (labels: Labels) => boolean>> = {
  'lost by one and not by the other': ({ state, list, segment }) =>
    (list !== null && (list === 'lost') !== (state === 'lost')) || (segment !== null && (segment === 'lost') !== (state === 'lost')),
  'at risk and nothing is wrong': ({ state, list }) =>
    list === 'at_risk' && !['complaint', 'payment', 'overdue', 'once_or_twice'].includes(state ?? ''),
  'overdue, and not at risk without a word of why': ({ state, list, reasons }) =>
    state === 'overdue' && list === 'active' && !/came back|会回购/.test(reasons ?? ''),
  'on schedule, and listed without a word of why': ({ state, list, reasons }) =>
    ['steady', 'falling'].includes(state ?? '') && list === 'watch' && !/not overdue|未超期/.test(reasons ?? ''),
  'a rhythm of one or two purchases': ({ state, action }) =>
    state === 'once_or_twice' && action !== null && !action.endsWith('_once_or_twice'),
  'at risk and in a segment that buys': ({ list, segment }) => list === 'at_risk' && buys.has(segment),
  'overdue and in a segment that buys': ({ state, segment }) => state === 'overdue' && buys.has(segment),
  'on schedule and in a segment that fades': ({ state, segment }) => state === 'steady' && fades.has(segment),
  'new by one and not by the other': ({ state, segment, list }) =>
    (state === 'new' && ((segment ?? 'new') !== 'new' || (list ?? 'too_new') !== 'too_new')) || (state === 'steady' && segment === 'new'),
  'too little history and at ease': ({ list, state }) => list === 'too_new' && state === 'steady',
  'an action that is of another state': ({ state, action, tier }) =>
    tier !== null && (action === null || ((state ?? 'steady') === 'steady') !== ['maintain', 'develop', 'screen'].includes(action)),
  'lost and to be kept close': ({ state, action }) => state === 'lost' && action?.endsWith('_lost') === false,
};

async function labelsOf(
  paths: readonly string[],
  { listed, map = [], lang = 'en' }: { readonly listed: number | null; readonly map?: readonly string[]; readonly lang?: Lang },
): Promise<Map<string, Labels>> {
  const loaded = await ingestPaths(paths, { map, fields: new Set([...scoreFields(), ...(listed === null ? [] : churnFields())]) });
  try {
    await loaded.engine.lock();
    const input = inputOf(loaded, { lang });
    const lists = new Map<unknown, string>();
    const reasons = new Map<unknown, string | null>();
    if (listed !== null)
      await withTables(loaded.engine, async (engine) => {
        const churned = await churn({ ...input, engine });
        expectWhole(churned, listed);
        for (const list of churnLists)
          for (const row of table(churned, list).rows) {
            lists.set(row['customer_id'], list);
            reasons.set(row['customer_id'], (row['reasons'] ?? null) as string | null);
          }
      });
    const ranking = table(await score({ ...input, settings: defaultConfig().config.score }), 'ranking').rows;
    const text = (row: ResultRow, column: string): string | null => (row[column] ?? null) as string | null;
    return new Map(
      ranking.map((row) => [
        String(row['customer_id']),
        {
          segment: text(row, 'rfm_segment_code'),
          state: text(row, 'state_code'),
          action: text(row, 'action_code'),
          tier: text(row, 'tier_code'),
          list: lists.get(row['customer_id']) ?? null,
          reasons: reasons.get(row['customer_id']) ?? null,
        },
      ]),
    );
  } finally {
    await loaded.close();
  }
}

function contradicting(labels: ReadonlyMap<string, Labels>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(contradictions).map(([name, holds]) => [name, [...labels].filter(([, own]) => holds(own)).map(([id]) => id)]),
  );
}

const none = Object.fromEntries(Object.keys(contradictions).map((name) => [name, []]));

describe('no two labels of a customer contradict each other', () => {
  it.each([
    ['en', demoFolder],
    ['zh-CN', demoFolder],
    ['en', demoFolder.replace('demo', 'demo-en')],
  ] as const)(
    'in the demo, in %s, of %s',
    async (lang, folder) => {
      const labels = await labelsOf(
        ['customers', 'orders', 'activities', 'feedback'].map((name) => `${folder}${name}.csv`),
        { lang, listed: 144 },
      );
      expect(labels.size).toBe(164);
      expect(new Set([...labels.values()].map(({ state }) => state))).toEqual(
        new Set([null, 'lost', 'complaint', 'payment', 'overdue', 'falling', 'new', 'once_or_twice', 'steady']),
      );
      expect(contradicting(labels)).toEqual(none);
    },
    120_000,
  );

  it('as it would be found', () => {
    const wrong: Labels = { segment: 'champions', state: 'steady', action: 'maintain', tier: 'tier_1', list: 'at_risk', reasons: null };
    const found = contradicting(new Map([['C1', wrong]]));
    expect(Object.keys(found).filter((name) => found[name]!.length > 0)).toEqual([
      'at risk and nothing is wrong',
      'at risk and in a segment that buys',
    ]);
  });
});

const exports: Readonly<
  Record<string, { readonly paths: readonly string[]; readonly listed: number | null; readonly map?: readonly string[] }>
> = {
  'adventureworks-b2b': { paths: ['FactResellerSales.csv', 'Resellers.csv'], listed: 632 },
  'online-retail': { paths: ['OnlineRetail.csv'], listed: 4339 },
  'superstore-en': { paths: ['Sample - Superstore.xls'], listed: 791 },
  'zh-rfm-taobao': { paths: ['PYTHON-RFM实战数据.xlsx'], listed: 25_420 },
  'telco-churn': { paths: ['Telco-Customer-Churn.csv'], listed: null, map: ['customers.revenue=TotalCharges'] },
};

describeWithData('no two labels of a customer of a real export contradict each other', () => {
  it.each(Object.entries(exports))(
    'in %s',
    async (folder, { paths, ...how }) => {
      const labels = await labelsOf(
        paths.map((path) => `${dataFolder}/${folder}/${path}`),
        how,
      );
      expect(labels.size).toBeGreaterThan(100);
      expect(contradicting(labels)).toEqual(none);
    },
    240_000,
  );
});
