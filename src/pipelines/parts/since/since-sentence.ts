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

/** Who turned to the worse, then what is new in the lists of the answer, the first of each by name, and how many left or changed tier. */
export function sinceSentence({ changes, lists, named, id, date }: Content): Localized {
  const day = date === null ? both('the last run', '上次运行') : both(date, ` ${date} `);
  const isAnswer = (list: string | undefined): boolean => lists.some(({ section }) => section.id === list && section.place === 'answer');
  const into = (list: string): Change[] => changes.filter(({ now, before }) => now?.list === list && before?.list !== list);
  const counted = (text: Localized, n: number): Localized => both(fill(text, 'en', { n }), fill(text, 'zh-CN', { n }));
  const namesOf = (own: readonly Change[]): Localized => {
    const names = own.slice(0, mostNamed).map(({ now }) => String(now?.row[named] ?? now?.row[id] ?? ''));
    const more = own.length - names.length;
    return both(`${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, `${names.join('、')}${more > 0 ? '等' : ''}`);
  };
  const others = lists.filter(({ section }) => !isAnswer(section.id));
  const turned = others.flatMap(({ section, turned: word }) => {
    const own = into(section.id);
    return word === undefined || own.length === 0 ? [] : [{ ...word, own }];
  });
  const news = lists
    .filter(({ section }) => isAnswer(section.id))
    .map(({ section, entered }) => ({ text: entered, own: into(section.id) }))
    .filter(({ own }) => own.length > 0)
    .map((each, index) => ({ ...each, isNamed: index === 0 }));
  const first = [...turned.filter(({ isBad }) => isBad).map((each) => ({ ...each, isNamed: true })), ...news];
  const parts = first.map(({ text, own, isNamed }, index) => {
    const count = counted(text, own.length);
    const since = index === 0 ? both(`${count.en} since ${day.en}`, `自${day['zh-CN']}以来${count['zh-CN']}`) : count;
    const names = namesOf(own);
    return isNamed ? both(`${since.en}: ${names.en}`, `${since['zh-CN']}：${names['zh-CN']}`) : since;
  });
  if (parts.length === 0) parts.push(both(`Nothing new since ${day.en}`, `自${day['zh-CN']}以来无新增`));
  const good = turned.filter(({ isBad }) => !isBad);
  parts.push(...good.map(({ text, own }) => counted(text, own.length)));
  const out = changes.filter(({ now, before }) => before !== null && before.list !== now?.list && !isAnswer(now?.list)).length;
  const left = turned.reduce((rest, { own }) => rest - own.length, out);
  const tiers = changes.filter(({ now, before }) => before !== null && before.list === now?.list).length;
  if (left > 0) parts.push(both(`${left} left the list${lists.length > 1 ? 's' : ''}`, `${left} 位移出名单`));
  if (tiers > 0) parts.push(both(`${tiers} changed tier`, `${tiers} 位层级变动`));
  return both(`${parts.map(({ en }) => en).join('; ')}.`, `${parts.map((part) => part['zh-CN']).join('；')}。`);
}
