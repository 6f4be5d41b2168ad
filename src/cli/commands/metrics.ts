import type { Command } from 'commander';
import { CrmEvalError } from '../../errors.ts';
import type { Run } from '../context.ts';
import { addOptions, type Flags } from '../options.ts';
import { describeCommand } from './define.ts';

export function metricsCommand(run: Run): Command {
  const command = describeCommand(run, {
    name: 'metrics',
    summary: { en: 'list the metrics, or explain one', 'zh-CN': '列出指标，或说明某个指标' },
    description: {
      en: 'Without an id, every metric with its question and the fields it requires. With one, its columns, meanings, source and, with --sql, its query.',
      'zh-CN': '不带编号时列出全部指标、所回答的问题与必需字段；带编号时说明各列含义与出处，加 --sql 输出查询语句。',
    },
    sections: [
      ['metrics', { en: 'one row a metric (without an id)', 'zh-CN': '每个指标一行（不带编号时）' }],
      ['metric', { en: 'question, grain, requirements, source (with an id)', 'zh-CN': '问题、粒度、必需字段与出处（带编号时）' }],
      ['columns', { en: 'one row a column (with an id)', 'zh-CN': '每列一行（带编号时）' }],
    ],
    examples: ['crm-eval metrics', 'crm-eval metrics purchase_cycle', 'crm-eval metrics purchase_cycle --sql'],
  });
  command.argument('[id]', { en: 'id of a metric', 'zh-CN': '指标编号' }[run.lang]);
  command.option(
    '--sql',
    { en: 'print the query of the metric with default settings', 'zh-CN': '输出该指标在默认设置下的查询语句' }[run.lang],
  );
  addOptions(command, run.lang, 'output');
  addOptions(command, run.lang, 'general');
  return command.action(async (id: string | undefined, flags: Flags & { readonly sql?: boolean }) => {
    const { metrics: registry } = await import('../../metrics/registry.ts');
    const { metrics, metricSql } = await import('../../pipelines/metrics.ts');
    const { printReference, printText } = await import('../print.ts');
    if (flags.sql !== true) return printReference(run, flags, (lang) => metrics({ registry, id: id ?? null, lang }));
    if (id === undefined) throw sqlNeedsId();
    const query = metricSql(registry, id);
    return printText(run, flags, query === null ? `-- ${id}: computed outside SQL\n` : `${query}\n`);
  });
}

function sqlNeedsId(): CrmEvalError {
  return new CrmEvalError(
    'metric-missing',
    'usage',
    { en: '--sql needs the id of a metric', 'zh-CN': '--sql 需要指标编号' },
    { fix: { en: 'crm-eval metrics lists the ids', 'zh-CN': 'crm-eval metrics 列出全部编号' } },
  );
}
