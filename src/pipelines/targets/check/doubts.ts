import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { type Letter, letters } from './words.ts';

export interface Doubt {
  readonly letter: Letter;
  readonly reason: string;
  readonly why: Localized;
  readonly fix: Localized | null;
}

/** The letters of a target that do not hold, with the reason and what to do. */
export function doubts(row: ResultRow): Doubt[] {
  return (Object.keys(letters) as Letter[]).flatMap((letter) => {
    const reason = String(row[letter]);
    const words = letters[letter][reason];
    if (words?.why === undefined) return [];
    const fix = words.fix ?? null;
    if (reason !== 'data_missing') return [{ letter, reason, why: words.why, fix }];
    return [{ letter, reason, why: lacking(String(row['needs'])), fix: adding(String(row['needs'])) }];
  });
}

const files: Readonly<Record<string, Localized>> = {
  orders: both('orders', '订单'),
  activities: both('activities', '跟进记录'),
  leads: both('leads', '线索'),
  feedback: both('feedback', '客户反馈'),
  market: both('market', '市场'),
};

/** What to measure it by is not there: `no orders.paid_amount`. */
function lacking(field: string): Localized {
  const file = files[field.split('.')[0]!] ?? both(field, field);
  return both(`the files have no ${file.en} with ${field}`, `文件中没有含 ${field} 的${file['zh-CN']}数据`);
}

export function adding(field: string): Localized {
  const file = files[field.split('.')[0]!] ?? both(field, field);
  return both(`add ${file.en}, or map the column: --map ${field}=HEADER`, `请加入${file['zh-CN']}文件，或指定列：--map ${field}=列名`);
}
