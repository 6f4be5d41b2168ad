import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/result/result.ts';
import { factOf, lines } from './pool-facts.ts';
import { rowsOf, tableOf } from './pool-rows.ts';
import { poolFiles } from './run-pool.ts';

/** Twelve customers: three of 张三 that bought, three of 李四 that did not, three that went back, and three that nobody had. */
const kinds = ['bought', 'held', 'returned', 'idle'] as const;
const customers = Array.from({ length: 12 }, (_, index) => {
  const kind = kinds[index % 4]!;
  const owner = { bought: '张三', held: '李四', returned: '', idle: '' }[kind];
  return { id: `C${String(index + 1).padStart(2, '0')}`, kind, owner };
});
const header =
  '客户编号,客户名称,客户来源,负责人,所属公海,领取/分配时间,退回/收回时间,转手次数,最后跟进时间,预计收回时间,成交状态,创建时间';
const list = lines(
  header,
  ...customers.map(({ id, kind, owner }, index) =>
    [
      id,
      `海川${id}公司`,
      index % 2 === 0 ? '展会线索' : '官网',
      owner,
      '华东公海',
      owner === '' ? '' : '2026-01-10 09:00:00',
      kind === 'returned' ? '2026-02-10 09:00:00' : '',
      kind === 'returned' ? 1 : 0,
      kind === 'idle' ? '' : '2026-01-12 09:00:00',
      '',
      kind === 'bought' ? '已成交' : '未成交',
      '2026-01-05',
    ].join(),
  ),
);
const orders = lines(
  '订单编号,客户编号,下单日期,金额',
  ...customers.filter(({ kind }) => kind === 'bought').map(({ id }, index) => `S${index},${id},2026-01-25,${100 * (index + 1)}`),
);
const log = lines(
  '客户编号,操作类型,操作时间,操作人',
  ...customers.flatMap(({ id, kind, owner }) =>
    kind === 'idle'
      ? [`${id},进入公海,2026-01-05 09:00:00,`]
      : [
          `${id},进入公海,2026-01-05 09:00:00,`,
          `${id},领取,2026-01-10 09:00:00,${owner === '' ? '李四' : owner}`,
          `${id},跟进,2026-01-12 09:00:00,${owner === '' ? '李四' : owner}`,
          ...(kind === 'returned' ? [`${id},退回,2026-02-10 09:00:00,李四`] : []),
        ],
  ),
);
const settings = { asOf: '2026-03-31', lang: 'zh-CN' } as const;

/** All texts of a result that are ours: titles, bases, sentences and findings. */
function textsOf({ title, answer, sections, findings }: Result): string[] {
  const parts = sections.flatMap((section) => [
    section.title,
    ...(section.kind === 'table' ? section.columns : section.facts).flatMap((part) => [part.title, part.basis ?? '']),
  ]);
  return [title, ...answer, ...parts, ...findings.flatMap(({ message, fix }) => [message, fix ?? ''])];
}

