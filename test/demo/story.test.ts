import { describe, expect, it } from 'vitest';
import { demoCompany, demoSeed } from '../../build/demo/company.ts';
import { demoStory } from '../../build/demo/story.ts';
import { daysBetween } from '../../src/lib/dates.ts';
import { demoRecords, grouped, sumOf } from './records.ts';
import type { DemoRecord } from './records.ts';

const seeds = [demoSeed, 1, 2, 8, 23];
const end = '2026-10-31';

function completed(read: (name: string) => DemoRecord[]): DemoRecord[] {
  return read('orders').filter((line) => line.text('订单状态') === '已完成');
}

function within(records: readonly DemoRecord[], header: string, from: string, to: string): DemoRecord[] {
  return records.filter((record) => record.text(header) >= from && record.text(header) < to);
}

function days(lines: readonly DemoRecord[]): string[] {
  return [...new Set(lines.map((line) => line.text('下单日期')))].toSorted();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!;
}

function hours(from: string, to: string): number {
  return (Date.parse(`${to.replace(' ', 'T')}Z`) - Date.parse(`${from.replace(' ', 'T')}Z`)) / 3_600_000;
}

describe.each(seeds)('the story of the demo with seed %i', (seed) => {
  const read = demoRecords(seed);
  const sales = grouped(completed(read), '客户编号');
  const bySize = [...sales].toSorted(([, left], [, right]) => sumOf(right, '订单金额') - sumOf(left, '订单金额'));
  const story = demoStory({ lang: 'zh-CN', names: 'zh-CN', seed });

  it('one of the three biggest customers fades: rarer, smaller, silent, complaining, not visited', () => {
    const silent = bySize.slice(0, 3).filter(([, lines]) => {
      const own = days(lines);
      const cycle = daysBetween(own[0]!, own.at(-1)!) / (own.length - 1);
      return daysBetween(own.at(-1)!, end) > 3 * cycle;
    });
    expect(silent).toHaveLength(1);
    const [id, lines] = silent[0]!;
    expect(story[0]).toContain(id);
    expect(story[0]).toContain(days(lines).at(-1));
    const before = within(lines, '下单日期', '2025-05-01', '2026-02-01');
    const after = within(lines, '下单日期', '2026-02-01', '2026-11-01');
    expect(days(after).length).toBeLessThan(days(before).length / 2);
    expect(sumOf(after, '订单金额') / days(after).length).toBeLessThan((0.75 * sumOf(before, '订单金额')) / days(before).length);
    const feedback = read('feedback').filter((row) => row.text('客户编号') === id);
    expect(feedback.filter((row) => row.text('反馈类型') === '投诉' && row.text('处理状态') !== '已关闭').length).toBeGreaterThanOrEqual(2);
    expect(feedback.findLast((row) => row.value('NPS') !== null)!.number('NPS')).toBeLessThanOrEqual(3);
    const visits = read('activities').filter((row) => row.text('客户编号') === id && row.text('跟进方式') === '拜访');
    expect(daysBetween(visits.at(-1)!.text('跟进时间').slice(0, 10), end)).toBeGreaterThan(180);
  });

  it('one rep hoards leads: takes the most, calls late or never, converts least, loses most to recycling', () => {
    const turns = new Map<string, { taken: number; delays: number[]; converted: number; recycled: number }>();
    for (const own of grouped(read('pool_events'), '线索编号').values()) {
      own.forEach((event, index) => {
        const name = event.text('操作类型');
        const rep = event.text('销售人员');
        if (rep === '') return;
        const turn = turns.get(rep) ?? { taken: 0, delays: [], converted: 0, recycled: 0 };
        turns.set(rep, turn);
        const next = own[index + 1];
        if (name === '领取' || name === '分配') {
          turn.taken += 1;
          if (next?.text('操作类型') === '跟进') turn.delays.push(hours(event.text('操作时间'), next.text('操作时间')));
        }
        if (name === '转化') turn.converted += 1;
        if (name === '回收') turn.recycled += 1;
      });
    }
    const measures = [...turns].map(([rep, { taken, delays, converted, recycled }]) => ({
      rep,
      taken,
      delay: median(delays),
      contacted: delays.length / taken,
      converted: converted / taken,
      recycled: recycled / taken,
    }));
    expect(measures).toHaveLength(12);
    const hoarder = measures.find(({ rep }) => rep === '赵志强')!;
    const others = measures.filter((measure) => measure !== hoarder);
    expect(story[2]).toContain(hoarder.rep);
    expect(hoarder.taken).toBeGreaterThan(1.8 * Math.max(...others.map(({ taken }) => taken)));
    expect(hoarder.delay).toBeGreaterThan(3 * Math.max(...others.map(({ delay }) => delay)));
    expect(hoarder.contacted).toBeLessThan(Math.min(...others.map(({ contacted }) => contacted)));
    expect(hoarder.converted).toBeLessThan(Math.min(...others.map(({ converted }) => converted)));
    expect(hoarder.recycled).toBeGreaterThan(Math.max(...others.map(({ recycled }) => recycled)));
  });

  it('one category sells 3 to 4 times as much a month from November to January, in both winters', () => {
    const climate = completed(read).filter((line) => line.text('产品类别') === '恒温防冻');
    const monthly = (months: readonly string[]) =>
      months.reduce(
        (sum, month) =>
          sum +
          sumOf(
            climate.filter((line) => line.text('下单日期').startsWith(month)),
            '订单金额',
          ),
        0,
      ) / months.length;
    const winters = [
      ['2024-11', '2024-12', '2025-01'],
      ['2025-11', '2025-12', '2026-01'],
    ];
    const all = [2024, 2025, 2026].flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
    );
    const summer = all.filter((month) => month >= '2024-05' && month < '2026-11' && !winters.flat().includes(month));
    expect(summer).toHaveLength(24);
    const ratio = monthly(winters.flat()) / monthly(summer);
    expect(ratio).toBeGreaterThan(seed === demoSeed ? 3 : 2.4);
    expect(ratio).toBeLessThan(seed === demoSeed ? 4 : 5);
    for (const winter of winters) expect(monthly(winter)).toBeGreaterThan(1.8 * monthly(summer));
  });

  it('after-sales support is clearly the lowest dimension, and the only falling one', () => {
    const surveys = read('feedback').filter((row) => row.text('反馈类型') === '调查');
    const half = Math.floor(surveys.length / 2);
    const score = (rows: readonly DemoRecord[], header: string) => mean(rows.map((row) => row.number(header)));
    const change = (header: string) => score(surveys.slice(half), header) - score(surveys.slice(0, half), header);
    const others = ['产品质量', '服务水平', '交货及时性', '价格满意度'];
    expect(score(surveys, '售后支持')).toBeLessThan(Math.min(...others.map((header) => score(surveys, header))) - 0.5);
    expect(change('售后支持')).toBeLessThan(-0.3);
    for (const header of others) expect(Math.abs(change(header))).toBeLessThan(0.2);
  });

  it('one customer buys far more in the last two quarters than in the two before and a year ago', () => {
    const revenue = (lines: readonly DemoRecord[], from: string, to: string) => sumOf(within(lines, '下单日期', from, to), '订单金额');
    const rising = bySize.slice(0, 30).filter(([, lines]) => {
      const now = revenue(lines, '2026-05-01', '2026-11-01');
      return (
        now > 2 * revenue(lines, '2025-11-01', '2026-05-01') &&
        now > 2 * revenue(lines, '2025-05-01', '2025-11-01') &&
        days(lines).length > 15
      );
    });
    expect(rising.map(([id]) => id).some((id) => story[1]!.includes(id))).toBe(true);
  });
});

