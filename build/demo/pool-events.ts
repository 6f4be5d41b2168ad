import type { Localized } from '../../src/lib/localized.ts';
import { inOrder, instantOf } from './calendar.ts';
import type { PoolEvent, PoolEventName } from './lead-life.ts';
import type { Lead } from './leads.ts';
import { column, words } from './table.ts';

const eventNames: Readonly<Record<PoolEventName, Localized>> = {
  enter: words('进入公海', 'Enter'),
  claim: words('领取', 'Claim'),
  assign: words('分配', 'Assign'),
  contact: words('跟进', 'Contact'),
  return: words('退回', 'Return'),
  recycle: words('回收', 'Recycle'),
  convert: words('转化', 'Convert'),
  invalidate: words('无效', 'Invalidate'),
};

interface PoolEventRow extends PoolEvent {
  readonly leadId: string;
}

/** All events in order of time, those of one moment in order of leads. */
export function poolEventRows(leads: readonly Lead[]): PoolEventRow[] {
  const rows = leads.flatMap((lead) => lead.events.map((event) => ({ ...event, leadId: lead.id })));
  return inOrder(
    rows,
    ({ minute }) => minute,
    ({ leadId }) => leadId,
  );
}

export const poolEventColumns = [
  column<PoolEventRow>('线索编号', 'Lead ID', (row) => row.leadId),
  column<PoolEventRow>('操作类型', 'Event', (row) => eventNames[row.event]),
  column<PoolEventRow>('操作时间', 'Event Time', (row) => instantOf(row.minute)),
  column<PoolEventRow>('销售人员', 'Rep', (row) => row.rep?.name ?? null),
  column<PoolEventRow>('原因', 'Reason', (row) => row.reason),
];
