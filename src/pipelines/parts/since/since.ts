import type { Card } from '../../../config/card.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import { RowList } from '../../../lib/row-list.ts';
import type { Result, ResultColumn, ResultRow, TableSection } from '../../../result/result.ts';
import { changesOf, type Changes } from './changes.ts';
import { type EarlierResult, sinceUnfit } from './earlier-result.ts';
import { type List, sinceSection } from './since-section.ts';
import { sinceSentence } from './since-sentence.ts';

export interface Since {
  /** With a section `since` first, and a sentence before the others, but where the command says itself what became of the earlier rows. */
  readonly result: Result;
  /** Newcomers by list of the card; null where there is no earlier result. */
  readonly entered: Changes['entered'] | null;
}

/** A Result held against an earlier one of the same command; null, where there is none, is a first run: nothing is new in it. `name` is the file in messages. */
export function since(result: Result, earlier: EarlierResult | null, card: Card, name: string): Since {
  if (earlier !== null) checkSameRows(result.where ?? [], earlier.where, name);
  const lists = card.sections.flatMap(({ id, list }): List[] => {
    const section = result.sections.find((each) => each.id === id);
    return list === undefined || section?.kind !== 'table' ? [] : [{ ...list, section }];
  });
  const columns = lists[0]?.section.columns ?? [];
  const id = columns.find(({ type, code_of: of }) => type === 'id' && of === undefined)?.id;
  if (id === undefined) throw sinceUnfit(name, { en: 'no column of the result is an id', 'zh-CN': '结果中没有标识列' });
  // What a command judges itself may go by ids of other kinds.
  const followable = lists.filter(({ judged, section }) => judged !== true || section.columns.some((column) => column.id === id));
  const known = [...(earlier?.lists ?? [])].filter(([list]) => followable.some(({ section }) => section.id === list));
  for (const [list, rows] of known)
    if (rows.length > 0 && rows[0]![id] === undefined)
      throw sinceUnfit(name, { en: `its rows of ${list} have no column ${id}`, 'zh-CN': `其中 ${list} 没有 ${id} 列` });
  const tier = columns.find(({ code_of: of }) => of === 'tier')?.id ?? null;
  const shown = shownColumns(lists[0]!.section, id);
  const read = [...shown.map((column) => column.id), ...(tier === null ? [] : ['tier', tier])];
  const followed = followable.map(({ section }) => ({
    id: section.id,
    isAnswer: section.place === 'answer',
    rows: rowsOf(section, read),
  }));
  const { changes, entered }: Changes =
    earlier === null ? { changes: [], entered: new Map() } : changesOf(followed, new Map(known), { id, tier });
  if (lists.every(({ judged }) => judged === true)) return { result, entered: earlier === null ? null : entered };
  const { lang } = result;
  const date = earlier?.asOf ?? null;
  const section = sinceSection(lang, { changes, lists, shown, hasTiers: tier !== null, date });
  const sentence = earlier === null ? [] : [sinceSentence({ changes, lists, named: shown[0]!.id, id, date })[lang]];
  return {
    result: { ...result, answer: [...sentence, ...result.answer], sections: [section, ...result.sections] },
    entered: earlier === null ? null : entered,
  };
}

/** Throws where the rows of one side are those of a filter and the rows of the other are not. */
function checkSameRows(now: readonly string[], before: readonly string[], name: string): void {
  const [own, earlier] = [now, before].map((where) =>
    where
      .toSorted()
      .map((condition) => `--where "${condition}"`)
      .join(' '),
  );
  if (own === earlier) return;
  const said = (filter: string | undefined): Localized => (filter ? both(filter, filter) : both('no --where', '无 --where'));
  const [ours, theirs] = [said(own), said(earlier)];
  throw sinceUnfit(
    name,
    both(`it was written with ${theirs.en}, and this run has ${ours.en}`, `其筛选条件为 ${theirs['zh-CN']}，本次为 ${ours['zh-CN']}`),
    { fix: both('filter both alike, or neither', '两次使用相同的筛选条件，或都不筛选') },
  );
}

/** Who it is and what hangs on it: the first texts and the first amount of what is seen of a list, the id among them. */
function shownColumns({ columns, glance }: TableSection, id: string): ResultColumn[] {
  const seen = glance.first.flat().flatMap((name) => columns.find((column) => column.id === name) ?? []);
  const candidates = (seen.length > 0 ? seen : columns).filter((column) => column.id !== 'tier' && column.code_of === undefined);
  const texts = candidates.filter(({ type }) => type === 'text' || type === 'id').slice(0, 3);
  const ids = texts.some((column) => column.id === id) ? [] : columns.filter((column) => column.id === id);
  return [...ids, ...texts, ...candidates.filter(({ type }) => type === 'money').slice(0, 1)];
}

/** Of rows kept by column only these cells are made. */
function* rowsOf({ rows }: TableSection, ids: readonly string[]): Iterable<ResultRow> {
  if (!(rows instanceof RowList)) return yield* rows;
  for (const { size, columns } of rows.portions(ids))
    for (let row = 0; row < size; row += 1) yield Object.fromEntries(ids.map((column, index) => [column, columns[index]?.[row] ?? null]));
}
