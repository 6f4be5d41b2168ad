import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { ambiguous, type Named } from './ambiguous.ts';

/** The lead of this id, else the only one of this company. Throws `lead-ambiguous` and `lead-unknown` (usage). */
export async function findLead(engine: Engine, lead: string): Promise<string> {
  const found = await engine.rows<Named & Readonly<Record<string, string | null>>>(
    sql`select lead_id as id, lead as name, owner from lead_course where lead_id = ${lead} or lead = ${lead} order by case when lead_id = ${lead} then 0 else 1 end, case when outcome = 'open' then 0 else 1 end, lead_id`,
  );
  const [first, second] = found;
  if (first === undefined) throw await unknown(engine, lead);
  if (second !== undefined && first.id !== lead) throw ambiguous(lead, found, 'company');
  return first.id;
}

async function unknown(engine: Engine, lead: string): Promise<CrmEvalError> {
  const known = await engine.rows<{ name: string }>(
    sql`select lead_id as name from lead_course union select lead from lead_course where lead is not null order by 1`,
  );
  const guess = nearest(
    lead,
    known.map(({ name }) => name),
  );
  return new CrmEvalError(
    'lead-unknown',
    'usage',
    { en: `no lead has the id or the company "${lead}"`, 'zh-CN': `没有编号或公司为“${lead}”的线索` },
    {
      fix:
        guess === null
          ? { en: 'give the id as the list of leads has it', 'zh-CN': '请按线索表中的编号填写' }
          : { en: `did you mean ${guess}?`, 'zh-CN': `是不是想找 ${guess}？` },
    },
  );
}
