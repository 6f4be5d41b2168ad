import { createHash } from 'node:crypto';
import { format, parse } from 'node:path';
import { noValue } from '../report/selection/split.ts';

/** What some file system, or a shell, does not take in a name, or nobody can see in it. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** Bytes of a value in a name: with the rest it stays within the 255 of most file systems. */
const mostBytes = 120;

/**
 * A file beside `out` for each value: `lists.xlsx` is `lists-Zhou Siyuan.xlsx`. A value that a name cannot hold as it is, or that another
 * differs from by case alone, has a few characters of its digest behind it: no two are the same, and none is ever that of another value.
 */
export function partPaths(out: string, values: readonly (string | null)[]): string[] {
  const { dir, name, ext } = parse(out);
  return partNames(values).map((text) => format({ dir, name: `${name}-${text}`, ext }));
}

/** The part of such a name that stands for the value. */
export function partNames(values: readonly (string | null)[]): string[] {
  const clear = values.map((value) => value === null || isClear(value));
  const folded = values.map((value, index) => (clear[index] === true ? fold(value ?? noValue) : null));
  return values.map((value, index) => {
    const isAlone = clear[index] === true && folded.indexOf(folded[index]!) === folded.lastIndexOf(folded[index]!);
    return value === null ? noValue : isAlone ? value : `${safe(value)}-${digest(value)}`;
  });
}

/** A value that a name holds as it is, and that is not what others are called. */
function isClear(value: string): boolean {
  return safe(value) === value && value !== noValue && !/-[0-9a-f]{8}$/i.test(value);
}

/** Names that a file system may take for the same. */
function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase();
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 8);
}

function safe(value: string): string {
  let text = '';
  for (const character of value.normalize('NFC').replace(unsafe, '_').replaceAll(/\s+/gu, ' ')) {
    if (Buffer.byteLength(text + character) > mostBytes) break;
    text += character;
  }
  // Windows drops blanks and points at the end of a name.
  return text.trim().replace(/[. ]+$/u, '') || '_';
}
