import { both, type Localized } from '../../lib/localized.ts';

/** What the tables are called that something is measured by. */
const files: Readonly<Record<string, Localized>> = {
  orders: both('orders', '订单'),
  activities: both('activities', '跟进记录'),
  leads: both('leads', '线索'),
  feedback: both('feedback', '客户反馈'),
  market: both('market', '市场'),
};

/** That the files have nothing to measure something by. */
export function lacking(field: string): Localized {
  const file = files[field.split('.')[0]!] ?? both(field, field);
  return both(`the files have no ${file.en} with ${field}`, `文件中没有含 ${field} 的${file['zh-CN']}数据`);
}

/** What to do about it. */
export function adding(field: string): Localized {
  const file = files[field.split('.')[0]!] ?? both(field, field);
  return both(`add ${file.en}, or map the column: --map ${field}=HEADER`, `请加入${file['zh-CN']}文件，或指定列：--map ${field}=列名`);
}
