import type { Ingested } from '../ingest/contract.ts';
import type { LoadedRows } from '../ingest/warehouse/load.ts';
import type { Lang } from '../lib/localized.ts';
import type { Result } from '../result/result.ts';
import { blankResult } from './blank-result.ts';
import { plainTable } from './table-section.ts';

export interface LoadInput {
  readonly ingested: Ingested;
  readonly loaded: readonly LoadedRows[];
  readonly schema: string;
  readonly lang: Lang;
}

/** What went into the database: a row a table, counted there after the files were sent. */
export function loadReport({ ingested, loaded, schema, lang }: LoadInput): Result {
  return {
    ...blankResult('load', lang),
    as_of: ingested.asOf,
    engine: 'postgres',
    inputs: [...ingested.inputs],
    sections: [
      plainTable<LoadedRows>(
        { id: 'tables', title: { en: 'Tables in the database', 'zh-CN': '数据库中的表' }, lang },
        {
          table: { title: { en: 'Table', 'zh-CN': '表' }, type: 'id', value: ({ entity }) => `${schema}.${entity}` },
          rows: { title: { en: 'Rows', 'zh-CN': '行数' }, type: 'integer', unit: 'rows', value: ({ rows }) => rows },
          sum: { title: { en: 'Sum', 'zh-CN': '金额合计' }, type: 'money', value: ({ sum }) => sum },
          columns: {
            title: { en: 'Columns with values', 'zh-CN': '有值的列' },
            type: 'integer',
            value: ({ entity }) => [...ingested.available].filter((field) => field.startsWith(`${entity}.`)).length,
          },
          distribution: {
            title: { en: 'Distributed by', 'zh-CN': '分布方式' },
            type: 'text',
            value: ({ distribution }) => spreadBy(distribution),
          },
        },
        loaded,
      ),
    ],
    findings: [...ingested.findings],
  };
}

function spreadBy(distribution: LoadedRows['distribution']): string | null {
  return typeof distribution === 'object' ? (distribution?.key ?? null) : distribution;
}
