import { format, parse } from 'node:path';
import { noValue } from '../report/selection/split.ts';

/** What some file system, or a shell, does not take in a name, or nobody can see in it. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;

/** Bytes of a value in a name: with the rest it stays within the 255 of most file systems. */
const mostBytes = 120;

/** A file beside `out` for each value: `lists.xlsx` is `lists-Zhou Siyuan.xlsx`. No two are the same, not even where case does not count. */
export function partPaths(out: string, values: readonly (string | null)[]): string[] {
  const { dir, name, ext } = parse(out);
  const taken = new Set<string>();
  return values.map((value) => {
    const text = value === null ? noValue : safe(value);
    for (let count = 1; ; count += 1) {
      const own = `${name}-${text}${count === 1 ? '' : ` (${count})`}`;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return format({ dir, name: own, ext });
    }
  });
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
