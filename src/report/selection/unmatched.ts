import type { Condition } from '../../lib/conditions.ts';
import { mostAlike, nearest } from '../../lib/nearest.ts';
import type { Localized } from '../../lib/localized.ts';
import { folded } from '../../lib/typed-values.ts';
import type { Result } from '../../result/result.ts';
import { cellsOf } from '../sections.ts';
import { columnNamed } from './named-columns.ts';

/** Texts of a column that are few enough to be looked through, and to be listed. */
const mostValues = 1_000;
const mostListed = 10;
const mostOffered = 5;

/** Values that no row of any of these tables has, of columns of words: what was meant, or what there is. */
export function unmatchedValues(result: Result, where: readonly Condition[]): Localized[] {
  return where.filter(({ operator, value }) => operator === '=' && value !== '').flatMap((condition) => unmatched(result, condition));
}

function unmatched({ sections, lang }: Result, { column: name, value }: Condition): Localized[] {
  const values = new Set<string>();
  for (const section of sections) {
    const column = section.kind === 'table' ? columnNamed(section, name, lang) : null;
    if (section.kind !== 'table' || column?.type !== 'text') continue;
    for (const cell of cellsOf(section.rows, column.id)) if (typeof cell === 'string' && cell !== '') values.add(cell);
    if (values.size > mostValues) return [];
  }
  if (values.size === 0 || [...values].some((each) => folded(each) === folded(value))) return [];
  const meant = nearest(value, values);
  const said = { en: `no row has ${name}=${value}`, 'zh-CN': `没有 ${name}=${value} 的行` };
  if (meant !== null) return [{ en: `${said.en}; did you mean ${meant}?`, 'zh-CN': `${said['zh-CN']}；是不是想写 ${meant}？` }];
  if (values.size <= mostListed) {
    const list = [...values].toSorted();
    return [{ en: `${said.en}; there are: ${list.join(', ')}`, 'zh-CN': `${said['zh-CN']}；现有：${list.join('、')}` }];
  }
  const parts = [...values].filter((each) => folded(each).includes(folded(value)));
  const alike = parts.length > 0 ? parts.slice(0, mostOffered) : mostAlike(value, [...values], mostOffered);
  if (alike.length === 0) return [said];
  return [{ en: `${said.en}; perhaps ${alike.join(', ')}`, 'zh-CN': `${said['zh-CN']}；是否指：${alike.join('、')}` }];
}
