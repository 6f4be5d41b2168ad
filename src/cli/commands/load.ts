import type { Command } from 'commander';
import type { Run } from '../context.ts';
import { checkLimits } from '../exit.ts';
import { addAnalysisOptions, type Flags } from '../options.ts';
import { sendMeasure } from '../progress-engine.ts';
import { describeCommand, filesArgument } from './define.ts';

export function loadCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'load',
    summary: { en: 'bring files into a database', 'zh-CN': '把文件载入数据库' },
    description: {
      en: 'Normalises the files as every command does and streams them into the tables of one schema of a PostgreSQL-compatible database, all or nothing; every other command then reads them with --engine and no files. Tables of an earlier load are replaced with --force. On Citus, tables are distributed by customer or lead.',
      'zh-CN':
        '按与其他命令相同的规则规范化文件，写入 PostgreSQL 兼容数据库的一个 schema，要么全部成功，要么不做更改；之后其他命令只需 --engine，无需再给文件。加 --force 可替换之前载入的表。在 Citus 上，表按客户或线索分布。',
    },
    sections: [
      ['tables', { en: 'one row a table: rows and sum as the database counts them', 'zh-CN': '每张表一行：数据库中的行数与金额合计' }],
    ],
    examples: [
      'crm-eval load customers.csv orders.csv --engine postgres://analyst@warehouse/dwh --schema crm_eval',
      'crm-eval score --engine postgres://analyst@warehouse/dwh --schema crm_eval',
    ],
  });
  command.argument('[files...]', filesArgument[run.lang]);
  addAnalysisOptions(command, run.lang);
  return command.action(async (files: string[], flags: Flags) => {
    const { analyse } = await import('../session.ts');
    const { load } = await import('../../ingest/warehouse/load.ts');
    const { loadReport } = await import('../../pipelines/load.ts');
    await analyse(run, command, files, flags, {
      fields: 'all',
      errorLimit: null,
      writes: true,
      compute: async ({ sources, ingested, settings, scratch, progress }) => {
        const { duckdb, postgres } = sources;
        if (duckdb === null || postgres === null || settings.database === null) throw new TypeError('a load has files and a database');
        const { schema } = settings.database;
        checkLimits(ingested, { maxErrors: settings.maxErrors, strict: flags.strict === true });
        const loaded = await load({
          from: duckdb,
          to: postgres.engine,
          schema,
          ingested,
          available: ingested.available,
          replace: flags.force === true,
          scratch,
          signal: run.signal,
          onProgress: (table, sent) => progress.show('send', table, sendMeasure(sent)),
        });
        return loadReport({ ingested, loaded, schema, lang: settings.lang });
      },
    });
  });
}
