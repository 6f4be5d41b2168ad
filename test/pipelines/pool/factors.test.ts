import { describe, expect, it } from 'vitest';
import type { Result, ResultRow } from '../../../src/result/result.ts';
import { factOf, lines } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

/** 200 leads with an outcome: of those from a fair 80 of 110 converted, of those from the web 20 of 90; tags are written for conversions alone; and 4 open leads. */
const closed = Array.from({ length: 200 }, (_, index) => {
  const converted = index % 2 === 0;
  const turn = Math.floor(index / 2);
  const source = (turn * 7) % 100 < (converted ? 80 : 30) ? '展会' : '官网';
  const visits = converted && turn >= 50 ? 10 : turn % 10;
  return `L${100 + index},公司${index},${converted ? '已转化' : '已流失'},${source},${visits},${converted && turn % 2 === 0 ? '已签约' : ''},${converted ? `K${index}` : ''},华东公海`;
});
const open = [
  'X1,甲公司,跟进中,展会,10,,,华东公海',
  'X2,乙公司,跟进中,官网,0,,,华东公海',
  'X3,丙公司,跟进中,,,,,华东公海',
  'X4,丁公司,跟进中,展会,0,,,',
];
const leads = lines('线索编号,公司名称,线索状态,线索来源,访问次数,标签,客户编号,线索池', ...closed, ...open);
const orders = lines('订单编号,客户编号,下单日期,金额', 'O1,K0,2026-01-05,100', 'O2,K0,2026-02-05,5000', 'O3,K2,2026-01-06,300');

function rowsOf(result: Result, id: string): readonly ResultRow[] {
  const section = result.sections.find((each) => each.id === id);
  return section?.kind === 'table' ? [...section.rows] : [];
}

describe('pool with attributes of leads', () => {
  it('names the value that lifts conversion and the one that drags it, values by attribute', async () => {
    const result = await poolFiles({ '线索.csv': leads }, { lang: 'en' });
    const section = result.sections.find(({ id }) => id === 'factors');
    expect(section?.title).toBe('What lifts conversion: 访问次数 = 8–10: 75% convert, 1.5 × all; Source = 官网: 22% convert, 0.4 × all');
    const factors = rowsOf(result, 'factors');
    expect(
      factors
        .slice(0, 2)
        .map(({ attribute, attribute_code: code, value, leads: n, rate, lift }) => [attribute, code, value, n, rate, lift]),
    ).toEqual([
      ['Source', 'leads.source', '展会', 110, 80 / 110, 80 / 110 / 0.5],
      ['Source', 'leads.source', '官网', 90, 20 / 90, 20 / 90 / 0.5],
    ]);
    expect(factors.some(({ attribute }) => attribute === '标签')).toBe(false);
  });

  it('says which columns are filled in after the fact, and on what evidence', async () => {
    const result = await poolFiles({ '线索.csv': leads }, { lang: 'en' });
    const finding = result.findings.find(({ code }) => code === 'lead-column-after-the-fact');
    expect(finding).toMatchObject({ level: 'info' });
    expect(finding?.message).toMatch(
      /^1 column is filled in after the fact and in no model: blank by outcome: 标签; with them .* \(AUC 0\.\d\d in place of 0\.\d\d\)$/,
    );
    expect(factOf(result, 'lead_model', 'left_out')?.value).toBe('blank by outcome: 标签');
    expect(factOf(result, 'lead_model', 'against')).toMatchObject({ code: 'lost' });
    expect(rowsOf(result, 'lead_columns').find(({ attribute }) => attribute === '标签')?.['evidence']).toBe(
      'blank for 50% of the leads that converted, 100% of the others',
    );
  });

  it('uses and leaves out the columns that the config names, and says which it does not know', async () => {
    const attributes = { use: ['标签'], leave_out: ['访问次数', '访问次书'] };
    const result = await poolFiles({ '线索.csv': leads }, { lang: 'en', pool: { attributes } });
    const factors = new Set(rowsOf(result, 'factors').map(({ attribute }) => attribute));
    expect([factors.has('标签'), factors.has('访问次数')]).toEqual([true, false]);
    expect(factOf(result, 'lead_model', 'left_out')?.value).toBe('left out by the config: 访问次数');
    expect(result.findings.find(({ code }) => code === 'lead-column-unknown')).toMatchObject({
      level: 'warning',
      message: 'pool.attributes names a column that tells nothing of the leads, or is not there: 访问次书',
      fix: 'did you mean 访问次数?',
    });
  });

  it('lists open leads by chance, with reasons and what they are worth', async () => {
    const result = await poolFiles({ '线索.csv': leads, '订单.csv': orders }, { lang: 'en' });
    const listed = rowsOf(result, 'priorities');
    expect(listed.map(({ lead_id: id, holder }) => [id, holder])).toEqual(
      [
        ['X1', '华东公海'],
        ['X4', null],
        ['X3', '华东公海'],
        ['X2', '华东公海'],
      ].toSorted((one, other) => order(listed, one[0]!) - order(listed, other[0]!)),
    );
    expect([listed[0]!['lead_id'], listed.at(-1)!['lead_id']]).toEqual(['X1', 'X2']);
    // The first orders of K0 and K2: 100 and 300.
    for (const { probability, expected_value: value } of listed) expect(value).toBeCloseTo(Number(probability) * 200, 9);
    expect(listed[0]!['reasons']).toMatch(/^for it: .*Source = 展会 \(73% convert\)/);
    expect(listed.at(-1)!['reasons']).toMatch(/^against it: Source = 官网 \(22% convert\)$/);
  });

  it('goes by the chance alone where no order is that of a lead', async () => {
    const result = await poolFiles({ '线索.csv': leads }, { lang: 'zh-CN' });
    expect(rowsOf(result, 'priorities').map(({ expected_value: value }) => value)).toEqual([null, null, null, null]);
    expect(rowsOf(result, 'priorities')[0]!['reasons']).toMatch(/^有利：.*线索来源“展会”（转化 73%）/);
  });

  it('has no chances where nothing tells leads apart, and says so', async () => {
    const alike = lines(
      '线索编号,线索状态,线索来源',
      ...Array.from(
        { length: 100 },
        (_, index) => `L${index},${index % 2 === 0 ? '已转化' : '已流失'},${['展会', '官网'][Math.floor(index / 2) % 2]}`,
      ),
    );
    const result = await poolFiles({ '线索.csv': alike }, { lang: 'en' });
    expect(rowsOf(result, 'priorities')).toEqual([]);
    expect(result.sections.find(({ id }) => id === 'priorities')).toMatchObject({ place: 'detail' });
    expect(result.sections.find(({ id }) => id === 'factors')?.title).toBe(
      'What lifts conversion: of 2 values of 1 attribute, none by itself by more than chance',
    );
    expect(result.findings.find(({ code }) => code === 'lead-model-missing')?.message).toMatch(/may rank them hardly better than chance/);
  });
});

function order(rows: readonly ResultRow[], id: string): number {
  return rows.findIndex(({ lead_id: own }) => own === id);
}
