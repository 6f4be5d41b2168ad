import type { Condition, Sorting } from '../../lib/conditions.ts';
import { fill } from '../../lib/localized.ts';
import type { Chart, Glance, Result, ResultCell, ResultColumn, Section, TableSection } from '../../result/result.ts';
import { cellsOf, chosenSections } from '../sections.ts';
import { reportWords } from '../words.ts';
import { cellTest, kindOf, order } from './cell-test.ts';
import { columnNamed, refuseColumns } from './named-columns.ts';
import { pickedRows } from './picked-rows.ts';

/** What a reader wants of the tables of a Result. Columns are named by id, or by title in either language. */
export interface Selection {
  /** As in ReportOptions. */
  readonly sections: readonly string[] | null;
  /** In this order; `all` stands for those that are not named. Null: as the section has them. */
  readonly columns: readonly string[] | null;
  /** The first goes before the others. */
  readonly sort: readonly Sorting[];
  /** All of them hold. */
  readonly where: readonly Condition[];
}

/** Makes the sentences of a part of the rows from its tables. */
export type AnswerOf = (sections: readonly Section[]) => string[];

/**
 * The Result with the rows and columns that are wanted, sorted. Where no sections are asked for, those that lack a column that is named are
 * left out; where one that is asked for lacks it, or none has it, that is a usage error. Sentences speak of all rows; where rows are left out
 * they are those that `answerOf` makes of the tables that have the columns of the conditions.
 */
export function select(result: Result, selection: Selection, answerOf: AnswerOf = () => []): Result {
  const { columns, sort, where } = selection;
  if (columns === null && sort.length === 0 && where.length === 0) return result;
  const { lang } = result;
  const names = [
    ...(columns ?? []).filter((name) => name !== 'all'),
    ...sort.map(({ column }) => column),
    ...where.map(({ column }) => column),
  ];
  const sections = chosenSections(result, selection);
  const lacks = (section: Section): boolean =>
    names.length > 0 && (section.kind === 'facts' || names.some((name) => columnNamed(section, name, lang) === null));
  const lacking = sections.filter(lacks);
  if (lacking.length > 0 && (selection.sections !== null || lacking.length === sections.length))
    refuseColumns(names, selection.sections === null ? sections : lacking, lang);
  const kept = sections.filter((section) => !lacks(section));
  const table = kept.find((section) => section.kind === 'table');
  const held = where.flatMap(({ column, operator, value }) =>
    table === undefined ? [] : [`${columnNamed(table, column, lang)!.id} ${operator} ${value}`.trim()],
  );
  const isSeen = kept.some((section) => section.place !== 'detail' && (section.kind === 'facts' || section.glance.most !== 0));
  return {
    ...result,
    ...(where.length > 0 ? { where: held } : {}),
    answer: where.length > 0 ? answerOf(conditioned(result, where)) : result.answer,
    sections: kept.map((section) => {
      const own = section.kind === 'facts' ? section : selected(section, selection, lang);
      return isSeen ? own : { ...own, place: 'answer' };
    }),
  };
}

/** The tables that have the columns of the conditions, whether they are asked for or not, with the rows of which these hold. */
function conditioned({ sections, lang }: Result, where: readonly Condition[]): TableSection[] {
  const request = { sections: null, columns: null, sort: [], where };
  return sections.flatMap((section) =>
    section.kind === 'table' && where.every(({ column }) => columnNamed(section, column, lang) !== null)
      ? [selected(section, request, lang)]
      : [],
  );
}

