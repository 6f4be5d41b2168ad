import { join, sql, trusted } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { rankMeasures } from '../../metrics/reps/parts/rank-measures.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Column, Columns } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import { bonusColumns } from './bonus.ts';
import type { RepsInput } from './run.ts';

export const verdictWords: Readonly<Record<string, Localized>> = {
  above: both('better', '好于他人'),
  within: both('within chance', '随机范围内'),
  below: both('worse', '低于他人'),
  none: both('no results', '无业绩，不排名'),
};

/** Reps by rank with the range of it, and all their measures; those with nothing to rank by behind them, managers without results left out. */
export function rankingRows({ engine }: RepsInput, { chosen }: People): Promise<ResultRow[]> {
  const pivot = rankMeasures.flatMap(({ id }) => [
    sql`max(value) filter (where measure = ${id}) as ${trusted(id)}`,
    sql`max(score) filter (where measure = ${id}) as ${trusted(`${id}_points`)}`,
    sql`max(weight) filter (where measure = ${id}) as ${trusted(`${id}_weight`)}`,
  ]);
  const names = rankMeasures.flatMap(({ id }) => [id, `${id}_points`, `${id}_weight`]);
  return engine.rows<ResultRow>(sql`
    with measured as (select rep, ${join(pivot)} from rep_measures group by rep)
    select
      ranking.*, people.team, people.manager, expected.book, expected.expected, expected.like_for_like, expected.like_rank,
      ${join(names.map((name) => sql`measured.${trusted(name)}`))}
    from rep_ranking as ranking
    left join measured on measured.rep = ranking.rep
    left join rep_people as people on people.rep = ranking.rep
    left join rep_expected as expected on expected.rep = ranking.rep
    where (ranking.is_ranked or (people.is_listed and people.leads = 0)) and ${chosen(sql`ranking.rep`)}
    order by ranking.rank, ranking.rep`);
}

/** The ranking; its title says whether anybody can be told apart. */
export function rankingSection({ lang, settings, rep, manager }: RepsInput, rows: readonly ResultRow[]): TableSection {
  return table<ResultRow>(
    lang,
    {
      id: 'ranking',
      name: both('Ranking of reps', '销售排名'),
      title: titleOf(rows, rep === null && manager === null),
      chart: { kind: 'dots', label: 'rep', value: 'rank', low: 'rank_low', high: 'rank_high' },
      glance: {
        first: [
          'rep',
          'rank',
          'rank_range',
          ...(rows.some(({ attainment = null }) => attainment !== null) ? ['attainment'] : []),
          ...(settings.bonus.length === 0 ? [] : ['bonus']),
          'like_rank',
          'verdict',
          'stands_out',
        ],
        most: 20,
        hidden: ['rank_low', 'rank_high', 'groups'],
      },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      ...metricColumns('rep_ranking', 'rank'),
      rank_range: {
        title: both('Range of rank', '名次区间'),
        type: 'text',
        basis: metricHeading('rep_ranking', 'rank_low').basis,
        value: ({ rank_low: low = null, rank_high: high = null }) => (low === null ? null : `${low}–${high}`),
      },
      ...metricColumns('rep_ranking', 'rank_low', 'rank_high', 'rank_group', 'groups'),
      ...bonusColumns(settings.bonus),
      verdict: {
        ...metricHeading('rep_ranking', 'verdict'),
        type: 'text',
        value: ({ verdict }) => verdictWords[String(verdict ?? 'none')]!,
        code: ({ verdict }) => verdict ?? 'none',
      },
      stands_out: {
        title: both('Stands out by', '突出之处'),
        type: 'text',
        basis: both(
          'The measures whose points times weight lie farthest above (+) and below (−) the median of the reps.',
          '得分 × 权重偏离中位数最多的指标：+ 高于，− 低于。',
        ),
        value: standsOut,
      },
      score: scoreColumn(rows),
      ...metricColumns('rep_ranking', 'shrunk', 'customers'),
      ...metricColumns('rep_expected', 'book', 'expected', 'like_for_like', 'like_rank'),
      ...measureColumns(),
    },
    rows,
  );
}

function titleOf(rows: readonly ResultRow[], isAlone: boolean): Localized {
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  if (rows.length === 1 && isAlone) return both('Measures of the rep: nobody to compare with', '销售指标：没有可比对象');
  if (ranked > 1 && rows.every(({ verdict }) => verdict === null || verdict === 'within'))
    return both('Ranking of reps: no difference that would hold', '销售排名：没有站得住的差别');
  return both('Ranking of reps', '销售排名');
}

/** The composite; its basis names the weights that were used. */
function scoreColumn(rows: readonly ResultRow[]): Column<ResultRow> {
  const used = rankMeasures.flatMap(({ id, title }) => {
    const weight = rows.map((row) => numberOf(row[`${id}_weight`])).find((each) => each !== null);
    return weight === undefined ? [] : [{ title, weight: weight ?? 0 }];
  });
  const { basis, ...heading } = metricHeading('rep_ranking', 'score');
  return {
    ...heading,
    basis: both(
      `${basis.en} Weights: ${used.map(({ title, weight }) => `${title.en.toLowerCase()} ${weight}`).join(', ')}.`,
      `${basis['zh-CN']}权重：${used.map(({ title, weight }) => `${title['zh-CN']} ${weight}`).join('，')}。`,
    ),
    value: ({ score = null }) => score,
  };
}

function measureColumns(): Columns<ResultRow> {
  return Object.fromEntries(
    rankMeasures.map(({ id, title, meaning, shows }) => [
      id,
      {
        title,
        type: shows,
        basis: meaning,
        metric: 'rep_measures',
        value: (row: ResultRow) => row[id] ?? null,
      } satisfies Column<ResultRow>,
    ]),
  );
}

/** Points from the median below which a measure says nothing. */
const leastPoints = 15;

/** The measure that lifts the composite of a rep most, and the one that lowers it most: `+ revenue, − NRR`. */
function standsOut(row: ResultRow): Localized | null {
  const pulls = pullsOf(row);
  const [best, worst] = [pulls[0], pulls.at(-1)];
  const parts = [
    ...(best !== undefined && best.pull > 0 ? [{ sign: '+', words: best.words }] : []),
    ...(worst !== undefined && worst.pull < 0 ? [{ sign: '−', words: worst.words }] : []),
  ];
  if (parts.length === 0) return null;
  return both(
    parts.map(({ sign, words }) => `${sign} ${words.en}`).join(', '),
    parts.map(({ sign, words }) => `${sign}${words['zh-CN']}`).join('，'),
  );
}

interface Pull {
  readonly words: Localized;
  readonly pull: number;
}

/** What moves the composite of a rep from the middle, upward first; a measure close to the median does not. */
export function pullsOf(row: ResultRow): Pull[] {
  return rankMeasures
    .flatMap((measure) => {
      const points = (numberOf(row[`${measure.id}_points`]) ?? 50) - 50;
      if (Math.abs(points) < leastPoints) return [];
      return [{ words: wordsOf(measure, points > 0), pull: points * (numberOf(row[`${measure.id}_weight`]) ?? 0) }];
    })
    .toSorted((one, other) => other.pull - one.pull);
}

/** The measure in the middle of a sentence. */
function wordsOf({ title, called }: (typeof rankMeasures)[number], isWell: boolean): Localized {
  if (called !== undefined) return isWell ? called.well : called.badly;
  const isShort = title.en === title.en.toUpperCase();
  return both(isShort ? title.en : `${title.en[0]!.toLowerCase()}${title.en.slice(1)}`, title['zh-CN']);
}
