import type { CardList } from '../../../config/card.ts';
import { both, type Lang, type Localized } from '../../../lib/localized.ts';
import { otherTitle } from '../../../result/other-titles.ts';
import type { ResultCell, ResultColumn, TableSection } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { table } from '../../../views/table.ts';
import type { Change, Place } from './changes.ts';

const kinds = {
  new: both('new', '新增'),
  moved: both('moved', '变动'),
  gone: both('gone', '移出'),
} as const satisfies Record<Change['kind'], Localized>;

/** A list of the card as it stands in the Result. */
export interface List extends CardList {
  readonly section: TableSection;
}

interface Content {
  readonly changes: readonly Change[];
  readonly lists: readonly List[];
  /** Columns of the lists that say who it is. */
  readonly shown: readonly ResultColumn[];
  readonly hasTiers: boolean;
  /** As-of date of the earlier result; null: not known, or none. */
  readonly date: string | null;
}

/** One row a change, what came in first. */
export function sinceSection(lang: Lang, { changes, lists, shown, hasTiers, date }: Content): TableSection {
  const listColumns: Columns<Change> = {
    list: listColumn(lists, both('List now', '现名单'), ({ now }) => now),
    list_before: listColumn(lists, both('List before', '原名单'), ({ before }) => before),
  };
  // The words of this run: the earlier one may have had another language or config.
  const words = new Map(changes.map(({ now }) => [cellOf(now, 'tier_code'), cellOf(now, 'tier')]));
  const tierColumns: Columns<Change> = hasTiers
    ? {
        tier: tierColumn(words, both('Tier now', '现层级'), ({ now }) => now),
        tier_before: tierColumn(words, both('Tier before', '原层级'), ({ before }) => before),
      }
    : {};
  const ids = shown.map(({ id }) => id);
  const [to, from] = lists.length > 1 ? [['list'], ['list_before']] : [[], []];
  return table<Change>(
    lang,
    {
      id: 'since',
      title: date === null ? both('Changes since the last run', '较上次的变化') : both(`Changes since ${date}`, `自 ${date} 以来的变化`),
      glance: { first: ['change', ...to, ...ids, ...from, ...(hasTiers ? ['tier_before', 'tier'] : [])], most: 10 },
    },
    {
      change: {
        title: both('Change', '变化'),
        type: 'text',
        basis: both(
          'New: in no list of the earlier result. Moved: in another list or tier. Gone: in no list any more.',
          '新增：此前不在任何名单；变动：名单或层级改变；移出：已不在任何名单。',
        ),
        value: ({ kind }) => kinds[kind],
        code: ({ kind }) => kind,
      },
      ...Object.fromEntries(shown.map((column) => [column.id, shownColumn(column, lang)])),
      ...listColumns,
      ...tierColumns,
    },
    changes,
  );
}

/** As in the list where it is, of what is gone as it was. */
function shownColumn(column: ResultColumn, lang: Lang): Column<Change> {
  const { id, title, type, unit, basis, metric } = column;
  const other = otherTitle(column) ?? title;
  return {
    title: lang === 'en' ? both(title, other) : both(other, title),
    type,
    ...(unit === null ? {} : { unit }),
    basis: both(basis ?? '', basis ?? ''),
    ...(metric === undefined ? {} : { metric }),
    value: ({ now, before }) => cellOf(now ?? before, id),
  };
}

function listColumn(lists: readonly List[], title: Localized, place: (change: Change) => Place | null): Column<Change> {
  const names = new Map(lists.map(({ section, name }) => [section.id, name]));
  return {
    title,
    type: 'text',
    basis: both(
      'The list of this result, or of the earlier one, that has it; blank where none has.',
      '本次（或此前）结果中所在的名单；不在任何名单时为空。',
    ),
    value: (change) => names.get(place(change)?.list ?? '') ?? null,
    code: (change) => place(change)?.list ?? null,
  };
}

function tierColumn(words: ReadonlyMap<ResultCell, ResultCell>, title: Localized, place: (change: Change) => Place | null): Column<Change> {
  return {
    title,
    type: 'text',
    basis: both('Tier of the score in this result, or in the earlier one.', '本次（或此前）结果中的评分层级。'),
    value: (change) => words.get(cellOf(place(change), 'tier_code')) ?? cellOf(place(change), 'tier'),
    code: (change) => cellOf(place(change), 'tier_code'),
  };
}

/** Null where a list of an earlier version lacks the column. */
function cellOf(place: Place | null, id: string): ResultCell {
  return place?.row[id] ?? null;
}
