import { type Card, filesArgument, scopedOptions } from '../../config/card.ts';
import { setOptions } from '../../config/set-options.ts';
import { both } from '../../lib/localized.ts';
import type { Chapter } from './chapter.ts';
import { chapters } from './chapters.ts';

export const reportCard = {
  name: 'report',
  title: both('Monthly review', '月度经营评审'),
  summary: both('the monthly review: one page and one workbook of everything', '月度评审：一页网页、一个工作簿，汇总全部分析'),
  description: both(
    'Reads the exports once, runs compare, score, churn, cohorts, pool, targets track and reps on them, and arranges what they say: the period in one sentence, ten figures, what needs attention, what to do, then a chapter each. What the files do not allow is left out and said. The period is the last month that is over; --to reviews/{period} writes page and workbook as one set; --out review.html is a page, review.xlsx a workbook, review.json both for crm-eval render.',
    '一次读取全部导出文件，运行 compare、score、churn、cohorts、pool、targets track、reps，并汇总为：一句话结论、十个关键数字、需要关注、怎么做，以及各章节。文件不支持的内容会省略并说明。默认统计最近一个完整的月；--to 评审/{period} 把网页与工作簿作为一套写出；--out 评审.html 为网页，评审.xlsx 为工作簿，评审.json 可再用 crm-eval render 输出。',
  ),
  arguments: [filesArgument],
  options: {
    layout: {
      flags: '--layout <name>',
      text: both('what is in it', '包含哪些章节'),
      otherwise: both('monthly, or report.sections of the config', 'monthly，或配置中的 report.sections'),
      takes: { kind: 'choice', values: ['monthly', 'customers', 'pool', 'reps', 'targets'] },
    },
    ...setOptions,
    by: {
      flags: '--by <whom>',
      text: both(
        'whose files --split writes: owner (each rep), team, or manager (with all below)',
        '--split 按什么拆分：owner（每位销售）、team（团队）或 manager（主管，含全部下级）',
      ),
      otherwise: both('owner', 'owner'),
      takes: { kind: 'choice', values: ['owner', 'team', 'manager'] },
    },
    split: {
      flags: '--split',
      text: both(
        'with --to, files for each rep or team besides those of the whole, with their rows alone (as with --scope)',
        '与 --to 一起使用：除总体外，为每位销售或每个团队各写一份，只含其自身的数据（同 --scope）',
      ),
      takes: { kind: 'switch' },
    },
    notifyFile: {
      flags: '--notify-file <file>',
      text: both(
        'write a short text for mail or chat: the period in one sentence, figures, what needs attention, names of the files',
        '写出一段可用于邮件或企业微信、钉钉的短文：一句话结论、关键数字、需要关注与文件名',
      ),
      takes: { kind: 'file' },
    },
  },
  shared: scopedOptions.filter((name) => name !== 'split'),
  sections: [
    {
      id: 'figures',
      holds: both('ten figures with target, change and verdict', '十个关键数字：目标、变化与结论'),
      list: {
        name: both('figures', '关键数字'),
        entered: both('{n} new {n|figure|figures}', '新增 {n} 个数字'),
        judged: true,
        mayLack: true,
      },
    },
    {
      id: 'attention',
      holds: both(
        'what needs attention, most urgent first; with --since also since (what is new) and reps_last_review',
        '需要关注的事项，最紧急的在前；使用 --since 时另有 since（变化）与 reps_last_review',
      ),
      list: {
        name: both('attention', '需要关注'),
        entered: both('{n} new {n|item|items} need attention', '新增需要关注 {n} 项'),
        judged: true,
      },
    },
    { id: 'action_kinds', holds: both('what to do, kind by kind', '怎么做，按类别汇总') },
    {
      id: 'actions',
      holds: both('what to do, as reps lists it', '怎么做，与 reps 的行动清单一致'),
      list: {
        name: both('actions', '行动清单'),
        entered: both('{n} new {n|action|actions}', '新增 {n} 项行动'),
        judged: true,
        mayLack: true,
      },
    },
    ...Object.values(chapters).flatMap((chapter: Chapter) =>
      chapter.parts
        // What only --since has is said above.
        .filter(({ id }) => id !== 'last_review')
        .map(({ id, command, from }) => ({
          id: `${chapter.id}_${id}`,
          holds:
            typeof from === 'string'
              ? both(`${from} of ${command}`, `${command} 的 ${from}`)
              : both(`made of what ${command} says`, `由 ${command} 的结果编成`),
        })),
    ),
    { id: 'figure_history', holds: both('the earlier months of the figures', '关键数字的逐月历史') },
  ],
  examples: [
    'crm-eval report exports --out review.html',
    'crm-eval report exports --period last-month --to reviews/{period} --by owner --split',
    'crm-eval report exports --to reviews/{period} --with json --since reviews/2026-09/monthly-review-2026-09.json --notify-file notice.txt',
  ],
} as const satisfies Card;
