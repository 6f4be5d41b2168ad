import type { Localized } from '../../lib/localized.ts';
import type { FieldType } from '../../model/define.ts';

/** What the types of a database come down to. `numeric` with a declared scale of 0 is an `integer`. */
export type ColumnKind =
  | 'text'
  | 'enum'
  | 'uuid'
  | 'integer'
  | 'numeric'
  | 'float'
  | 'money'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'timestamptz'
  | 'other';

const kinds: ReadonlyMap<string, ColumnKind> = new Map([
  ...(['text', 'varchar', 'bpchar', 'name', 'char', 'citext'] as const).map((name) => [name, 'text'] as const),
  ...(['int2', 'int4', 'int8'] as const).map((name) => [name, 'integer'] as const),
  ...(['float4', 'float8'] as const).map((name) => [name, 'float'] as const),
  ['uuid', 'uuid'],
  ['numeric', 'numeric'],
  ['money', 'money'],
  ['bool', 'boolean'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
  ['timestamptz', 'timestamptz'],
]);

/** `base` is pg_type.typname of the type, of a domain that of what it stands for; `modifier` is pg_attribute.atttypmod. */
export function columnKind({ base, isEnum, modifier }: { base: string; isEnum: boolean; modifier: number }): ColumnKind {
  if (isEnum) return 'enum';
  const kind = kinds.get(base) ?? 'other';
  return kind === 'numeric' && scaleOf(modifier) === 0 ? 'integer' : kind;
}

/** Digits after the point of numeric(p, s); null where none are declared. Source: PostgreSQL, numeric_typmod_scale in utils/adt/numeric.c. */
function scaleOf(modifier: number): number | null {
  return modifier < 4 ? null : (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
}

const words: ReadonlySet<ColumnKind> = new Set(['text', 'enum', 'integer']);
const texts: ReadonlySet<ColumnKind> = new Set([...words, 'uuid']);
const dates: ReadonlySet<ColumnKind> = new Set(['date', 'timestamp', 'timestamptz']);
const numbers: ReadonlySet<ColumnKind> = new Set(['integer', 'numeric', 'float']);

const fitting: Readonly<Record<FieldType, ReadonlySet<ColumnKind>>> = {
  id: texts,
  text: texts,
  person: texts,
  date: dates,
  instant: dates,
  money: numbers,
  price: numbers,
  quantity: numbers,
  ratio: numbers,
  integer: numbers,
  flag: new Set([...words, 'boolean']),
  choice: words,
};

export function fits(type: FieldType, kind: ColumnKind): boolean {
  return fitting[type].has(kind);
}

/** What a field needs, in the words of a database. */
export function needOf(type: FieldType): Localized {
  if (fitting[type] === texts) return { en: 'text, uuid or a whole number', 'zh-CN': '文本、uuid 或整数' };
  if (fitting[type] === dates) return { en: 'date or timestamp', 'zh-CN': 'date 或 timestamp' };
  if (fitting[type] === numbers) return { en: 'integer, numeric or double precision', 'zh-CN': 'integer、numeric 或 double precision' };
  return type === 'flag'
    ? { en: 'boolean, or words as text', 'zh-CN': 'boolean，或文本形式的取值' }
    : { en: 'words as text, or whole numbers that stand for them', 'zh-CN': '文本形式的取值，或代表取值的整数' };
}

/** SQL for people that makes the column fit, as far as the types can tell. `column` is quoted. */
export function suggestedCast(type: FieldType, kind: ColumnKind, column: string): string {
  if (fitting[type] === texts) return kind === 'numeric' || kind === 'float' ? `cast(${column} as bigint)` : `cast(${column} as varchar)`;
  if (fitting[type] === dates)
    return kind === 'integer' || kind === 'numeric' || kind === 'float' ? `to_timestamp(${column})` : `cast(${column} as timestamp)`;
  if (fitting[type] === numbers) return kind === 'boolean' ? `case when ${column} then 1 else 0 end` : `cast(${column} as decimal(18,4))`;
  return type === 'flag' ? `${column} <> 0` : `cast(${column} as varchar)`;
}
