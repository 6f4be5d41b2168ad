import { both, type Localized } from '../../lib/localized.ts';
import type { Input } from '../../result/result.ts';
import { reasonTitle } from './input-words.ts';

/** What the tables are called that something is measured by. */
const files: Readonly<Record<string, Localized>> = {
  orders: both('orders', '订单'),
  activities: both('activities', '跟进记录'),
  leads: both('leads', '线索'),
  feedback: both('feedback', '客户反馈'),
  market: both('market', '市场'),
};

function fileOf(field: string): Localized {
  return files[field.split('.')[0]!] ?? both(field, field);
}

/** That rows of the table were given and none of them counts, with the reasons: no column is missing then. Null where it is not so. */
export function noneCounts(field: string, inputs: readonly Input[]): Localized | null {
  const given = inputs.filter(({ role, rows_read: read }) => role === field.split('.')[0] && read > 0);
  if (given.length === 0 || given.some(({ rows_used: used }) => used > 0)) return null;
  const rows = given.reduce((sum, { rows_read: read }) => sum + read, 0);
  const reasons = new Set(given.flatMap((input) => Object.keys(input.reasons)));
  const why = (lang: keyof Localized): string =>
    [...reasons].map((reason) => reasonTitle(reason)[lang]).join({ en: '; ', 'zh-CN': '、' }[lang]);
  const file = fileOf(field);
  return both(`none of the ${rows} rows of ${file.en} counts (${why('en')})`, `${rows} 行${file['zh-CN']}均未计入（${why('zh-CN')}）`);
}

/** That the files have nothing to measure something by. */
export function lacking(field: string, inputs: readonly Input[]): Localized {
  const file = fileOf(field);
  return noneCounts(field, inputs) ?? both(`the files have no ${file.en} with ${field}`, `文件中没有含 ${field} 的${file['zh-CN']}数据`);
}

/** What to do about it. */
export function adding(field: string, inputs: readonly Input[]): Localized {
  const file = fileOf(field);
  if (noneCounts(field, inputs) !== null)
    return both(
      'mend what keeps the rows from counting: crm-eval check FILES names each reason and the option for it',
      '请先处理未计入的原因：crm-eval check 文件 会列出各原因及对应选项',
    );
  return both(`add ${file.en}, or map the column: --map ${field}=HEADER`, `请加入${file['zh-CN']}文件，或指定列：--map ${field}=列名`);
}
