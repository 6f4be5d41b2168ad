import { sql } from '../../engine/sql.ts';
import type { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { PoolRecordKind } from '../../metrics/choices.ts';
import type { PoolRecords } from '../../metrics/parameters.ts';
import type { Lang } from '../../lib/localized.ts';
import type { ViewContext } from '../../views/context.ts';
import { roleTitle } from '../parts/input-words.ts';
import { refusal } from '../parts/refusals.ts';

/** What of the pool is evaluated, and whether the files have the other kind, too. */
export interface ChosenRecords extends PoolRecords {
  readonly hasOther: boolean;
}

interface Source {
  readonly engine: ViewContext['engine'];
  readonly ingested: Ingested;
  /** What was asked for; null: what the files have, leads before customers unless the log is of customers alone. */
  readonly of: PoolRecordKind | null;
}

const leadNames = ['lead_id', 'name', 'company'];
/** Columns of a customer file that only a pool fills. */
const poolColumns = ['pool', 'assigned_at', 'returned_at', 'recycles', 'expires_at'];

/** Whether leads or customers of a pool are evaluated. Throws `no-leads` (usage) where the files hold none. */
export async function chooseRecords({ engine, ingested, of }: Source): Promise<ChosenRecords> {
  const has = (table: string, ...fields: readonly string[]): boolean => fields.some((field) => ingested.available.has(`${table}.${field}`));
  const [leads, leadLog, customerLog] = [has('leads', ...leadNames), has('pool_events', 'lead_id'), has('pool_events', 'customer_id')];
  // A log calls its records by one word, whatever they are.
  const logOfLeads = leads && customerLog && !leadLog && of !== 'customers' && (await namesLeads(engine));
  const fits = {
    leads: leads || leadLog,
    customers: has('customers', ...poolColumns) || (customerLog && !logOfLeads),
  };
  const usual = fits.leads && !(fits.customers && customerLog && !leadLog && !logOfLeads) ? 'leads' : 'customers';
  const kind = of ?? usual;
  const isThere = kind === 'leads' ? fits.leads : fits.customers || (of === 'customers' && has('customers', 'customer_id'));
  if (!isThere) throw noRecords(ingested, of);
  const id = kind === 'customers' || logOfLeads ? 'customer_id' : 'lead_id';
  return { of: kind, id, hasOther: kind === 'leads' ? fits.customers : fits.leads };
}

/** Whether the records that the log calls customers are those of the lead file. */
async function namesLeads(engine: ViewContext['engine']): Promise<boolean> {
  const [row] = await engine.rows<{ found: number }>(sql`
    select count(*) as found
    from (select customer_id as lead_id from pool_events where customer_id is not null group by customer_id) as events
    inner join leads on leads.lead_id = events.lead_id`);
  return (row?.found ?? 0) > 0;
}

function noRecords({ inputs }: Ingested, of: PoolRecordKind | null): CrmEvalError {
  const readIn = (lang: Lang): string =>
    inputs.map(({ file, role }) => (role === '' ? file : `${file} (${roleTitle(role)[lang]})`)).join({ en: ', ', 'zh-CN': '、' }[lang]);
  const [read, zhRead] = [readIn('en'), readIn('zh-CN')];
  if (of === 'customers')
    return refusal(
      'no-leads',
      { en: `no customers of a pool are among the files: ${read}`, 'zh-CN': `文件中没有公海客户：${zhRead}` },
      {
        en: 'add the list of customers, or say which file it is: --customers FILE',
        'zh-CN': '请加入客户导出文件，或用 --customers 文件 指明',
      },
    );
  return refusal(
    'no-leads',
    { en: `no leads and no log of the pool are among the files: ${read}`, 'zh-CN': `文件中没有线索表或公海流转记录：${zhRead}` },
    {
      en: 'add the export of the leads, or of the customers with their pool, or say which file it is: --leads FILE, --customers FILE',
      'zh-CN': '请加入线索或公海客户的导出文件，或用 --leads 文件、--customers 文件 指明',
    },
  );
}
