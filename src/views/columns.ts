import { type Lang, languages, type Localized } from '../lib/localized.ts';
import { withOtherTitle } from '../result/other-titles.ts';
import type { Better, ResultCell, ResultColumn, ValueType } from '../result/result.ts';

/** What a reader is told of a column or a fact: nothing is shown without what it rests on. */
export interface Heading {
  readonly title: Localized;
  readonly type: ValueType;
  readonly unit?: string;
  /** Which way is favourable, where one is. */
  readonly better?: Better;
  /** What the figure is computed from, or where a text comes from. */
  readonly basis: Localized;
  /** The metric it is a column of. */
  readonly metric?: string;
}

/** A column of a table whose rows are records of the program. */
export interface Column<T> extends Heading {
  /** Id of a column that says for each row which of the types its value has. */
  readonly typeFrom?: string;
  readonly value: (record: T) => ResultCell | Localized;
  /** Where the values are words of a closed set: the code of each, in a column of its own behind this one. */
  readonly code?: (record: T) => ResultCell;
}

/** By the id of each, in the order of the table. */
export type Columns<T> = Readonly<Record<string, Column<T>>>;

/** A value in the language of the run. */
export function inLanguage(value: ResultCell | Localized, lang: Lang): ResultCell {
  return typeof value === 'object' && value !== null ? value[lang] : value;
}

export function resultColumn(
  id: string,
  heading: Heading & { readonly typeFrom?: string; readonly codeOf?: string },
  lang: Lang,
): ResultColumn {
  const { title, type, unit, better, basis, metric, typeFrom, codeOf } = heading;
  const column = {
    id,
    title: title[lang],
    type,
    ...(typeFrom === undefined ? {} : { type_from: typeFrom }),
    unit: unit ?? null,
    ...(better === undefined ? {} : { better }),
    basis: basis[lang],
    ...(metric === undefined ? {} : { metric }),
    ...(codeOf === undefined ? {} : { code_of: codeOf }),
  };
  return withOtherTitle(column, title[languages.find((other) => other !== lang) ?? lang]);
}
