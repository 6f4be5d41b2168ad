import { both, fill, type Localized } from '../../../lib/localized.ts';
import type { Change } from './changes.ts';
import type { List } from './since-section.ts';

/** Names in the sentence; the table has all. */
const mostNamed = 3;

interface Content {
  readonly changes: readonly Change[];
  readonly lists: readonly List[];
  /** Column of the names, and of the ids where there is no name. */
  readonly named: string;
  readonly id: string;
  /** As-of date of the earlier result; null: not known. */
  readonly date: string | null;
}

/** What is new in the lists of the answer, by name in the first of them, and how many left or changed tier. */
export function sinceSentence({ changes, lists, named, id, date }: Content): Localized {
  const day = date === null ? both('the last run', '上次运行') : both(date, ` ${date} `);
  const parts: Localized[] = [];
  for (const { section, entered } of lists.filter((list) => list.section.place === 'answer')) {
    const own = changes.filter((change) => change.now?.list === section.id && change.before?.list !== section.id);
    if (own.length === 0) continue;
    const n = own.length;
    const text = both(fill(entered, 'en', { n }), fill(entered, 'zh-CN', { n }));
    if (parts.length > 0) {
      parts.push(text);
      continue;
    }
    const names = own.slice(0, mostNamed).map(({ now }) => String(now?.row[named] ?? now?.row[id] ?? ''));
    const more = n - names.length;
    const list = both(`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, `${names.join('、')}${more > 0 ? '等' : ''}`);
    parts.push(both(`${text.en} since ${day.en}: ${list.en}`, `自${day['zh-CN']}以来${text['zh-CN']}：${list['zh-CN']}`));
  }
  if (parts.length === 0) parts.push(both(`Nothing new since ${day.en}`, `自${day['zh-CN']}以来无新增`));
  const left = changes.filter(({ now, before }) => before !== null && before.list !== now?.list && !isAnswer(now?.list, lists)).length;
  const tiers = changes.filter(({ now, before }) => before !== null && before.list === now?.list).length;
  if (left > 0) parts.push(both(`${left} left the list${lists.length > 1 ? 's' : ''}`, `${left} 位移出名单`));
  if (tiers > 0) parts.push(both(`${tiers} changed tier`, `${tiers} 位层级变动`));
  return both(`${parts.map(({ en }) => en).join('; ')}.`, `${parts.map((part) => part['zh-CN']).join('；')}。`);
}

function isAnswer(id: string | undefined, lists: readonly List[]): boolean {
  return lists.some(({ section }) => section.id === id && section.place === 'answer');
}
