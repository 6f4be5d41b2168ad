import { sql } from '../../engine/sql.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

interface CutRow {
  readonly [column: string]: ResultCell;
  readonly measure: string;
  readonly score: number;
  readonly customers: number;
  readonly cut: number | null;
  readonly value: number | null;
}

/** One row a measure and score, from the smallest values up: the cut that ends it (none for the last), what it means, who has the score. */
export async function cutPointsSection({ engine, lang, settings }: ScoreInput): Promise<TableSection> {
  const found = await engine.rows<CutRow>(sql`
    select counts.measure, counts.score, counts.customers, cuts.cut, cuts.value
    from rfm_score_counts as counts
    join (select measure from rfm_cuts group by measure) as with_cuts on with_cuts.measure = counts.measure
    left join rfm_cuts as cuts
      on cuts.measure = counts.measure and cuts.cut = case when counts.measure = 'recency' then 6 - counts.score else counts.score end
    order by case counts.measure when 'recency' then 1 when 'frequency' then 2 else 3 end, cuts.cut nulls last`);
  const signs = settings.rfm.method === 'rfm-compat' ? ({ below: '<', above: '≥' } as const) : ({ below: '≤', above: '>' } as const);
  return table<readonly [CutRow, CutRow | undefined]>(
    lang,
    { id: 'cut_points', title: { en: 'RFM cut points', 'zh-CN': 'RFM 切分点' }, place: 'detail' },
    {
      measure: {
        ...metricHeading('rfm_cuts', 'measure'),
        type: 'text',
        value: ([{ measure }]) => measureWords[measure]?.[lang] ?? measure,
        code: ([{ measure }]) => measure,
      },
      cut: { ...metricHeading('rfm_cuts', 'cut'), value: ([row]) => row.cut },
      value: { ...metricHeading('rfm_cuts', 'value'), value: ([row]) => row.value },
      scores: {
        title: { en: 'Scores', 'zh-CN': '评分规则' },
        type: 'text',
        basis: {
          en: 'The score of the values up to the cut and above the one before.',
          'zh-CN': '该分界点以内、上一分界点以外的取值所得分数。',
        },
        value: ([row, before]) => meaning(row, before, signs)[lang],
      },
      customers: { ...metricHeading('rfm_score_counts', 'customers'), value: ([row]) => row.customers },
    },
    found.map((row, index) => [row, found[index - 1]]),
  );
}

interface Signs {
  readonly below: '<' | '≤';
  readonly above: '≥' | '>';
}

/** `5 if ≤ 20.8`; where two cuts coincide nobody has the score between them; the last score has no cut and takes what is above. */
function meaning({ measure, score, value }: CutRow, before: CutRow | undefined, { below, above }: Signs): Localized {
  const last = before?.measure === measure ? before.value : null;
  if (value !== null && value === last) return { en: `${score} does not occur`, 'zh-CN': `没有 ${score} 分` };
  const bound = value ?? last;
  if (bound === null) return { en: `${score} otherwise`, 'zh-CN': `其余 → ${score} 分` };
  const range = `${value === null ? above : below} ${short(bound)}`;
  return { en: `${score} if ${range}`, 'zh-CN': `${range}${measure === 'recency' ? ' 天' : ''} → ${score} 分` };
}

/** At most two decimals, four significant digits below 1. */
function short(value: number): string {
  return Math.abs(value) < 1 ? String(Number(value.toPrecision(4))) : String(Number(value.toFixed(2)));
}

const measureWords: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  recency: { en: 'Recency (days)', 'zh-CN': '最近购买（天）' },
  frequency: { en: 'Frequency (orders)', 'zh-CN': '购买频率（次）' },
  monetary: { en: 'Monetary (revenue)', 'zh-CN': '消费金额' },
};
