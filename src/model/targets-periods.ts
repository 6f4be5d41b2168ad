import type { Field } from './define.ts';

const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthsZh = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const digitsZh = ['一', '二', '三', '四'];

function period(title: Field['title'], aliases: readonly string[], month: number, months: number): Field {
  return {
    type: 'quantity',
    percents: true,
    title,
    meaning: { en: 'Value to be reached in this part of the year; becomes a row of its own.', 'zh-CN': '该期间的目标值；读入后单独成行。' },
    aliases,
    wide: { month, months },
  };
}

/** 一月 → 一月, 一月目标, 一月目标金额. */
function withTarget(words: readonly string[]): string[] {
  return words.flatMap((word) => [word, `${word}目标`, `${word}目标金额`]);
}

function monthField(index: number): readonly [string, Field] {
  const number = index + 1;
  const two = String(number).padStart(2, '0');
  const en = monthsEn[index]!;
  const zh = monthsZh[index]!;
  const short = en === 'May' ? [] : [en.slice(0, 3)];
  const bare = number < 10 ? [`M${number}`, ...withTarget([zh, `${number}月`, `${two}月`])] : withTarget([zh, `${number}月`]);
  return [`m${two}`, period({ en, 'zh-CN': zh }, [...bare, en, ...short], number, 1)];
}

function quarterField(index: number): readonly [string, Field] {
  const number = index + 1;
  const zh = digitsZh[index]!;
  const aliases = [...withTarget([`${zh}季度`, `第${zh}季度`, `${number}季度`]), `Quarter ${number}`];
  return [`q${number}`, period({ en: `Q${number}`, 'zh-CN': `${zh}季度` }, aliases, index * 3 + 1, 3)];
}

/**
 * The columns of a wide table: m01 … m12, q1 … q4 and full_year. Where a row has all months of a quarter or year, or
 * all quarters of a year, this only repeats them.
 */
export const targetPeriods: Readonly<Record<string, Field>> = Object.fromEntries([
  ...monthsEn.map((_, index) => monthField(index)),
  ...digitsZh.map((_, index) => quarterField(index)),
  [
    'full_year',
    period(
      { en: 'Full year', 'zh-CN': '全年' },
      ['全年', '全年目标', '年度目标', '年目标', '年度目标金额', '全年目标金额', 'Annual Target', 'Year Total'],
      1,
      12,
    ),
  ],
]);

/** A year and what follows it: 2026-, 2026年. */
const year = String.raw`^[0-9]{4}\s*[-/.年]?\s*`;

/**
 * A period written out, in capitals: 2026, 2026-10, 2026年10月, 2026-Q4, 2026年第四季度. The group of a pattern is the number of the period among
 * those of its length in the year; any text that fits none is no period.
 */
export const periodTexts: readonly { readonly pattern: string; readonly months: 1 | 3 | 12 }[] = [
  { pattern: `${year}$`, months: 12 },
  { pattern: `${year}([0-9]{1,2})月?$`, months: 1 },
  { pattern: `${year}Q([1-4])$`, months: 3 },
  { pattern: `${year}[Q第]?([1-4一二三四])季度?$`, months: 3 },
];
