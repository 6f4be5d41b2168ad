import type { SchemaElement } from 'hyparquet-writer';
import { daysBetween, isIsoDate } from '../lib/dates.ts';
import type { ResultCell, ResultColumn, ResultRows, ValueType } from '../result/result.ts';
import { cellsOf } from './sections.ts';

type Stored = string | number | bigint | boolean;

/** How a kind of value is stored. */
interface Storage {
  readonly element: Omit<SchemaElement, 'name'>;
  /** Undefined where the cell does not fit; cells are neither null nor infinite. */
  readonly store: (cell: Stored) => Stored | undefined;
}

export interface ParquetColumn {
  readonly id: string;
  readonly element: SchemaElement;
  /** Null stays null, and so does what is no finite number. */
  readonly store: (cell: ResultCell) => Stored | null;
}

const text: Storage = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, store: String };

const double: Storage = { element: { type: 'DOUBLE' }, store: (cell) => (typeof cell === 'number' ? cell : undefined) };

const integer: Storage = {
  element: { type: 'INT64' },
  store: (cell) => (typeof cell === 'number' && Number.isSafeInteger(cell) ? BigInt(cell) : undefined),
};

const flag: Storage = { element: { type: 'BOOLEAN' }, store: (cell) => (typeof cell === 'boolean' ? cell : undefined) };

const date: Storage = {
  element: { type: 'INT32', converted_type: 'DATE' },
  store: (cell) => (typeof cell === 'string' && isIsoDate(cell) ? epochDay(cell) : undefined),
};

/** Local time, as it stands in the Result: no zone is known. */
const instant: Storage = {
  element: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } },
  store: (cell) => (typeof cell === 'string' ? microseconds(cell) : undefined),
};

/** For each type the way to store it; where a cell does not fit, all of the column is stored in the next way. Text fits all. */
const storages: Readonly<Record<ValueType, readonly Storage[]>> = {
  text: [text],
  id: [text],
  integer: [integer, double, text],
  number: [double, text],
  money: [double, text],
  ratio: [double, text],
  points: [double, text],
  date: [date, text],
  instant: [instant, text],
  flag: [flag, text],
};

/** How a column is stored: by its type, not by the values it happens to hold, unless one of them is of another kind. */
export function parquetColumn({ id, type }: ResultColumn, rows: ResultRows): ParquetColumn {
  const fits = (storage: Storage): boolean => {
    for (const each of cellsOf(rows, id)) {
      const cell = present(each);
      if (cell !== null && storage.store(cell) === undefined) return false;
    }
    return true;
  };
  const { element, store } = storages[type].find(fits) ?? text;
  return {
    id,
    element: { name: id, repetition_type: 'OPTIONAL', ...element },
    store: (cell) => {
      const value = present(cell);
      return value === null ? null : (store(value) ?? null);
    },
  };
}

function present(cell: ResultCell): Stored | null {
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}

function epochDay(day: string): number {
  return daysBetween('1970-01-01', day);
}

/** `2026-10-31 09:05:07.25` since 1970. */
function microseconds(instantText: string): bigint | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?$/.exec(instantText);
  if (parts === null || !isIsoDate(parts[1] ?? '')) return undefined;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const seconds = epochDay(parts[1] ?? '') * 86_400 + hour * 3_600 + minute * 60 + second;
  return BigInt(seconds) * 1_000_000n + BigInt((parts[5] ?? '').padEnd(6, '0'));
}
