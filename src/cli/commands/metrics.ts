import { CrmEvalError } from '../../errors.ts';
import { metricsCard } from '../../pipelines/metrics/card.ts';
import { defineCommand } from './define.ts';

export const metricsCommand = defineCommand(metricsCard, async (call, id) => {
  const { metrics: registry } = await import('../../metrics/registry.ts');
  const { metrics, metricSql } = await import('../../pipelines/metrics/metrics.ts');
  const { printReference, printText } = await import('../print.ts');
  if (!call.options.sql) return printReference(call, (lang) => metrics({ registry, id: id ?? null, lang }));
  if (id === undefined) throw sqlNeedsId();
  const query = metricSql(registry, id);
  return printText(call, query === null ? `-- ${id}: computed outside SQL\n` : `${query}\n`);
});

function sqlNeedsId(): CrmEvalError {
  return new CrmEvalError(
    'metric-missing',
    'usage',
    { en: '--sql needs the id of a metric', 'zh-CN': '--sql 需要指标编号' },
    { fix: { en: 'crm-eval metrics lists the ids', 'zh-CN': 'crm-eval metrics 列出全部编号' } },
  );
}
