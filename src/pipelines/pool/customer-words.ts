import { identifier, join, sql } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import { countedAs, type CustomerKind } from '../../result/counters.ts';
import type { Finding, ResultRow, Section } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';

/**
 * All texts of the pool are written of leads. Of a pool of customers the same is said of customers, whose conversion is their first order:
 * each word with what stands for it, phrases before words. Names of tables and fields (`lead_odds`, `leads.source`) stay.
 */
const words: Readonly<Record<Lang, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/that (?:converted )?leads became/g, 'that converted'],
    [/(those|that|they) became customers/gi, '$1 bought'],
    [/became (?:a customer|customers)/g, 'bought'],
    [/becoming a customer/g, 'the first order'],
    [/ or as a customer/g, ' or by an order'],
    [/(?<![.\w])leads\b(?!\.\w)/g, 'customers'],
    [/(?<![.\w])Leads\b(?!\.\w)/g, 'Customers'],
    [/(?<![.\w-])lead\b(?!\.\w)/g, 'customer'],
    [/(?<![.\w-])Lead\b(?!\.\w)/g, 'Customer'],
  ],
  'zh-CN': [
    [/由线索转化的 /g, '已转化的 '],
    [/转为客户/g, '成交'],
    [/(?<=\d) 条(?:线索)?/g, ' 位客户'],
    [/单条线索|一条线索/g, '一位客户'],
    [/条线索/g, '位客户'],
    [/(?<=[一每该单])条/g, '位'],
    [/线索/g, '客户'],
  ],
};

/** Columns of our own words, in which nothing stands that a file has. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  conversion: ['dimension'],
  flow: ['action'],
  factors: ['attribute'],
  lead_columns: ['attribute'],
  allocation_by_rep: ['state'],
  advice: ['advice', 'topic'],
  allocation: ['reason'],
  what_if: ['rule', 'at_least', 'at_most'],
};

/** Says of customers what was said of leads. */
export interface CustomerWords {
  readonly text: (text: string) => string;
  readonly section: (section: Section) => Section;
  readonly finding: (finding: Finding) => Finding;
}

/** `names` stand in texts as they stand in the files, such as a source called “Lead form”; customers are counted as what they are. */
export function customerWords(lang: Lang, names: readonly string[], kind: CustomerKind): CustomerWords {
  const say = ofCustomers(lang, names);
  const text = (said: string): string => countedAs(say(said), kind);
  return { text, section: (section) => sectionOf(section, text), finding: (finding) => findingOf(finding, text) };
}

/** Names of groups and reps of the pool that hold a word for leads. */
export async function namesWithLeads({ engine }: Pick<ViewContext, 'engine'>): Promise<string[]> {
  const columns = ['owner', 'pool', 'source', 'batch', 'industry', 'region', 'size', 'product'].map(
    (column) => sql`select ${identifier(column)} as name from lead_course where ${identifier(column)} is not null`,
  );
  const rows = await engine.rows<{ name: string }>(sql`select name from (${join(columns, ' union ')}) as names order by name`);
  return rows.map(({ name }) => name).filter((name) => /lead|线索|条/i.test(name));
}

type Say = (text: string) => string;

function ofCustomers(lang: Lang, names: readonly string[]): Say {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const mark = (place: number): string => `\u0000${place}\u0000`;
  return (text) => {
    const masked = longestFirst.reduce((said, name, place) => said.replaceAll(name, mark(place)), text);
    const changed = words[lang].reduce((said, [word, own]) => said.replaceAll(word, own), masked);
    return longestFirst.reduce((said, name, place) => said.replaceAll(mark(place), name), changed);
  };
}

function sectionOf(section: Section, say: Say): Section {
  const part = <T extends { readonly title: string; readonly basis: string | null; readonly unit: string | null }>(each: T): T => ({
    ...each,
    title: say(each.title),
    basis: each.basis === null ? null : say(each.basis),
    unit: each.unit === 'leads' ? 'customers' : each.unit,
  });
  const title = say(section.title);
  if (section.kind === 'facts') {
    const facts = section.facts.map((fact) => ({ ...part(fact), value: typeof fact.value === 'string' ? say(fact.value) : fact.value }));
    return { ...section, title, facts };
  }
  const columns = section.columns.map(part);
  const own = ownWords[section.id];
  const named = section.name === undefined ? section : { ...section, name: say(section.name) };
  if (own === undefined) return { ...named, title, columns };
  const rows = [...section.rows].map((row): ResultRow => {
    const changed = own.flatMap((id) => (typeof row[id] === 'string' ? [[id, say(row[id])] as const] : []));
    return { ...row, ...Object.fromEntries(changed) };
  });
  return { ...named, title, columns, rows };
}

function findingOf(finding: Finding, say: Say): Finding {
  return { ...finding, message: say(finding.message), fix: finding.fix === null ? null : say(finding.fix) };
}
