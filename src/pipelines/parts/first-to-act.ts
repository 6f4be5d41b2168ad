import type { Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';

/** `: first Acme (silent for 143 days, 600,490). To do: settle the complaint.` by the first row of a list that has `why` and `action`; a stop where it has none. */
export function firstToAct(first: ResultRow | undefined): Localized {
  if (first === undefined) return { en: '.', 'zh-CN': '。' };
  const [name, why, action] = [first['customer_name'] ?? first['customer_id'], first['why'] ?? null, first['action'] ?? null];
  const reason: Localized = why === null ? { en: '', 'zh-CN': '' } : { en: ` (${why})`, 'zh-CN': `（${why}）` };
  const todo: Localized = action === null ? { en: '', 'zh-CN': '' } : toDo(String(action));
  return { en: `: first ${name}${reason.en}. ${todo.en}`.trimEnd(), 'zh-CN': `：首先是${name}${reason['zh-CN']}。${todo['zh-CN']}` };
}

/** `To do: call this week.`; a word of capitals, as VIP, keeps them. */
export function toDo(action: string): Localized {
  return { en: `To do: ${action.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase())}.`, 'zh-CN': `建议：${action}。` };
}
