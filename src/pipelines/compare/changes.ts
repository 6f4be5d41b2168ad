import { sql } from '../../engine/sql.ts';
import { unitWord } from '../../result/unit-words.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Verdict } from '../../metrics/comparison/parts/change-rows.ts';
import { declared } from '../../metrics/comparison/parts/measures.ts';
import type { ResultColumn, TableSection } from '../../result/result.ts';
import { metricSection, type Pick } from '../metric-section.ts';
import type { ScoreInput } from '../score/settings.ts';

const figures: ReadonlySet<string> = new Set(['before', 'after', 'difference', 'low', 'high']);
const perDay: ReadonlySet<string> = new Set([...figures].map((figure) => `${figure}_per_day`));

const picks: readonly Pick[] = [
  'before',
  'after',
  'difference',
  'relative_difference',
  'verdict',
  'p_adjusted',
  'p',
  'low',
  'high',
  'before_per_day',
  'after_per_day',
  'difference_per_day',
  'relative_difference_per_day',
  'low_per_day',
  'high_per_day',
  'n_before',
  'n_after',
  'test',
  'unit',
  'shows',
  'shows_per_day',
  'measure',
].map((column) => ({ metric: 'period_changes', column }));

const verdictWords: Readonly<Record<Verdict, Localized>> = {
  more_than_chance: { en: 'more than chance', 'zh-CN': '超出随机波动' },
  within_chance: { en: 'within chance', 'zh-CN': '属随机波动' },
  within_chance_adjusted: { en: 'within chance (adj.)', 'zh-CN': '校正后属随机波动' },
  cannot_tell: { en: 'cannot tell', 'zh-CN': '无法判断' },
  lengths_differ: { en: 'lengths differ', 'zh-CN': '时长不同，不可比' },
};

const testWords: Readonly<Record<string, Localized>> = {
  bootstrap: { en: 'bootstrap of customers', 'zh-CN': '按客户自助抽样' },
  score: { en: 'two proportions, score', 'zh-CN': '两比例 score 检验' },
  fisher: { en: 'two proportions, Fisher', 'zh-CN': '两比例 Fisher 检验' },
};

/** One row a measure: both figures, their difference, and whether that is more than chance. */
export async function changesSection({ engine, lang }: ScoreInput): Promise<TableSection> {
  const section = await metricSection(engine, {
    id: 'changes',
    title: { en: 'What changed', 'zh-CN': '指标变化' }[lang],
    lang,
    picks,
    from: sql`period_changes order by period_changes.measure_order`,
    words: { verdict: wordsIn(verdictWords, lang), test: wordsIn(testWords, lang) },
  });
  const rows = Array.from(section.rows, (row) => {
    const { title, meaning } = declared({ id: String(row['measure']) });
    return {
      ...row,
      title: title[lang],
      meaning: meaning[lang],
      unit: typeof row['unit'] === 'string' ? unitWord(row['unit'], lang) : null,
    };
  });
  return { ...section, rows, columns: columnsOf(section.columns, testsOf(section), lang) };
}

/** How many measures are tested. */
function testsOf({ rows }: TableSection): number {
  return [...rows].filter((row) => row['p'] !== null).length;
}

/** The name first, the id last; the adjusted p-value says for how many tests. */
function columnsOf(columns: readonly ResultColumn[], tests: number, lang: Lang): ResultColumn[] {
  const text = (id: string, title: string): ResultColumn => ({ id, title, type: 'text', unit: null, basis: null });
  const adjusted = {
    en: `Adjusted by Holm for the ${tests} measures tested here; the verdict goes by it, the interval is that of one measure alone.`,
    'zh-CN': `按 Holm 法对此处检验的 ${tests} 个指标校正，结论以此为准；区间仅就单个指标而言。`,
  }[lang];
  const typed = (column: ResultColumn): ResultColumn => {
    if (column.id === 'p_adjusted') return { ...column, basis: adjusted };
    if (figures.has(column.id)) return { ...column, type_from: 'shows' };
    return perDay.has(column.id) ? { ...column, type_from: 'shows_per_day' } : column;
  };
  return [
    text('title', { en: 'Name', 'zh-CN': '名称' }[lang]),
    ...columns.slice(0, -1).map(typed),
    text('meaning', { en: 'Meaning', 'zh-CN': '含义' }[lang]),
    ...columns.slice(-1),
  ];
}

function wordsIn(words: Readonly<Record<string, Localized>>, lang: Lang): Map<string, string> {
  return new Map(Object.entries(words).map(([id, word]) => [id, word[lang]]));
}
