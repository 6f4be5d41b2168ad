import type { Engine } from '../../engine/engine.ts';
import { join, sql, trusted } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import { type FactorId } from '../../metrics/choices.ts';
import { factors } from '../../metrics/customers/parts/factors.ts';
import type { ResultCell } from '../../result/result.ts';
import { type ListColumn, listOfCodes, own, reads } from '../../views/list-columns.ts';

/** How many factors are named. */
const places = [1, 2, 3] as const;

const cells = ['factor', 'points_before', 'points_after'] as const;

/** A table of one row a customer: the factors whose part in the score changed most, and their points; of who has a score at both ends. */
export async function createScoreMoves(engine: Engine): Promise<void> {
  const moved = places.flatMap((place) =>
    cells.map((cell) => sql`max(${trusted(cell)}) filter (where place = ${place}) as ${trusted(`${cell}_${place}`)}`),
  );
  await engine.create(
    'score_moves',
    sql`
    with moves as (
      select
        later.customer_id,
        later.factor,
        later.factor_order,
        earlier.points as points_before,
        later.points as points_after,
        abs(coalesce(later.contribution, 0) - coalesce(earlier.contribution, 0)) as distance
      from score_factors as later
      join earlier_factors as earlier on earlier.customer_id = later.customer_id and earlier.factor_order = later.factor_order
    ),
    placed as (
      select moves.*, row_number() over (partition by customer_id order by distance desc nulls last, factor_order) as place
      from moves
      where distance > 0
    )
    select placed.customer_id, ${join(moved)}
    from placed
    join earlier_scores on earlier_scores.customer_id = placed.customer_id
    join customer_scores on customer_scores.customer_id = placed.customer_id
    where placed.place <= ${places.length} and earlier_scores.score is not null and customer_scores.score is not null
    group by placed.customer_id`,
  );
}

/** `Recency 92 → 31, …`: the factors by how much their part in the score changed; points are 0 to 100. */
export function scoreMoves(lang: Lang): ListColumn {
  const points = (value: ResultCell = null): string => (typeof value === 'number' ? String(Math.round(value)) : '–');
  return own(
    'reasons',
    {
      title: { en: 'What moved the score', 'zh-CN': '得分变动原因' },
      type: 'text',
      basis: {
        en: 'The three factors whose part in the score changed most, with their points (0 to 100) before and after.',
        'zh-CN': '对得分影响变化最大的三项指标及其前后得分（0–100）。',
      },
    },
    reads('score_moves', ...places.flatMap((place) => cells.map((cell) => `${cell}_${place}`))),
    (...read) => {
      const texts = places.flatMap((place) => {
        const [factor, before, after] = read.slice(cells.length * (place - 1));
        if (typeof factor !== 'string') return [];
        return [`${factors[factor as FactorId].title[lang]} ${points(before)} → ${points(after)}`];
      });
      return texts.length === 0 ? null : texts.join(lang === 'zh-CN' ? '、' : ', ');
    },
    (...read) => listOfCodes(places.map((place) => read[cells.length * (place - 1)] ?? null)),
  );
}
