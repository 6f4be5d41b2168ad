import { sql } from '../../engine/sql.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection } from '../../result/result.ts';
import { from, listOfCodes, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

/** Who has how many leads to follow up: most first, then whose worst lead is the latest. */
export async function followUpsByRepSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`select * from rep_follow_ups order by leads desc nulls last, worst_days desc nulls last, rep`,
  );
  return table<ResultRow>(
    lang,
    {
      id: 'follow_ups_by_rep',
      title: both('Follow-ups by rep', '各销售待处理线索'),
      glance: { first: ['rep', 'leads', 'overdue', 'uncontacted', 'falling_back', 'to_reassign', 'worst_lead', 'worst_days'], hidden: [] },
    },
    metricColumns(
      'rep_follow_ups',
      'rep',
      'leads',
      'overdue',
      'uncontacted',
      'falling_back',
      'due_today',
      'to_reassign',
      'for_manager',
      'for_rep',
      'worst_lead',
      'worst_days',
      'manager',
    ),
    rows,
  );
}

/** Open leads that somebody has to follow up, latest first. */
export function followUpsSection(input: PoolInput): Promise<TableSection> {
  const { lang } = input;
  return list(input, {
    id: 'follow_ups',
    title: both('Leads to follow up', '待处理线索'),
    of: 'lead_follow_ups',
    by: 'lead_id',
    order: [...descending('lead_follow_ups', 'late_days'), ...ascending('lead_follow_ups', 'falls_back_on', 'next_contact_on', 'lead_id')],
    columns: [
      ...from('lead_follow_ups', 'lead_id', 'lead', 'owner'),
      own(
        'reason',
        { title: both('Reason', '原因'), type: 'text', basis: both('All that hold, the gravest first.', '全部成立的原因，最严重的在前。') },
        reads('lead_follow_ups', ...reasons.map(({ column }) => column)),
        (...cells) =>
          reasonsOf(cells)
            .map(({ words }) => words[lang])
            .join(lang === 'zh-CN' ? '、' : ', '),
        (...cells) => listOfCodes(reasonsOf(cells).map(({ code }) => code)),
      ),
      ...from('lead_follow_ups', 'late_since', 'late_days'),
      own(
        'action',
        {
          title: both('What to do', '建议动作'),
          type: 'text',
          basis: both('By the days late (pool.escalation).', '按逾期天数（pool.escalation）。'),
        },
        reads('lead_follow_ups', 'escalation', 'late_days', 'manager'),
        (escalation = null, days = null, manager = null) => actionOf(escalation, days, manager, lang),
        (escalation = null) => escalation,
      ),
      ...from('lead_follow_ups', 'next_contact_on', 'falls_back_on', 'manager'),
      ...from('lead_course', 'last_contact_at', 'contacts', 'pool', 'source'),
    ],
    glance: { first: ['lead_id', 'owner', 'late_days', 'reason', 'action', 'lead'] },
  });
}

const reasons = [
  { column: 'is_falling_back', code: 'falling_back', words: both('falls back soon', '即将收回') },
  { column: 'is_overdue', code: 'overdue', words: both('contact missed', '错过计划跟进') },
  { column: 'is_uncontacted', code: 'uncontacted', words: both('never contacted', '取得后未跟进') },
  { column: 'is_due_today', code: 'due_today', words: both('due today', '今日应跟进') },
] as const;

/** Those that hold, of cells in the order of the reasons. */
function reasonsOf(cells: readonly ResultCell[]): (typeof reasons)[number][] {
  return reasons.filter((_, index) => cells[index] === true);
}

const actions = {
  owner: both('contact today', '今日跟进'),
  late: both('contact now', '立即跟进'),
  rep: both('remind the rep', '提醒销售'),
  manager: both('tell the manager', '通知主管'),
  reassign: both('reassign', '改派或收回公海'),
} as const;

function actionOf(escalation: ResultCell, days: ResultCell, manager: ResultCell, lang: Lang): string {
  const known = escalation as 'owner' | 'rep' | 'manager' | 'reassign';
  if (known === 'manager' && typeof manager === 'string') return managerAction(manager)[lang];
  return actions[known === 'owner' && days !== 0 ? 'late' : known][lang];
}

function managerAction(manager: string): Localized {
  return { en: `tell ${manager}`, 'zh-CN': `通知主管 ${manager}` };
}