describe('customers of a pool', () => {
  it('are evaluated by a list of customers alone', async () => {
    const result = await poolFiles({ '客户.csv': list, '订单.csv': orders }, settings);
    expect(result.title).toBe('公海客户评估');
    expect(result.answer[0]).toBe('共 12 家客户，已转化 25%；2026 年第一季度：新进 12 家客户，其中转化 25%。');
    expect(factOf(result, 'overview', 'in_pool')).toMatchObject({ value: 6, unit: 'customers' });
    expect(factOf(result, 'overview', 'converted')).toMatchObject({ value: 3 });
    // Three went back: the list has forgotten who had them, so of reps it has only what they hold.
    expect(rowsOf(result, 'flow')).toMatchObject([{ rep: '李四', taken: null, contacted: null, converted: null, held: 3 }]);
    // The first order, twenty days after the customer came in; names of the file stay as they are.
    expect(rowsOf(result, 'conversion').slice(0, 3)).toMatchObject([
      { dimension: '全部客户', leads: 12, converted: 3, median_days: null },
      { dimension: '来源', value: '展会线索', leads: 6, converted: 3 },
      { dimension: '来源', value: '官网', leads: 6, converted: 0 },
    ]);
  });

  it('are what the log names, with what happened to them', async () => {
    const result = await poolFiles({ '客户.csv': list, '订单.csv': orders, '流转.csv': log }, settings);
    expect(factOf(result, 'overview', 'claim_rate')).toMatchObject({ value: 9 / 12, n: 12 });
    expect(factOf(result, 'overview', 'return_rate')).toMatchObject({ value: 3 / 9, n: 9 });
    expect(rowsOf(result, 'flow').map(({ rep, taken, converted, returned }) => [rep, taken, converted, returned])).toEqual([
      ['张三', 3, 3, 0],
      ['李四', 6, 0, 3],
    ]);
    expect(result.findings.map(({ code }) => code)).not.toContain('pool-log-missing');
    const alone = await poolFiles({ '流转.csv': log }, settings);
    expect(alone.answer[0]).toMatch(/^共 12 位客户，没有转化记录；/);
  });

  it.each([
    ['纷享销客', '客户名称,负责人,所属公海,领取/分配时间,退回/收回时间,转手次数,最后跟进时间,成交状态,创建时间'],
    ['销售易', '客户名称,客户所有人,所属公海,认领日期,退回时间,退回次数,最新活动记录时间,是否成交,创建日期'],
    ['悟空', '客户名称,负责人,客户来源,负责人获取客户时间,备注,距进入公海天数,最后跟进时间,成交状态,创建时间'],
    ['Cordys', '客户名称,负责人,公海,领取时间,公海原因,归属天数,最新跟进时间,是否成交,创建时间'],
  ])('are read from an export of %s', async (system, columns) => {
    const cells = (owner: string, assigned: string, deal: string): string =>
      `${owner},华东公海,${assigned},,0,2026-01-20 09:00:00,${deal},2026-01-05 09:00:00`;
    const file = lines(
      columns,
      `海川公司,${cells('张三', '2026-01-06 09:00:00', '是')}`,
      `远望公司,${cells('李四', '2026-01-06 09:00:00', '否')}`,
      `嘉禾公司,${cells('', '', '否')}`,
    );
    const result = await poolFiles({ '客户.csv': file }, settings);
    expect(['leads', 'leads_converted', 'in_pool'].map((id) => factOf(result, 'overview', id)?.value)).toEqual([3, 1, 1]);
    // Who says how often customers came back says that none has; where nobody does, those of the pool may have had an owner.
    expect(rowsOf(result, 'flow').map(({ rep, taken, contacted, held }) => [rep, taken, contacted, held])).toEqual(
      system === 'Cordys'
        ? [['李四', null, null, 1]]
        : [
            ['张三', 1, 1, 0],
            ['李四', 1, 1, 1],
          ],
    );
  });

  it('are said of in their own words, in both languages', async () => {
    for (const [lang, word] of [
      ['zh-CN', /线索|(?<=\d) 条/],
      ['en', /\bleads?\b/i],
    ] as const) {
      const result = await poolFiles({ '客户.csv': list, '订单.csv': orders, '流转.csv': log }, { ...settings, lang });
      const said = textsOf(result).map((text) => text.replaceAll('展会线索', ''));
      expect(said.filter((text) => word.test(text))).toEqual([]);
      expect(said.filter((text) => /customers? (?:that )?(?:became )?customers?\b|客户客户/.test(text))).toEqual([]);
      expect(tableOf(result, 'follow_ups').columns[0]?.title).toBe({ 'zh-CN': '客户编号', en: 'Customer id' }[lang]);
    }
  });

  it('stand back for leads where the files have both, unless the log is theirs or they are asked for', async () => {
    const leads = lines(
      '线索编号,公司名称,负责人,线索状态,创建时间',
      'L1,远望,张三,跟进中,2026-01-10 09:00:00',
      'L2,嘉禾,李四,已转化,2026-01-10 09:00:00',
    );
    const counted = async (files: Readonly<Record<string, string>>, more: object = {}): Promise<unknown[]> => {
      const result = await poolFiles(files, { ...settings, ...more });
      const both = result.findings.find(({ code }) => code === 'pool-has-both');
      const idle = result.inputs.filter((input) => input.idle === true).map(({ role }) => role);
      return [factOf(result, 'overview', 'leads')?.value, both?.fix ?? null, ...idle];
    };
    const files = { '线索.csv': leads, '客户.csv': list };
    expect(await counted(files)).toEqual([2, '评估客户请用 --of customers', 'customers']);
    expect(await counted(files, { of: 'customers' })).toEqual([12, '评估线索请用 --of leads', 'leads']);
    expect(await counted({ ...files, '流转.csv': log })).toEqual([12, '评估线索请用 --of leads', 'leads']);
    expect(await counted({ ...files, '流转.csv': log }, { of: 'leads' })).toEqual([2, '评估客户请用 --of customers', 'customers']);
  });

  it('are leads all the same where the log calls leads so', async () => {
    const leads = lines(
      '线索编号,公司名称,线索状态,创建时间',
      'C01,远望,跟进中,2026-01-05 09:00:00',
      'C02,嘉禾,跟进中,2026-01-05 09:00:00',
    );
    const result = await poolFiles({ '线索.csv': leads, '流转.csv': log }, settings);
    expect([result.title, factOf(result, 'overview', 'leads')?.value]).toEqual(['公海线索评估', 12]);
    expect(result.findings.map(({ code }) => code)).not.toContain('pool-has-both');
  });

  it('are refused where there are none', async () => {
    const leads = lines('线索编号,公司名称,线索状态', 'L1,远望,跟进中');
    await expect(poolFiles({ '线索.csv': leads }, { ...settings, of: 'customers' })).rejects.toMatchObject({
      code: 'no-leads',
      exit: 'usage',
    });
    await expect(poolFiles({ '客户.csv': list }, { ...settings, of: 'leads' })).rejects.toMatchObject({ code: 'no-leads', exit: 'usage' });
  });
});