describe('the story of the demo', () => {
  it('one rep beats the plan of 2026 to the end of October by new customers, those of the year before buy over a fifth less', () => {
    const read = demoRecords();
    const rep = '林晓彤';
    expect(demoStory({ lang: 'zh-CN', names: 'zh-CN' })[4]).toContain(rep);
    const own = completed(read).filter((line) => line.text('负责人') === rep);
    const targets = read('targets').filter((target) => target.text('目标对象') === rep && target.text('结束日期') <= end);
    expect(sumOf(within(own, '下单日期', '2026-01-01', '2026-11-01'), '订单金额')).toBeGreaterThan(1.05 * sumOf(targets, '目标值'));
    const [before, after] = [within(own, '下单日期', '2024-11-01', '2025-11-01'), within(own, '下单日期', '2025-11-01', '2026-11-01')];
    const known = grouped(before, '客户编号');
    const kept = after.filter((line) => known.has(line.text('客户编号')));
    expect(known.size).toBe(10);
    expect(sumOf(kept, '订单金额') / sumOf(before, '订单金额')).toBeLessThan(0.8);
    expect(sumOf(after, '订单金额') - sumOf(kept, '订单金额')).toBeGreaterThan(150_000_00);
  });
});

describe('demoStory', () => {
  it.each(['zh-CN', 'en'] as const)(
    'names six points in %s; a command, where one shows the point, is one of today on files of the demo',
    (lang) => {
      const files = new Set(demoCompany({ lang }).map(({ name }) => `${name}.csv`));
      const story = demoStory({ lang, names: lang });
      expect(story).toHaveLength(6);
      for (const line of story) {
        const [text, command] = line.split(' → ');
        expect(text!.length).toBeGreaterThan(20);
        if (command === undefined) continue;
        expect(command).toMatch(/^crm-eval (score|churn|satisfaction|targets track) /);
        expect(
          command
            .split(' ')
            .filter((word) => word.endsWith('.csv'))
            .every((file) => files.has(file)),
        ).toBe(true);
      }
    },
  );

  it('gives commands for the points that a report shows: who fades is a matter of churn', () => {
    expect(demoStory({ lang: 'en', names: 'en' })[0]).toMatch(
      / → crm-eval churn customers\.csv orders\.csv feedback\.csv activities\.csv$/,
    );
    expect(demoStory({ lang: 'en', names: 'en' }).map((line) => line.includes('crm-eval'))).toEqual([true, true, false, true, true, true]);
  });

  it('names people, customers and products as the files have them, in either language', () => {
    const story = demoStory({ lang: 'en', names: 'zh-CN' });
    expect(story[0]).toMatch(/^A key account is fading: C\d{4} \p{Script=Han}+;/u);
    expect(story[2]).toContain('赵志强');
    expect(story[3]).toContain('恒温防冻');
    expect(demoStory({ lang: 'zh-CN', names: 'en' })[2]).toContain('Zhao Zhiqiang');
  });

  it('names the same customers in both languages', () => {
    const ids = (lang: 'en' | 'zh-CN') => demoStory({ lang, names: lang }).map((line) => /C\d{4}/.exec(line)?.[0]);
    expect(ids('en')).toEqual(ids('zh-CN'));
    expect(
      ids('en')
        .slice(0, 2)
        .every((id) => id !== undefined),
    ).toBe(true);
  });
});
