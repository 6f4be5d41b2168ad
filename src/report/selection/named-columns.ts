import { CrmEvalError } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';
import { meantOrListed, mostAlike, nearest } from '../../lib/nearest.ts';
import { folded } from '../../lib/typed-values.ts';
import { otherTitle } from '../../result/other-titles.ts';
import type { Result, ResultColumn, Section, TableSection } from '../../result/result.ts';
import { titleWithUnit } from '../format.ts';

/** The column of this id, else of this title, in either language. */
export function columnNamed(section: TableSection, name: string, lang: Result['lang']): ResultColumn | null {
  const wanted = plain(name);
  const named = (names: (column: ResultColumn) => readonly (string | null)[]): ResultColumn | undefined =>
    section.columns.find((column) => names(column).some((each) => each !== null && plain(each) === wanted));
  return named(({ id }) => [id]) ?? named((column) => [column.title, otherTitle(column), titleWithUnit(column, lang)]) ?? null;
}

/** `Value at risk` is `value_at_risk`. */
function plain(name: string): string {
  return folded(name.replaceAll('_', ' '));
}

/** No section has all the columns that are named. */
export function refuseColumns(names: readonly string[], sections: readonly Section[], lang: Result['lang']): never {
  const tables = sections.filter((section) => section.kind === 'table');
  const unknown = names.find((name) => tables.every((table) => columnNamed(table, name, lang) === null));
  const ids = [...new Set(tables.flatMap((table) => table.columns.map(({ id }) => id)))];
  if (unknown === undefined)
    throw new CrmEvalError(
      'column-unknown',
      'usage',
      { en: `no table has all of the columns ${names.join(', ')}`, 'zh-CN': `没有同时包含这些列的表：${names.join('、')}` },
      { fix: { en: 'name columns of one table', 'zh-CN': '请只写同一张表中的列' } },
    );
  const titles = tables.flatMap((table) => table.columns.flatMap((column) => [column.title, otherTitle(column) ?? '']));
  const isOfTitle = nearest(unknown, ids) === null && nearest(unknown, titles) !== null;
  const cut = [...ids, ...titles].find((name) => name.startsWith(unknown) && /^\s*[=<>~!＝＜＞～！≠≤≥]/u.test(name.slice(unknown.length)));
  throw new CrmEvalError(
    'column-unknown',
    'usage',
    { en: `there is no column "${unknown}"`, 'zh-CN': `没有名为“${unknown}”的列` },
    {
      fix:
        cut === undefined
          ? wayOut(unknown, isOfTitle ? titles : ids)
          : { en: `put the name in quotes: '"${cut}"=…'`, 'zh-CN': `列名请加引号：'"${cut}"=…'` },
    },
  );
}

/** Where there are more columns than one reads, the few that are most like the name, and how all are listed. */
const mostListed = 12;
const mostOffered = 5;

function wayOut(name: string, listed: readonly string[]): Localized {
  if (listed.length <= mostListed || nearest(name, listed) !== null) return meantOrListed(name, listed);
  const alike = mostAlike(name, listed, mostOffered);
  const all = {
    en: `--columns all --limit 1 --record shows all ${listed.length}`,
    'zh-CN': `--columns all --limit 1 --record 可列出全部 ${listed.length} 列`,
  };
  return alike.length === 0
    ? all
    : {
        en: `perhaps ${alike.join(', ')}; ${all.en}`,
        'zh-CN': `是否指：${alike.join('、')}；${all['zh-CN']}`,
      };
}
