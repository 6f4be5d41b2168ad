import { basename, dirname, resolve } from 'node:path';
import { addDays, type Period } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';
import { refuseValue } from '../option-values.ts';
import { partNames } from '../part-paths.ts';

/** Where a set is wanted: a name in a folder, with `{period}` in it where it has one. */
export interface Place {
  readonly folder: string;
  readonly pattern: string;
}

const hole = /\{([^{}]*)\}/g;
/** What some file system, or a shell, does not take. */
const unsafe = /[<>:"/\\|?*\p{Cc}]/u;
const monthLength = 7;

/** Reads `--to reviews/{period}`. */
export function placeOf(to: string, base: string): Place {
  const path = resolve(base, to);
  const place = { folder: dirname(path), pattern: basename(path) };
  const isFit = onlyHas(place.pattern, ['period']) && !place.folder.includes('{') && isName(place.pattern);
  if (!isFit)
    refuseValue('--to', to, {
      en: 'a folder, with {period} in its last part where it shall have the period: reviews/{period}',
      'zh-CN': '文件夹，末级名称中可用 {period} 表示期间：reviews/{period}',
    });
  return place;
}

/** Refuses a `--names` that is no name of a file. */
export function checkNames(pattern: string): void {
  if (!onlyHas(pattern, ['period', 'name']) || !isName(pattern))
    refuseValue('--names', pattern, {
      en: 'a file name without folder and ending, with {period} and {name} at most: review-{period}-{name}',
      'zh-CN': '不含目录与扩展名的文件名，其中可用 {period} 与 {name}：评审-{period}-{name}',
    });
}

function onlyHas(pattern: string, names: readonly string[]): boolean {
  return [...pattern.matchAll(hole)].every(([, name = '']) => names.includes(name)) && !/[{}]/.test(pattern.replaceAll(hole, ''));
}

function isName(pattern: string): boolean {
  return pattern !== '' && !unsafe.test(pattern) && !pattern.startsWith('.') && !/[. ]$/.test(pattern) && Buffer.byteLength(pattern) <= 100;
}

/** The pattern with the period in it. */
export function withPeriod(pattern: string, period: Period | null, lang: Lang): string {
  return pattern.replaceAll('{period}', periodName(period)[lang]);
}

/**
 * The names of the files of a set without their endings: that of the whole, then one for each of these people or teams, safe and all
 * different whatever they are called. The whole has no name of its own: what stands before `{name}` as a joint goes with it.
 */
export function fileNames(
  pattern: string,
  of: { period: Period | null; lang: Lang; values: readonly string[] },
): { whole: string; parts: string[] } {
  const text = withPeriod(pattern.includes('{name}') ? pattern : `${pattern}-{name}`, of.period, of.lang);
  const whole = text.replaceAll(/[-_. ]*\{name\}/g, '').replace(/^[-_. ]+/, '');
  return {
    whole: whole === '' ? all[of.lang] : whole,
    parts: partNames(of.values).map((name) => text.replaceAll('{name}', () => name)),
  };
}

const all: Readonly<Record<Lang, string>> = { en: 'all', 'zh-CN': '全部' };

/** As short as it can be said: `2026-10`, `2026-Q3`, `2026`. */
function periodName(period: Period | null): Localized {
  if (period === null) return { en: 'undated', 'zh-CN': '无日期' };
  const { from, to } = period;
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, monthLength))];
  const months = (Number(to.slice(0, 4)) - Number(year)) * 12 + Number(to.slice(5, monthLength)) - month;
  const isWhole = from.endsWith('-01') && to.endsWith('-01');
  const [quarter, rest] = [Math.floor((month + 2) / 3), month % 3];
  const text =
    isWhole && months === 1
      ? from.slice(0, monthLength)
      : isWhole && months === 3 && rest === 1
        ? `${year}-Q${quarter}`
        : isWhole && months === 12 && month === 1
          ? year
          : addDays(from, 1) === to
            ? from
            : spanOf(period).replace('..', '_');
  return { en: text, 'zh-CN': text };
}
