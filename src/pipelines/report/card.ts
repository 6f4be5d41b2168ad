import { analysisOptions, type Card } from '../../config/card.ts';
import { filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';
import { type Chapter, chapters } from './chapters.ts';

export const reportCard = {
  name: 'report',
  title: both('Monthly review', '月度经营评审'),
  summary: both('the monthly review: one page and one workbook of everything', '月度评审：一页网页、一个工作簿，汇总全部分析'),
  description: both(
    'Reads the exports once, runs compare, score, churn, cohorts, pool, targets track and reps on them, and arranges what they say: the period in one sentence, ten figures, what needs attention, what to do, then a chapter each. What the files do not allow is left out and said. The period is the last month that is over; --out review.html is a page, review.xlsx a workbook, review.json both for crm-eval render.',
    '一次读取全部导出文件，运行 compare、score、churn、cohorts、pool、targets track、reps，并汇总为：一句话结论、十个关键数字、需要关注、怎么做，以及各章节。文件不支持的内容会省略并说明。默认统计最近一个完整的月；--out 评审.html 为网页，评审.xlsx 为工作簿，评审.json 可再用 crm-eval render 输出。',
  ),
  arguments: [filesArgument],
  options: {
    layout: {
      flags: '--layout <name>',
      text: both('what is in it', '包含哪些章节'),
      default: 'monthly',
      takes: { kind: 'choice', values: ['monthly', 'customers', 'pool', 'reps', 'targets'] },
    },
  },
  shared: analysisOptions,
  sections: [
    { id: 'figures', holds: both('ten figures with target, change and verdict', '十个关键数字：目标、变化与结论') },
    { id: 'attention', holds: both('what needs attention, most urgent first', '需要关注的事项，最紧急的在前') },
    { id: 'actions', holds: both('what to do, as reps lists it', '怎么做，与 reps 的行动清单一致') },
    ...Object.values(chapters).flatMap((chapter: Chapter) =>
      chapter.parts.map(({ id, command, from }) => ({
        id: `${chapter.id}_${id}`,
        holds:
          typeof from === 'string'
            ? both(`${from} of ${command}`, `${command} 的 ${from}`)
            : both(`made of what ${command} says`, `由 ${command} 的结果编成`),
      })),
    ),
    { id: 'figure_history', holds: both('the earlier months of the figures', '关键数字的逐月历史') },
  ],
  examples: ['crm-eval report exports --out review.html', 'crm-eval report exports --period last-month --out review.xlsx --lang zh'],
} as const satisfies Card;
