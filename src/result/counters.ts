import type { Result, ResultRows, Section } from './result.ts';
import { unitWord } from './unit-words.ts';

/** What the customers of a run are, by their names: Chinese counts companies with 家 and people with 位. */
export type CustomerKind = 'companies' | 'people';

const companyWords =
  /公司|集团|有限|股份|工厂|厂$|企业|事务所|工作室|商行|商贸|贸易|科技|银行|医院|学校|大学|学院|研究|中心|合作社|\b(?:ltd|limited|inc|llc|llp|gmbh|corp|corporation|company|co|group|ag|plc|bv|nv|sa|srl|spa|oy|ab|industries|solutions|systems|partners|store|stores|shop|bank|hospital|university|school)\b/i;

/** Of so many names at least this share has a word of companies; people hardly ever have one. */
const leastShare = 0.3;

/** Companies where the names say so; without names people. */
export function customerKind(names: readonly string[]): CustomerKind {
  const companies = names.filter((name) => companyWords.test(name)).length;
  return names.length > 0 && companies >= leastShare * names.length ? 'companies' : 'people';
}

/** Chinese texts count customers with 位; of companies they get 家. */
export function countedAs(text: string, kind: CustomerKind): string {
  return kind === 'companies' ? text.replaceAll(/(?<=\d) 位/g, ' 家') : text;
}

/** The sentences and notes of a Result with the counter that fits its customers; of persons it says that they are. */
export function withCounters(result: Result, kind: CustomerKind): Result {
  if (result.lang !== 'zh-CN') return result;
  if (kind === 'people') return { ...result, customers: kind };
  const own = (text: string): string => countedAs(text, kind);
  const basis = <T extends { readonly basis: string | null }>(part: T): T =>
    part.basis === null ? part : { ...part, basis: own(part.basis) };
  const section = (each: Section): Section =>
    each.kind === 'facts' ? { ...each, facts: each.facts.map(basis) } : { ...each, columns: each.columns.map(basis) };
  const chapter = (each: ChapterOf): ChapterOf => ({ ...each, title: own(each.title), note: each.note === null ? null : own(each.note) });
  return {
    ...result,
    ...(result.chapters === undefined ? {} : { chapters: result.chapters.map(chapter) }),
    answer: result.answer.map(own),
    sections: result.sections.map(section),
  };
}

type ChapterOf = NonNullable<Result['chapters']>[number];

/** The unit of counted customers where people read: of persons it is another word in Chinese. */
export function withCountedUnits(result: Result): Result {
  if (result.customers !== 'people') return result;
  const counted = <T extends { readonly unit: string | null }>(part: T): T =>
    part.unit === 'customers' ? { ...part, unit: 'persons' } : part;
  const [companies, people] = [unitWord('customers', result.lang), unitWord('persons', result.lang)];
  // Where each row has a figure of its own, its unit is a word.
  const inRows = (rows: ResultRows): ResultRows => Array.from(rows, (row) => (row['unit'] === companies ? { ...row, unit: people } : row));
  const section = (each: Section): Section =>
    each.kind === 'facts'
      ? { ...each, facts: each.facts.map(counted) }
      : {
          ...each,
          columns: each.columns.map(counted),
          rows: each.columns.some(({ id }) => id === 'unit') ? inRows(each.rows) : each.rows,
        };
  return { ...result, sections: result.sections.map(section) };
}
