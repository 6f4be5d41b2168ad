import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { oneDecimal } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { attributeWords, caseWords, kindNamed, kindWords, resultWords } from './case-words.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

/** Where reps do better and worse than expected: what holds first, then what comes nearest to it. */
export function strengthRows({ engine }: RepsInput, { chosen }: People): Promise<ResultRow[]> {
  return engine.rows<ResultRow>(sql`
    select * from rep_advantages
    where ${chosen(sql`rep`)}
    order by case verdict when 'above' then 1 when 'below' then 2 else 3 end, case when verdict = 'within' then 0 else p end,
      case verdict when 'below' then score else -score end, rep, attribute, kind`);
}

const verdictWords: Readonly<Record<string, Localized>> = {
  above: both('strength', '特长'),
  below: both('weakness', '短板'),
  within: both('within chance', '随机范围内'),
};

/** What each rep is given and kept from, by kind of case. */
export function strengthsSection({ lang, money }: RepsInput, rows: readonly ResultRow[]): TableSection {
  const words = caseWords[String(rows[0]?.['of'] ?? 'deals')]!;
  return table<ResultRow>(
    lang,
    {
      id: 'strengths',
      name: both('Strengths of reps', '销售特长'),
      title: titleOf(rows, money),
      chart: { kind: 'dots', label: 'rep', value: 'likely_rate', low: 'likely_low', high: 'likely_high', against: 'expected_rate' },
      glance: {
        first: ['rep', 'attribute', 'kind', 'successes', 'cases', 'expected', 'verdict'],
        most: 5,
        hidden: ['likely_low', 'likely_high', 'of'],
      },
    },
    {
      rep: repColumn,
      attribute: {
        ...metricHeading('rep_advantages', 'attribute'),
        type: 'text',
        value: ({ attribute }) => attributeWords[String(attribute)]!,
        code: ({ attribute = null }) => attribute,
      },
      kind: {
        ...metricHeading('rep_advantages', 'kind'),
        value: ({ attribute, kind }) => kindWords(String(attribute), String(kind), money),
        code: ({ kind = null }) => kind,
      },
      successes: { ...metricHeading('rep_advantages', 'successes'), title: words.successes, value: ({ successes = null }) => successes },
      cases: { ...metricHeading('rep_advantages', 'cases'), title: words.cases, value: ({ cases = null }) => cases },
      ...metricColumns('rep_advantages', 'expected'),
      rate: { ...metricHeading('rep_advantages', 'rate'), title: words.rate, value: ({ rate = null }) => rate },
      ...metricColumns('rep_advantages', 'expected_rate', 'likely_rate', 'likely_low', 'likely_high'),
      verdict: {
        ...metricHeading('rep_advantages', 'verdict'),
        type: 'text',
        value: ({ verdict }) => verdictWords[String(verdict)]!,
        code: ({ verdict = null }) => verdict,
      },
      ...metricColumns('rep_advantages', 'p', 'score', 'needed', 'of'),
    },
    rows,
  );
}

/** What holds; where nothing does, what it would take. */
function titleOf(rows: readonly ResultRow[], money: RepsInput['money']): Localized {
  const [first] = rows;
  if (first === undefined) return both('Strengths: too little to tell, or one rep alone', '销售特长：数据太少或只有一名销售，无法判断');
  const count = (verdict: string): number => rows.filter((row) => row['verdict'] === verdict).length;
  const [above, below] = [count('above'), count('below')];
  if (above + below > 0)
    return both(
      `Strengths beyond chance: ${above}, weaknesses: ${below}, of ${rows.length} looked at`,
      `站得住的特长 ${above} 处、短板 ${below} 处（共检验 ${rows.length} 处）`,
    );
  const [named, result] = [
    kindNamed(first['attribute'] ?? null, first['kind'] ?? null, money),
    resultWords(first['of'] ?? null, first['successes'] ?? null, first['cases'] ?? null),
  ];
  const [expected, needed, rep] = [oneDecimal(numberOf(first['expected']) ?? 0), String(first['needed']), String(first['rep'])];
  const unit = caseWords[String(first['of'])]!.named;
  return both(
    `Strengths: none holds yet; nearest ${rep}, ${named.en} (${result.en}, expected ${expected}), which would hold from about ${needed} ${unit.en} on`,
    `销售特长：尚无站得住的；最接近的是${rep}，${named['zh-CN']}（${result['zh-CN']}，预期 ${expected}），差距不变约需 ${needed} 个${unit['zh-CN']}才能确认`,
  );
}

/** Whom to give which cases to, and from whom to keep which; null where nothing holds. */
export function strengthsSentence(rows: readonly ResultRow[], money: RepsInput['money']): Localized | null {
  const best = rows.find(({ verdict }) => verdict === 'above');
  const worst = rows.find(({ verdict }) => verdict === 'below');
  const told = (row: ResultRow): Localized => {
    const [named, result] = [
      kindNamed(row['attribute'] ?? null, row['kind'] ?? null, money),
      resultWords(row['of'] ?? null, row['successes'] ?? null, row['cases'] ?? null),
    ];
    const expected = oneDecimal(numberOf(row['expected']) ?? 0);
    return both(`${named.en} (${result.en}, expected ${expected})`, `${named['zh-CN']}（${result['zh-CN']}，预期 ${expected}）`);
  };
  const parts = [
    ...(best === undefined
      ? []
      : [both(`give ${String(best['rep'])} more of ${told(best).en}`, `${told(best)['zh-CN']}优先分给${String(best['rep'])}`)]),
    ...(worst === undefined
      ? []
      : [
          both(
            `help ${String(worst['rep'])} with, or take away, ${told(worst).en}`,
            `${told(worst)['zh-CN']}由${String(worst['rep'])}转出或派人协助`,
          ),
        ]),
  ];
  if (parts.length === 0) return null;
  return both(`To do: ${parts.map(({ en }) => en).join('; ')}.`, `分工建议：${parts.map((part) => part['zh-CN']).join('；')}。`);
}
