import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

const noScale = { empty: both('There are no answers, or they lie on no such scale.', '没有回答，或不属于已知的量表。') };

/** So many answers of 1 without any 0 do not come of a scale that begins at 0. */
const tellingOnes = 8;

/** Fewer answers do not tell a scale of five points from eleven. */
const tellingAnswers = 10;

export const surveyScales = defineMetric({
  id: 'survey_scales',
  question: both('On which scales were the answers given?', '各项评分用的是什么量表？'),
  grain: ['measure'],
  columns: {
    measure: column.id(
      both('Measure', '指标'),
      both('nps: likelihood to recommend; csat: overall satisfaction.', 'nps 推荐意愿；csat 总体满意度。'),
    ),
    answers: column.count(
      both('Answers', '回答数'),
      both('Answers up to the as-of date; blanks are none.', '截止日前的回答数，空白不计。'),
    ),
    lowest: column.exact(both('Lowest', '最低分'), both('Lowest answer.', '最低的回答。'), noScale),
    highest: column.exact(both('Highest', '最高分'), both('Highest answer.', '最高的回答。'), noScale),
    scale: column.id(
      both('Scale', '量表'),
      both(
        `0_10 for NPS. 1_5: at least ${tellingAnswers} answers, none outside 1 to 5; 1_10: at least ${tellingOnes} ones and no 0; other: more than half outside 0 to 10; none of these is NPS. Of satisfaction 1_5, 1_7, 1_10 or 1_100 by the highest answer.`,
        `NPS 为 0_10；1_5：至少 ${tellingAnswers} 个回答且都在 1 至 5；1_10：至少 ${tellingOnes} 个 1 分且没有 0 分；other：半数以上不在 0 至 10；后三者都不是 NPS。满意度按最高分为 1_5、1_7、1_10 或 1_100。`,
      ),
      noScale,
    ),
    good_from: column.count(
      both('Good from', '满意起点'),
      both(
        'Answers from here on count as promoters (9 of 10), or as satisfied: the top two points of 5, 7 or 10, and 80 of 100.',
        '从此分起计为推荐者（9 分）或满意：5、7、10 分制的最高两档，百分制为 80 分。',
      ),
      noScale,
    ),
    bad_to: column.count(
      both('Bad up to', '不满意上限'),
      both(
        'Answers up to here count as detractors (6 of 10), or as dissatisfied: the lowest two points of 5, three of 7, four of 10, and 40 of 100.',
        '不高于此分计为贬损者（6 分）或不满意：5 分制最低两档、7 分制三档、10 分制四档，百分制为 40 分。',
      ),
      noScale,
    ),
    outside: column.count(
      both('Not on the scale', '超出量表'),
      both(
        'Answers that are set aside: below or above the scale, or all of them where it is not NPS.',
        '不计入的回答：超出量表，或整列不是 NPS。',
      ),
    ),
  },
  requires: [['feedback.nps', 'feedback.csat']],
  reads: ['feedback.at'],
  uses: [],
  source:
    'Reichheld (2003), Harvard Business Review 81(12), 46-54: 0 to 10, promoters from 9, detractors up to 6; scales of satisfaction by what was answered.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    with answers as (
      select 'nps' as measure, cast(nps as decimal(18,6)) as answer, cast(feedback.at as date) as day from feedback where nps is not null
      union all
      select 'csat' as measure, cast(csat as decimal(18,6)) as answer, cast(feedback.at as date) as day from feedback where csat is not null
    ),
    counted as (
      select
        measure,
        count(*) as answers,
        min(answer) as lowest,
        max(answer) as highest,
        count(*) filter (where answer < 0 or answer > 10) as beyond_ten,
        count(*) filter (where answer < 1 or answer > 5) as beyond_five,
        count(*) filter (where answer = 0) as zeros,
        count(*) filter (where answer = 1) as ones,
        count(*) filter (where answer < 0 or answer > 100) as beyond_hundred
      from answers
      where day is null or day <= coalesce(${as_of}::date, '9999-12-31'::date)
      group by measure
    ),
    judged as (
      select
        counted.*,
        case
          when measure = 'nps' and beyond_ten * 2 > answers then 'other'
          when measure = 'nps' and beyond_five = 0 and answers >= ${tellingAnswers} then '1_5'
          when measure = 'nps' and zeros = 0 and ones >= ${tellingOnes} then '1_10'
          when measure = 'nps' then '0_10'
          when highest <= 0 then null
          when highest <= 5 then '1_5'
          when highest <= 7 then '1_7'
          when highest <= 10 then '1_10'
          when highest <= 100 then '1_100'
        end as scale
      from counted
    )
    select
      measure, answers, lowest, highest, scale,
      case
        when measure = 'nps' then case when scale = '0_10' then 9 end
        else case scale when '1_5' then 4 when '1_7' then 6 when '1_10' then 9 when '1_100' then 80 end
      end as good_from,
      case
        when measure = 'nps' then case when scale = '0_10' then 6 end
        else case scale when '1_5' then 2 when '1_7' then 3 when '1_10' then 4 when '1_100' then 40 end
      end as bad_to,
      case
        when measure = 'nps' then case when scale = '0_10' then beyond_ten else answers end
        else case when scale is null then answers else beyond_hundred end
      end as outside
    from judged`,
});
