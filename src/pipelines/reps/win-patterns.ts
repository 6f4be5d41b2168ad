import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { percentText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { attributeWords, caseWords, kindNamed, kindWords, resultWords } from './case-words.ts';
import type { RepsInput } from './run.ts';

/** What is won more and less often, whoever works on it: what holds first, the surest before the others. */
export function patternRows({ engine }: RepsInput): Promise<ResultRow[]> {
  return engine.rows<ResultRow>(sql`
    select * from win_patterns
    order by case when verdict = 'within' then 2 else 1 end, abs(score) desc nulls last, attribute, kind`);
}

const verdictWords: Readonly<Record<string, Localized>> = {
  above: both('more often', '更易成功'),
  below: both('less often', '更难成功'),
  within: both('within chance', '随机范围内'),
};

export function winPatternsSection({ lang, money }: RepsInput, rows: readonly ResultRow[]): TableSection {
  const words = caseWords[String(rows[0]?.['of'] ?? 'deals')]!;
  const holding = rows.filter(({ verdict }) => verdict !== 'within').length;
  return table<ResultRow>(
    lang,
    {
      id: 'win_patterns',
      name: both('Patterns of success', '成功与失败规律'),
      title:
        holding === 0
          ? both(`Patterns: none of ${rows.length} kinds differs beyond chance`, `成功与失败规律：${rows.length} 种类型均无站得住的差别`)
          : both(
              `Patterns: ${holding} of ${rows.length} kinds differ beyond chance (association, not cause)`,
              `成功与失败规律：${rows.length} 种类型中 ${holding} 种差别站得住（相关，非因果）`,
            ),
      place: holding === 0 ? 'detail' : 'answer',
      chart: { kind: 'dots', label: 'kind', value: 'rate', low: 'rate_low', high: 'rate_high', against: 'expected_rate' },
      glance: {
        first: ['attribute', 'kind', 'successes', 'cases', 'rate', 'expected_rate', 'verdict'],
        most: 5,
        hidden: ['rate_low', 'rate_high', 'of'],
      },
    },
    {
      attribute: {
        ...metricHeading('win_patterns', 'attribute'),
        type: 'text',
        value: ({ attribute }) => attributeWords[String(attribute)]!,
        code: ({ attribute = null }) => attribute,
      },
      kind: {
        ...metricHeading('win_patterns', 'kind'),
        value: ({ attribute, kind }) => kindWords(String(attribute), String(kind), money),
        code: ({ kind = null }) => kind,
      },
      successes: { ...metricHeading('win_patterns', 'successes'), title: words.successes, value: ({ successes = null }) => successes },
      cases: { ...metricHeading('win_patterns', 'cases'), title: words.cases, value: ({ cases = null }) => cases },
      rate: { ...metricHeading('win_patterns', 'rate'), title: words.rate, value: ({ rate = null }) => rate },
      ...metricColumns('win_patterns', 'rate_low', 'rate_high', 'expected_rate'),
      verdict: {
        ...metricHeading('win_patterns', 'verdict'),
        type: 'text',
        value: ({ verdict }) => verdictWords[String(verdict)]!,
        code: ({ verdict = null }) => verdict,
      },
      ...metricColumns('win_patterns', 'p', 'score', 'of'),
    },
    rows,
  );
}

/** The surest pattern of success, and of failure, of what can be acted on: how long a deal took is known too late. Null where none holds. */
export function patternSentence(rows: readonly ResultRow[], money: RepsInput['money']): Localized | null {
  const [most, least] = ['above', 'below'].map((verdict) => rows.find((row) => row['verdict'] === verdict && row['attribute'] !== 'cycle'));
  const parts = [
    ...(most === undefined ? [] : [told(['easiest with', '最易成功'], most, money)]),
    ...(least === undefined ? [] : [told(['hardest with', '最难成功'], least, money)]),
  ];
  if (parts.length === 0) return null;
  return both(
    `Whoever works on it, success comes ${parts.map(({ en }) => en).join(', ')}.`,
    `不论由谁经办，${parts.map((part) => part['zh-CN']).join('，')}。`,
  );
}

function told([en, zh]: readonly [string, string], row: ResultRow, money: RepsInput['money']): Localized {
  const named = kindNamed(row['attribute'] ?? null, row['kind'] ?? null, money);
  const result = resultWords(row['of'] ?? null, row['successes'] ?? null, row['cases'] ?? null);
  const usual = percentText(numberOf(row['expected_rate']) ?? 0);
  return both(`${en} ${named.en} (${result.en}; usual rate ${usual})`, `${named['zh-CN']}${zh}（${result['zh-CN']}；一般为 ${usual}）`);
}
