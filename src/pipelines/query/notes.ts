import { both } from '../../lib/localized.ts';
import { type Note, noteOf } from '../../views/notes.ts';
import type { ViewContext } from '../../views/context.ts';
import type { Question } from './question.ts';

/** What may be said beside the rows of a query. */
export const queryNoteKinds = {
  'query-table-empty': {
    level: 'warning',
    text: ({ table }: { readonly table: string }) => ({
      message: both(`no file has ${table}: the table is empty`, `没有文件包含 ${table}：该表为空`),
      fix: both(
        'add the file, or name its table with an option: crm-eval query --help',
        '请加上该文件，或用选项指定所属的表，见 crm-eval query --help',
      ),
    }),
  },
  'query-unordered': {
    level: 'info',
    text: () => ({
      message: both('the query has no order by: which rows come first may change', '查询没有 order by：先列出哪些行并不固定'),
      fix: both('add order by', '请加上 order by'),
    }),
  },
} as const;

interface Asked extends Pick<ViewContext, 'screen'> {
  readonly question: Question;
  readonly ingested: { readonly available: ReadonlySet<string> };
}

/** Tables without a file, and rows that are cut off in no order. */
export function queryNotes({ question, ingested, screen }: Asked): Note[] {
  const { tables, ordered, limited } = question;
  const given = new Set([...ingested.available].map((field) => field.slice(0, field.indexOf('.'))));
  const empty = tables.filter(({ kind, name }) => kind === 'data' && !given.has(name));
  const cut = limited || (screen !== undefined && screen.limit !== null);
  return [
    ...empty.map(({ name }) => noteOf(queryNoteKinds, 'query-table-empty', { table: name })),
    ...(cut && !ordered && tables.length > 0 ? [noteOf(queryNoteKinds, 'query-unordered', {})] : []),
  ];
}