function selected(section: TableSection, { columns, sort, where }: Selection, lang: Result['lang']): TableSection {
  const named = (name: string): ResultColumn => columnNamed(section, name, lang)!;
  const sorted = sort.map(({ column, descending }) => ({ column: named(column), descending }));
  const conditions = where.map((condition) => ({ column: named(condition.column), condition }));
  const places = sortedPlaces(section, matchingPlaces(section, conditions), sorted);
  const chosen = columns === null ? section.columns : chosenColumns(section, columns, lang);
  const said = [
    ...conditions.map(({ column, condition: { operator, value } }) => `${column.title} ${operator} ${value}`.trim()),
    ...sorted.map(({ column, descending }) =>
      fill(descending ? reportWords.descending : reportWords.ascending, lang, { column: column.title }),
    ),
  ];
  const isMoved = said.length > 0;
  return {
    ...section,
    title: [section.title, ...said].join(' · '),
    columns: chosen,
    rows: isMoved
      ? pickedRows(
          section.rows,
          section.columns.map(({ id }) => id),
          places,
        )
      : section.rows,
    total: isMoved ? places.length : section.total,
    glance: columns === null ? sortedGlance(section, sorted) : chosenGlance(section.glance, chosen),
    chart: chartOf(section.chart, chosen, isMoved),
  };
}

function matchingPlaces(
  { rows }: TableSection,
  conditions: readonly { readonly column: ResultColumn; readonly condition: Condition }[],
): readonly number[] {
  let places: readonly number[] = Array.from({ length: rows.length }, (_, place) => place);
  for (const { column, condition } of conditions) {
    const holds = cellTest(column, condition);
    const cells = [...cellsOf(rows, column.id)];
    places = places.filter((place) => holds(cells[place] ?? null));
  }
  return places;
}

/** Rows that are alike stay in their order; those without a value come last in either direction. */
function sortedPlaces(
  { rows }: TableSection,
  places: readonly number[],
  sort: readonly { readonly column: ResultColumn; readonly descending: boolean }[],
): readonly number[] {
  const keys = sort.map(({ column, descending }) => ({ cells: [...cellsOf(rows, column.id)], descending }));
  return places.toSorted((one, other) => {
    for (const { cells, descending } of keys) {
      const sign = cellOrder(cells[one] ?? null, cells[other] ?? null, descending);
      if (sign !== 0) return sign;
    }
    return 0;
  });
}

function cellOrder(one: ResultCell, other: ResultCell, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const sign = typeof one === 'string' || typeof other === 'string' ? order(String(one), String(other)) : order(Number(one), Number(other));
  return descending ? -sign : sign;
}

function chosenColumns(section: TableSection, names: readonly string[], lang: Result['lang']): ResultColumn[] {
  const named = new Set(names.flatMap((name) => columnNamed(section, name, lang) ?? []));
  const chosen = names.flatMap((name) => columnNamed(section, name, lang) ?? section.columns.filter((column) => !named.has(column)));
  return [...new Set(chosen)];
}

function chosenGlance({ most, below }: Glance, columns: readonly ResultColumn[]): Glance {
  const ids = columns.map(({ id }) => id);
  return { first: ids, most, below: below.filter((id) => ids.includes(id)), hidden: [] };
}

/** What rows are sorted by is seen, behind the first name or id. */
function sortedGlance({ columns, glance }: TableSection, sort: readonly { readonly column: ResultColumn }[]): Glance {
  const ids = sort.map(({ column }) => column.id).filter((id) => !glance.below.includes(id));
  if (glance.first.length === 0) return glance;
  const first = glance.first.filter((each) => !ids.includes(String(each)));
  const name = first.findIndex((each) => columns.some(({ id, type }) => [each].flat().includes(id) && kindOf(type) === 'text'));
  return {
    ...glance,
    first: [...first.slice(0, name + 1), ...ids, ...first.slice(name + 1)],
    hidden: glance.hidden.filter((id) => !ids.includes(id)),
  };
}

/** A picture of parts that are gone, or that needs all rows in their order, would be wrong. */
function chartOf(chart: Chart | null, columns: readonly ResultColumn[], isMoved: boolean): Chart | null {
  if (chart === null || (isMoved && !['bars', 'dots', 'heat'].includes(chart.kind))) return null;
  if (chart.kind === 'figures') return null;
  const { kind: _, ...parts } = chart;
  const drawn: readonly (string | undefined)[] = Object.values(parts).flat();
  return drawn.every((part) => part === undefined || columns.some(({ id }) => id === part)) ? chart : null;
}
