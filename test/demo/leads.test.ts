import { describe, expect, it } from 'vitest';
import { demoRecords, grouped } from './records.ts';
import type { DemoRecord } from './records.ts';

const read = demoRecords();
const events = grouped(read('pool_events'), '线索编号');
const customers = new Map(read('customers').map((customer) => [customer.text('客户编号'), customer]));

function times(own: readonly DemoRecord[], ...names: string[]): string[] {
  return own.filter((event) => names.includes(event.text('操作类型'))).map((event) => event.text('操作时间'));
}

describe('the leads of the demo', () => {
  it('have events in strict order of time that begin with entering the pool', () => {
    for (const own of events.values()) {
      const at = own.map((event) => event.text('操作时间'));
      expect(at).toEqual([...new Set(at)].toSorted());
      expect(own.map((event) => event.text('操作类型')).indexOf('进入公海')).toBe(0);
      expect(times(own, '进入公海')).toHaveLength(1);
    }
  });

  it('are only contacted, returned, recycled, converted or invalidated by the rep who holds them', () => {
    for (const own of events.values()) {
      let holder = '';
      for (const event of own) {
        const name = event.text('操作类型');
        if (name === '领取' || name === '分配') {
          expect(holder).toBe('');
          holder = event.text('销售人员');
        } else {
          expect(event.text('销售人员')).toBe(holder);
          if (name === '退回' || name === '回收') holder = '';
        }
      }
    }
  });

  it('say in their row what their events say', () => {
    expect(events.size).toBe(read('leads').length);
    for (const lead of read('leads')) {
      const own = events.get(lead.text('线索编号'))!;
      const contacts = times(own, '跟进');
      const last = own.at(-1)!.text('操作类型');
      const status = { 转化: '已转化', 无效: '无效', 跟进: '跟进中', 领取: '待跟进', 分配: '待跟进' }[last] ?? '待分配';
      expect(lead.text('线索状态')).toBe(status);
      expect(lead.text('负责人')).toBe(status === '待分配' ? '' : own.at(-1)!.text('销售人员'));
      expect(lead.text('分配时间')).toBe(status === '待分配' ? '' : times(own, '领取', '分配').at(-1));
      expect(lead.text('创建时间')).toBe(times(own, '进入公海')[0]);
      expect(lead.number('跟进次数')).toBe(contacts.length);
      expect(lead.text('首次跟进时间')).toBe(contacts[0] ?? '');
      expect(lead.text('最后跟进时间')).toBe(contacts.at(-1) ?? '');
      expect(lead.text('转化时间')).toBe(times(own, '转化')[0] ?? '');
      expect(lead.text('退回/收回时间')).toBe(times(own, '退回', '回收').at(-1) ?? '');
      expect(lead.number('回收次数')).toBe(times(own, '回收').length);
    }
  });

  it('become, when converted, a customer of the same name, created on conversion, of the rep who converted', () => {
    const converted = read('leads').filter((lead) => lead.text('转化时间') !== '');
    expect(converted.length).toBeGreaterThan(50);
    expect(read('leads').filter((lead) => lead.text('客户编号') !== '')).toEqual(converted);
    for (const lead of converted) {
      const customer = customers.get(lead.text('客户编号'))!;
      expect(customer.text('客户名称')).toBe(lead.text('公司名称'));
      expect(customer.text('创建时间')).toBe(lead.text('转化时间'));
      expect(customer.text('负责人')).toBe(lead.text('负责人'));
    }
  });

  it('have an activity for every contact event', () => {
    const key = (record: DemoRecord, at: string, rep: string) => `${record.text('线索编号')} ${record.text(at)} ${record.text(rep)}`;
    const contacts = read('pool_events').filter((event) => event.text('操作类型') === '跟进');
    const activities = read('activities').filter((activity) => activity.text('线索编号') !== '');
    const expected = contacts.map((event) => key(event, '操作时间', '销售人员')).toSorted();
    expect(activities.map((activity) => key(activity, '跟进时间', '负责人')).toSorted()).toEqual(expected);
  });
});
