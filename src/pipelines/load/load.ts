import type { Ingested } from '../../ingest/contract.ts';
import { loadCard } from './card.ts';
import type { LoadedRows } from '../../ingest/warehouse/load.ts';
import type { Lang } from '../../lib/localized.ts';
import type { Result } from '../../result/result.ts';
import { table } from '../../views/table.ts';
import { analysisResult } from '../parts/analysis-result.ts';

export interface LoadInput {
  readonly ingested: Ingested;
  readonly loaded: readonly LoadedRows[];
  readonly schema: string;
  readonly lang: Lang;
}

/** What went into the database: a row a table, counted there after the files were sent. */
export function loadReport({ ingested, loaded, schema, lang }: LoadInput): Result {
  const tables = table(
    lang,
    { id: 'tables', title: { en: 'Tables in the database', 'zh-CN': '数据库中的表' } },
    {
      table: {
        title: { en: 'Table', 'zh-CN': '表' },
        type: 'id',
        basis: { en: 'Schema and name in the database.', 'zh-CN': '数据库中的 schema 与表名。' },
        value: ({ entity }) => `${schema}.${entity}`,
      },
      rows: {
        title: { en: 'Rows', 'zh-CN': '行数' },
        type: 'integer',
        unit: 'rows',
        basis: {
          en: 'Counted in the database after the load; as many as were used of the files.',
          'zh-CN': '入库后在数据库中计数，与文件中使用的行数一致。',
        },
        value: ({ rows }) => rows,
      },
      sum: {
        title: { en: 'Sum', 'zh-CN': '金额合计' },
        type: 'money',
        basis: {
          en: 'Amounts (of customers: revenue), added up in the database; empty where the table has none.',
          'zh-CN': '在数据库中合计的金额（客户表为销售额）；没有金额列时为空。',
        },
        value: ({ sum }) => sum,
      },
      columns: {
        title: { en: 'Columns with values', 'zh-CN': '有值的列' },
        type: 'integer',
        basis: { en: 'Fields of which at least one row has a value.', 'zh-CN': '至少一行有值的字段数。' },
        value: ({ entity }) => [...ingested.available].filter((field) => field.startsWith(`${entity}.`)).length,
      },
      distribution: {
        title: { en: 'Distributed by', 'zh-CN': '分布方式' },
        type: 'text',
        basis: {
          en: 'Column by which a Citus cluster spreads the rows; reference: a copy on every node; empty on other databases.',
          'zh-CN': 'Citus 集群按此列分布数据；reference 表示每个节点一份副本；其他数据库为空。',
        },
        value: ({ distribution }) => spreadBy(distribution),
      },
    },
    loaded,
  );
  return analysisResult(loadCard, { ingested, lang, engine: { dialect: 'postgres' } }, { sections: [tables] });
}

function spreadBy(distribution: LoadedRows['distribution']): string | null {
  return typeof distribution === 'object' ? (distribution?.key ?? null) : distribution;
}
