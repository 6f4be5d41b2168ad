import { sql } from '../../engine/sql.ts';
import { lastCompletePeriod, periodStart } from '../../metrics/retention/parts/cohort-calendar.ts';
import { lastTwelveMonths } from '../../metrics/windows.ts';
import type { Finding } from '../../result/result.ts';
import { type ProjectionCheck, projectionFailure } from '../../views/forecast/projection-verdict.ts';
import { projectionCheck } from './check.ts';
import { earlyEnd, ordersSpan } from '../parts/orders-span.ts';
import type { CohortInput } from './run.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';

/** What a reader of the cohorts has to know: that the orders end too early, and that the projection failed its check. */
export async function cohortFindings(input: CohortInput): Promise<Finding[]> {
  return findingsOf([...(await endOfOrders(input)), ...(await failedProjection(input))], input.lang);
}

/** The last period that is shown, and the twelve months of revenue retention. */
async function endOfOrders({ engine, ingested: { asOf }, unit }: CohortInput): Promise<Note[]> {
  const span = await ordersSpan(engine);
  if (asOf === null || span === null) return [];
  const last = lastCompletePeriod(unit, asOf);
  return earlyEnd(span, { from: periodStart(unit, last), to: periodStart(unit, last + 1) }, lastTwelveMonths(asOf));
}

async function failedProjection({ engine }: CohortInput): Promise<Note[]> {
  const [model] = await engine.rows<{ kind: string }>(sql`select kind from cohort_model where fit = 'all'`);
  const check = await projectionCheck(engine);
  if (model === undefined || model.kind === 'undetermined' || check === null || check.inside) return [];
  return [noteOf(cohortNotes, 'projection-not-held', check)];
}

const cohortNotes = {
  'projection-not-held': {
    level: 'warning',
    text: (check: ProjectionCheck) => ({
      message: projectionFailure(check),
      fix: {
        en: 'go by the survival seen so far (section survival), or add older orders',
        'zh-CN': '请以目前实际的存续率为准（survival 部分），或加上更早的订单',
      },
    }),
  },
} as const satisfies NoteKinds;
