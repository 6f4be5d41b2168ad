import type { Localized } from '../../src/lib/localized.ts';
import { dateOf, dayOfMinute, instantOf, monthOf } from './calendar.ts';
import type { PoolEvent, PoolEventName } from './lead-life.ts';
import { conversionOf } from './leads.ts';
import type { Lead } from './leads.ts';
import type { Rep } from './people.ts';
import { column, words, yuan } from './table.ts';
import { poolNames } from './words.ts';

function latest(lead: Lead, ...names: PoolEventName[]): PoolEvent | null {
  return lead.events.findLast(({ event }) => names.includes(event)) ?? null;
}

/** Who holds the lead now; null in the pool. */
function holder(lead: Lead): Rep | null {
  return latest(lead, 'enter', 'return', 'recycle') === lead.events.at(-1) ? null : lead.events.at(-1)!.rep;
}

function status(lead: Lead): Localized {
  switch (lead.events.at(-1)!.event) {
    case 'convert':
      return words('已转化', 'Converted');
    case 'invalidate':
      return words('无效', 'Invalid');
    case 'contact':
      return words('跟进中', 'Working');
    case 'claim':
    case 'assign':
      return words('待跟进', 'Not Contacted');
    default:
      return words('待分配', 'Unassigned');
  }
}

/** Leads of a fair come fair by fair, the others quarter by quarter. */
function batch(lead: Lead): Localized {
  const day = dayOfMinute(lead.createdAt);
  const quarter = `${dateOf(day).slice(0, 4)}Q${Math.ceil(monthOf(day) / 3)}`;
  return words(`${quarter}-${lead.source.name['zh-CN']}`, `${quarter} ${lead.source.name.en}`);
}

function moment(event: PoolEvent | null): string | null {
  return event === null ? null : instantOf(event.minute);
}

function countOf(lead: Lead, name: PoolEventName): number {
  return lead.events.filter(({ event }) => event === name).length;
}

/** `customerIds` says which customer a converted lead became. */
export function leadColumns(customerIds: ReadonlyMap<Lead, string>) {
  return [
    column<Lead>('线索编号', 'Lead ID', (lead) => lead.id),
    column<Lead>('公司名称', 'Company', (lead) => lead.company.name),
    column<Lead>('所属行业', 'Industry', (lead) => lead.company.industry.name),
    column<Lead>('省份', 'Region', (lead) => lead.company.city.province),
    column<Lead>('公司规模', 'Company Size', (lead) => lead.company.size),
    column<Lead>('线索来源', 'Lead Source', (lead) => lead.source.name),
    column<Lead>('批次', 'Batch', batch),
    column<Lead>('公海名称', 'Pool', (lead) => poolNames[lead.company.city.team]),
    column<Lead>('负责人', 'Owner', (lead) => holder(lead)?.name ?? null),
    column<Lead>('线索状态', 'Lead Status', status),
    column<Lead>('创建时间', 'Created Time', (lead) => instantOf(lead.createdAt)),
    column<Lead>('分配时间', 'Assigned Time', (lead) => (holder(lead) === null ? null : moment(latest(lead, 'claim', 'assign')))),
    column<Lead>('首次跟进时间', 'First Contact Time', (lead) => moment(lead.events.find(({ event }) => event === 'contact') ?? null)),
    column<Lead>('最后跟进时间', 'Last Contact Time', (lead) => moment(latest(lead, 'contact'))),
    column<Lead>('下次跟进时间', 'Next Contact Time', (lead) => (lead.nextContactAt === null ? null : instantOf(lead.nextContactAt))),
    column<Lead>('跟进次数', 'Contacts', (lead) => countOf(lead, 'contact')),
    column<Lead>('转化时间', 'Converted Time', (lead) => moment(conversionOf(lead))),
    column<Lead>('客户编号', 'Customer ID', (lead) => customerIds.get(lead) ?? null),
    column<Lead>('线索无效原因', 'Invalid Reason', (lead) => latest(lead, 'invalidate')?.reason ?? null),
    column<Lead>('退回/收回时间', 'Returned Time', (lead) => moment(latest(lead, 'return', 'recycle'))),
    column<Lead>('退回/收回原因', 'Return Reason', (lead) => latest(lead, 'return', 'recycle')?.reason ?? null),
    column<Lead>('回收次数', 'Recycles', (lead) => countOf(lead, 'recycle')),
    column<Lead>('获客成本', 'Lead Cost', (lead) => yuan(lead.cost)),
  ];
}
