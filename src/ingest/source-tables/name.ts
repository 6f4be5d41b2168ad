import { identifier, type Sql, sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';

/** One part of a name. Quoted, it is the name; unquoted, it is the name as written, else in lower case, as SQL folds it. */
export type NamePart = readonly string[];

export interface ParsedName {
  /** Null where the text names the table alone. */
  readonly schema: NamePart | null;
  readonly name: NamePart;
}

const part = String.raw`"(?:[^"\0]|"")+"|[\p{L}_][\p{L}\p{M}\p{N}_$]*`;
const pattern = new RegExp(String.raw`^\s*(?:(${part})\s*\.\s*)?(${part})\s*$`, 'u');

/** Reads `dwd.sales_order`, `"销售 明细"`, `public."SalesOrder"`. Throws `table-name-invalid` (usage) on anything else: the text is never SQL. */
export function parseTableName(entity: string, text: string): ParsedName {
  const match = pattern.exec(text);
  if (match === null) {
    throw new CrmEvalError(
      'table-name-invalid',
      'usage',
      { en: `sources.${entity}.table: "${text}" is no name of a table`, 'zh-CN': `sources.${entity}.table：“${text}”不是表名` },
      {
        fix: {
          en: 'give a table or schema.table, with names that hold blanks or signs in double quotes: dwd."sales order"',
          'zh-CN': '请填写 表名 或 schema.表名；含空格或符号的名称用双引号括起：dwd."sales order"',
        },
      },
    );
  }
  const [, schema, name = ''] = match;
  return { schema: schema === undefined ? null : spellings(schema), name: spellings(name) };
}

function spellings(text: string): NamePart {
  if (text.startsWith('"')) return [text.slice(1, -1).replaceAll('""', '"')];
  const folded = text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return folded === text ? [text] : [text, folded];
}

/** `dwd.sales_order` for people. */
export function nameOf({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${written(schema)}.${written(name)}`;
}

/** As it can be written in the config. */
export function written(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_$]*$/u.test(name) ? name : identifier(name).text;
}

export function qualifiedName({ schema, name }: { readonly schema: string; readonly name: string }): Sql {
  return sql`${identifier(schema)}.${identifier(name)}`;
}
