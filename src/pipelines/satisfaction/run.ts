import type { CrmEvalError } from '../../errors.ts';
import type { Config } from '../../config/schema.ts';
import { sql } from '../../engine/sql.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { CustomerGroup } from '../../metrics/choices.ts';
import { surveyReview } from '../../metrics/feedback/parts/survey-review.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import type { Review } from '../../metrics/reps/parts/review.ts';
import { type RunReport, runMetrics } from '../../metrics/runner.ts';
import type { ViewContext } from '../../views/context.ts';
import { roleTitle } from '../parts/input-words.ts';
import { periodNotBegun, refusal } from '../parts/refusals.ts';

const wanted = [
  'survey_scales',
  'feedback_rows',
  'nps_groups',
  'csat_groups',
  'satisfaction_quarters',
  'satisfaction_customers',
  'score_dimensions',
  'score_drivers',
  'complaint_groups',
  'complaint_times',
  'complaint_topics',
  'action_owners',
  'action_effects',
  'repurchase_by_answer',
  'respondents',
  'customer_profile',
  'churn_contacts',
];

export interface SatisfactionInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['satisfaction'];
  /** The one under review; null: the twelve months up to the as-of date. */
  readonly period: Period | null;
  /** By what figures are broken down beside rep, product and channel; null: nothing. */
  readonly by: CustomerGroup | null;
}

/** What was computed, and over which periods. */
export interface SatisfactionRun {
  readonly report: RunReport;
  readonly review: Review;
  /** The period before is not the same as the year before. */
  readonly hasYear: boolean;
  /** Whether a metric has what it needs. */
  readonly has: (metric: string) => boolean;
}

/** Canonical fields that the command reads. */
export function satisfactionFields(): Set<string> {
  return fieldsFor(wanted);
}

/** Computes all of it. Throws `no-feedback` (usage) where the files hold no feedback that can be used. */
export async function computeSatisfaction(input: SatisfactionInput): Promise<SatisfactionRun> {
  const { engine, ingested, settings, period, by } = input;
  const { asOf, available } = ingested;
  const review = surveyReview(period, asOf);
  if (review === null) throw await noFeedback(ingested, []);
  if (period !== null && asOf !== null && period.from > asOf) throw periodNotBegun(period, asOf);
  const parameters = { as_of: asOf, period, satisfaction: settings, ...(by === null ? {} : { group_by: by }) };
  const report = await runMetrics({ engine, metrics: wanted, registry: metrics, available, parameters });
  const missing = new Map(report.notComputed.map(({ metric, needs }) => [metric, needs]));
  const [counted] = await engine.rows<{ n: number }>(sql`select count(*) as n from feedback_rows where day is not null`);
  if ((counted?.n ?? 0) === 0)
    throw await noFeedback(ingested, missing.get('feedback_rows') ?? (available.has('feedback.at') ? [] : ['feedback.at']));
  const { previous, year_ago: yearAgo } = review;
  return {
    report,
    review,
    hasYear: previous.from !== yearAgo.from || previous.to !== yearAgo.to,
    has: (metric) => !missing.has(metric),
  };
}

/** The refusal of files without feedback that can be used: with what was given, and what is missing or cannot be read. */
async function noFeedback(ingested: Ingested, needs: readonly string[]): Promise<CrmEvalError> {
  const { inputs } = ingested;
  const given = (lang: Lang): string =>
    inputs.map(({ file, role, rows_used: used }) => `${file} (${roleTitle(role)[lang]}, ${used})`).join({ en: ', ', 'zh-CN': '，' }[lang]);
  const hasFile = inputs.some(({ role }) => role === 'feedback');
  const columns = needs.map((need) => need.replaceAll('feedback.', '')).join('; ');
  const unread = await unreadColumns(ingested, needs);
  const [why, zhWhy] =
    unread !== null
      ? [`: the cells of ${unread} are blank or cannot be read`, `：${unread} 各单元格为空或无法读取`]
      : columns === ''
        ? [': no row has a date', '：没有带日期的行']
        : [`: no column is ${columns}`, `：缺少列 ${columns}`];
  return refusal(
    'no-feedback',
    hasFile
      ? {
          en: `the feedback of ${given('en')} cannot be used${why}`,
          'zh-CN': `${given('zh-CN')} 中的客户反馈无法使用${zhWhy}`,
        }
      : {
          en: `there is no feedback in ${given('en')}: satisfaction needs survey answers or complaints with a date, and a customer or a rep`,
          'zh-CN': `${given('zh-CN')} 中没有客户反馈：满意度分析需要带日期、且注明客户或销售的问卷回答或投诉`,
        },
    {
      en: 'add the feedback file (--feedback FILE), or name its columns: --map feedback.nps=HEADER, --map feedback.kind=HEADER, --map feedback.at=HEADER',
      'zh-CN': '请加上反馈文件（--feedback 文件），或指定列：--map feedback.nps=列名、--map feedback.kind=列名、--map feedback.at=列名',
    },
  );
}

/** The columns of what is missing that the files do have, with the first cell that could not be read: `NPS (“9 pts”)`; null where they have none. */
async function unreadColumns(ingested: Ingested, needs: readonly string[]): Promise<string | null> {
  const fields = new Set(needs.flatMap((need) => need.split(' | ')));
  const found = ingested.tables.flatMap(({ role, columns }) =>
    role === 'feedback' ? columns.filter(({ field }) => field !== null && fields.has(field)) : [],
  );
  if (found.length === 0) return null;
  const unread = (await ingested.rejects()).filter(({ effect, value }) => effect === 'blanked' && value !== null);
  return [...new Set(found.map(({ header }) => header))]
    .map((header) => {
      const cell = unread.find(({ column }) => column === header)?.value ?? null;
      return cell === null ? header : `${header} (“${cell.slice(0, 20)}”)`;
    })
    .join(', ');
}
