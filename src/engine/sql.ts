/**
 * SQL as data. The tag splices other `Sql` as it is and turns every other value into a literal, so text from a file never becomes SQL:
 * sql`select ${identifier(name)} from t where owner = ${owner}`.
 */
export interface Sql {
  readonly text: string;
}

export type SqlValue = string | number | boolean | null | undefined;

/** Throws a TypeError on a NUL character, NaN or an infinity: neither engine can hold them. */
export function literal(value: SqlValue): Sql {
  if (value === null || value === undefined) return { text: 'null' };
  if (typeof value === 'boolean') return { text: value ? 'true' : 'false' };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`a number in SQL must be finite, not ${value}`);
    return { text: value < 0 ? `(${value})` : String(value) };
  }
  if (value.includes('\0')) throw new TypeError('a text in SQL must not hold a NUL character');
  return { text: `'${value.replaceAll("'", "''")}'` };
}

/** A quoted name of a table or a column. */
export function identifier(name: string): Sql {
  if (name === '' || name.includes('\0')) throw new TypeError('a name in SQL must not be empty or hold a NUL character');
  return { text: `"${name.replaceAll('"', '""')}"` };
}

/** SQL written in this repository; never text that came from a file or a user. */
export function trusted(text: string): Sql {
  return { text };
}

export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += (isSql(value) ? value : literal(value)).text + (strings[index + 1] ?? '');
  });
  return { text };
}

export function join(parts: readonly Sql[], separator = ', '): Sql {
  return { text: parts.map((part) => part.text).join(separator) };
}

function isSql(value: Sql | SqlValue): value is Sql {
  return typeof value === 'object' && value !== null;
}
