import type { Localized } from '../lib/localized.ts';
import type { Result } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { mainTable } from './sections.ts';

const mostListed = 8;

/** Which table a format of one table holds where nobody chose and there are several, and how to choose another; null where nothing is to be said. */
export function tableTaken(result: Result, options: ReportOptions, format: 'csv' | 'parquet'): Localized | null {
  const tables = result.sections.filter(({ kind }) => kind === 'table');
  if (options.sections !== null || tables.length < 2) return null;
  const { id, title } = mainTable(result, options, format);
  const others = tables.map((section) => section.id).filter((each) => each !== id);
  const listed = others.slice(0, mostListed);
  const isAll = listed.length === others.length;
  return {
    en: `${format} holds one table, here ${id} (${title}); --section chooses another: ${listed.join(', ')}${isAll ? '' : ' …'}`,
    'zh-CN': `${format} 只能存放一张表，此处为 ${id}（${title}）；可用 --section 另选：${listed.join('、')}${isAll ? '' : '……'}`,
  };
}
