import { sql } from '../engine/sql.ts';
import { unitWord } from '../i18n/report-words.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import { measureOf, type Verdict } from '../metrics/changes/change-rows.ts';
import { declared } from '../metrics/changes/measures.ts';
import type { ResultColumn, TableSection } from '../result/result.ts';
import { metricSection, type Pick } from './metric-section.ts';
import type { ScoreInput } from './score-settings.ts';

const figures: ReadonlySet<string> = new Set(['before', 'after', 'difference', 'low', 'high']);

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
  'n_before',
  'n_after',
  'test',
  'unit',
  'shows',
  'measure',
].map((column) => ({ metric: 'period_changes', column }));

const verdictWords: Readonly<Record<Verdict, Localized>> = {
  more_than_chance: { en: 'more than chance', 'zh-CN': '超出随机波动' },
  within_chance: { en: 'within chance', 'zh-CN': '属随机波动' },
  cannot_tell: { en: 'cannot tell', 'zh-CN': '无法判断' },
  see_per_day: { en: 'see per day', 'zh-CN': '见日均' },
  lengths_differ: { en: 'lengths differ', 'zh-CN': '时长不同，不可比' },
};

const testWords: Readonly<Record<string, Localized>> = {
  bootstrap: { en: 'bootstrap of customers', 'zh-CN': '按客户自助抽样' },
  score: { en: 'two proportions, score', 'zh-CN': '两比例 score 检验' },
  fisher: { en: 'two proportions, Fisher', 'zh-CN': '两比例 Fisher 检验' },
  poisson: { en: 'Poisson rates', 'zh-CN': '泊松率检验' },
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
  for (const row of section.rows) {
    const { id, perDay } = measureOf(String(row['measure']));
    const { title, meaning } = declared({ id });
    row['title'] = perDay ? { en: `${title.en} per day`, 'zh-CN': `日均${title['zh-CN']}` }[lang] : title[lang];
    row['meaning'] = meaning[lang];
    row['unit'] = typeof row['unit'] === 'string' ? unitWord(row['unit'], lang) : null;
  }
  return { ...section, columns: columnsOf(section.columns, lang) };
}

/** The name first, the id last. */
function columnsOf(columns: readonly ResultColumn[], lang: Lang): ResultColumn[] {
  const text = (id: string, title: string): ResultColumn => ({ id, title, type: 'text', unit: null, basis: null });
  return [
    text('title', { en: 'Name', 'zh-CN': '名称' }[lang]),
    ...columns.slice(0, -1).map((column) => (figures.has(column.id) ? { ...column, type_from: 'shows' } : column)),
    text('meaning', { en: 'Meaning', 'zh-CN': '含义' }[lang]),
    ...columns.slice(-1),
  ];
}

function wordsIn(words: Readonly<Record<string, Localized>>, lang: Lang): Map<string, string> {
  return new Map(Object.entries(words).map(([id, word]) => [id, word[lang]]));
}
