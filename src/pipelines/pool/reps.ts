import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { byWhen } from './differing-groups.ts';
import { differs, figureOf, measureColumn, verdictWords } from './group-words.ts';
import { rateText } from './rate-text.ts';
import type { PoolInput } from './run.ts';

const metric = 'rep_conversion';

/** What each rep converts of the leads taken, how sure that is, and whether reps differ at all: those who differ first, then by likely rate. */
export async function repsSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from rep_conversion
    order by case verdict when 'below' then 1 when 'above' then 2 else 3 end, shrunk desc nulls last, leads desc nulls last, rep`);
  const timed = rows[0]?.['measure'] !== 'rate';
  return table<ResultRow>(
    lang,
    {
      id: 'reps',
      name: both('Conversion by rep', '各销售的转化'),
      title: titleOf(rows),
      chart: { kind: 'dots', label: 'rep', value: 'shrunk', low: 'shrunk_low', high: 'shrunk_high', against: 'usual_rate' },
      glance: {
        first: ['rep', 'leads', timed ? 'incidence' : 'rate', 'shrunk', 'rank_low', 'rank_high', 'verdict'],
        hidden: ['measure', 'equal_p', 'all_reps', 'usual_rate'],
      },
    },
    {
      ...metricColumns(metric, 'rep', 'leads', 'converted', 'held', 'rate'),
      ...byAge(numberOf(rows[0]?.['age'])),
      ...metricColumns(metric, 'shrunk', 'shrunk_low', 'shrunk_high', 'all_reps', 'usual_rate', 'rank_low', 'rank_high'),
      verdict: {
        ...metricHeading(metric, 'verdict'),
        value: ({ verdict = null }) => verdictWords[String(verdict)]!,
        code: ({ verdict = null }) => verdict,
      },
      ...metricColumns(metric, 'equal_p'),
      measure: { ...metricHeading(metric, 'measure'), type: 'text', ...measureColumn },
    },
    rows,
  );
}

function byAge(age: number | null): Columns<ResultRow> {
  const titles = {
    incidence: both(`By day ${age ?? '?'}`, `${age ?? '?'} 天内转化率`),
    incidence_low: both(`By day ${age ?? '?'}, low`, `${age ?? '?'} 天内转化率下限`),
    incidence_high: both(`By day ${age ?? '?'}, high`, `${age ?? '?'} 天内转化率上限`),
  };
  return Object.fromEntries(
    Object.entries(titles).map(([id, title]) => [id, { ...metricHeading(metric, id), title, value: (row: ResultRow) => row[id] ?? null }]),
  );
}

/** Who differs most in a line, against those who are alike; or that nobody does. */
function titleOf(rows: readonly ResultRow[]): Localized {
  const [first] = rows;
  const all = numberOf(first?.['all_reps']);
  if (first === undefined || all === null) return both('Conversion by rep', '各销售的转化');
  const by = byWhen(first);
  const named = rows.filter((row) => differs(row) && figureOf(row) !== null);
  if (named.length === 0)
    return both(
      `No rep converts detectably more or less than the others: all reps ${rateText(all)} of the leads taken${by.en}`,
      `各销售转化率没有可见差异：全体取得的线索${by['zh-CN']}转化 ${rateText(all)}`,
    );
  const lowest = named[0]!;
  const own = rateText(figureOf(lowest) ?? 0);
  const usual = rateText(numberOf(lowest['usual_rate']) ?? 0);
  return both(
    `${String(lowest['rep'])} converts ${own} of the leads taken${by.en}, reps in the usual range ${usual}: more than chance`,
    `${String(lowest['rep'])}取得的线索${by['zh-CN']}转化 ${own}，常态范围内的销售 ${usual}，超出随机波动`,
  );
}
