import { sql } from '../../engine/sql.ts';
import type { Finding, ResultRow } from '../../result/result.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, percentText } from '../../views/number-words.ts';
import type { SatisfactionInput } from './run.ts';

/** What a reader has to know of the answers: their scale, what was set aside, who did not answer. */
export async function satisfactionFindings(input: SatisfactionInput): Promise<Finding[]> {
  return findingsOf([...(await scales(input)), ...(await undated(input)), ...(await silent(input))], input.lang);
}

async function scales({ engine }: SatisfactionInput): Promise<Note[]> {
  const [row] = await engine.rows<ResultRow>(sql`select * from survey_scales where measure = 'nps' and outside > 0`);
  if (row === undefined) return [];
  const [scale, answers, outside] = [String(row['scale']), numberOf(row['answers']) ?? 0, numberOf(row['outside']) ?? 0];
  if (scale === '0_10') return [noteOf(notes, 'nps-outside-scale', { answers, outside })];
  return [
    noteOf(notes, 'nps-scale-other', { answers, scale, lowest: numberOf(row['lowest']) ?? 0, highest: numberOf(row['highest']) ?? 0 }),
  ];
}

async function undated({ engine }: SatisfactionInput): Promise<Note[]> {
  const [row] = await engine.rows<{ n: number }>(sql`select count(*) as n from feedback_rows where day is null`);
  return (row?.n ?? 0) === 0 ? [] : [noteOf(notes, 'feedback-without-date', { rows: row!.n })];
}

async function silent({ engine, money }: SatisfactionInput): Promise<Note[]> {
  const rows = await engine.rows<ResultRow>(sql`select * from respondents order by answered`);
  const [answered, others] = ['answered', 'silent'].map((id) => rows.find((row) => row['answered'] === id));
  const figures = [answered, others].map((row) => ({
    customers: numberOf(row?.['customers']) ?? 0,
    revenue: numberOf(row?.['revenue_per_customer']),
    share: numberOf(row?.['revenue_share']),
  }));
  const [one, other] = figures as [(typeof figures)[number], (typeof figures)[number]];
  if (one.customers === 0 || other.customers === 0) return [];
  const amounts =
    one.revenue === null || other.revenue === null
      ? null
      : ([one.revenue, other.revenue].map((amount) => moneyText(amount, money)) as [string, string]);
  return [noteOf(notes, 'answers-of-some', { answered: one.customers, silent: other.customers, share: one.share, amounts })];
}

const notes = {
  'nps-scale-other': {
    level: 'warning',
    text: ({
      answers,
      scale,
      lowest,
      highest,
    }: {
      readonly answers: number;
      readonly scale: string;
      readonly lowest: number;
      readonly highest: number;
    }) => {
      const words =
        scale === '1_5'
          ? ['a scale of 1 to 5', '1–5 分制']
          : scale === '1_10'
            ? ['a scale of 1 to 10', '1–10 分制']
            : ['another scale than 0 to 10', '0–10 以外的量表'];
      return {
        message: {
          en: `the ${answers} answers read as NPS lie from ${lowest} to ${highest}, ${words[0]}: no NPS is computed of them`,
          'zh-CN': `作为 NPS 读取的 ${answers} 个回答在 ${lowest} 至 ${highest} 之间，是${words[1]}，不计算 NPS`,
        },
        fix: {
          en: 'if it is satisfaction, say so: --map feedback.csat=HEADER; NPS asks from 0 to 10',
          'zh-CN': '如为满意度，请指定 --map feedback.csat=列名；NPS 为 0–10 分',
        },
      };
    },
  },
  'nps-outside-scale': {
    level: 'warning',
    text: ({ answers, outside }: { readonly answers: number; readonly outside: number }) => ({
      message: {
        en: `${outside} of ${answers} NPS answers lie outside 0 to 10 and are set aside`,
        'zh-CN': `${answers} 个 NPS 回答中有 ${outside} 个不在 0–10 之间，未计入`,
      },
      fix: { en: 'correct them in the file; blanks are no answers', 'zh-CN': '请在文件中更正；空白不算回答' },
    }),
  },
  'feedback-without-date': {
    level: 'warning',
    text: ({ rows }: { readonly rows: number }) => ({
      message: {
        en: `${rows} rows of feedback have no date: they are in no period`,
        'zh-CN': `${rows} 行反馈没有日期，不属于任何时期`,
      },
      fix: {
        en: 'add the dates, or name their column: --map feedback.at=HEADER',
        'zh-CN': '请补全日期，或指定日期列：--map feedback.at=列名',
      },
    }),
  },
  'answers-of-some': {
    level: 'info',
    text: ({
      answered,
      silent: others,
      share,
      amounts,
    }: {
      readonly answered: number;
      readonly silent: number;
      readonly share: number | null;
      readonly amounts: readonly [string, string] | null;
    }) => {
      const [of, zhOf] = share === null ? ['', ''] : [` (${percentText(share)} of revenue)`, `（占销售额 ${percentText(share)}）`];
      const [differ, zhDiffer] =
        amounts === null
          ? ['', '']
          : [`; they bought ${amounts[0]} each, the others ${amounts[1]}`, `；人均购买 ${amounts[0]}，未回答者 ${amounts[1]}`];
      return {
        message: {
          en: `${answered} of the ${answered + others} customers with an order in the period answered${of}${differ}: what those who are silent think is not known`,
          'zh-CN': `本期有订单的 ${answered + others} 位客户中 ${answered} 位有回答${zhOf}${zhDiffer}；未回答者的看法未知`,
        },
      };
    },
  },
} as const satisfies NoteKinds;
