import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { findingsOf, ingestFiles } from './ingest-files.ts';

const fields = new Set(['leads.lead_id', 'leads.name', 'leads.source', 'lead_attributes.value']);
const query = sql`select lead_id, attribute, value, number from lead_attributes order by attribute, lead_id`;

function csv(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('columns of a lead file that are no field', () => {
  it('become cells under their header; blanks and words for one are none', async () => {
    const rows = ['1,展会,是, Gold ', '2,官网,否,Select', '3,官网,,Silver', '4,展会,否,Gold', '5,展会,是,N/A', '6,官网,否,Silver'];
    const loaded = await ingestFiles({ 'leads.csv': csv('线索编号,线索来源,要演示,Plan', rows) }, { fields });
    expect(await loaded.rows(query)).toEqual([
      ...['1', '3', '4', '6'].map((lead_id, index) => ({
        lead_id,
        attribute: 'Plan',
        value: ['Gold', 'Silver', 'Gold', 'Silver'][index],
        number: null,
      })),
      ...['1', '2', '4', '5', '6'].map((lead_id, index) => ({
        lead_id,
        attribute: '要演示',
        value: ['是', '否', '否', '是', '否'][index],
        number: null,
      })),
    ]);
    expect(loaded.ingested.available).toContain('lead_attributes.value');
  });

  it('are numbers where nearly all cells are and there are more than ten', async () => {
    const rows = Array.from({ length: 24 }, (_, index) => `${index + 1},展会,"${index % 12 === 11 ? '1,200' : index % 12}",${index % 5}`);
    const loaded = await ingestFiles({ 'leads.csv': csv('线索编号,线索来源,访问次数,打分', rows) }, { fields });
    const found = await loaded.rows(
      sql`select attribute, count(*) as cells, count(number) as numbers, max(number) as most from lead_attributes group by attribute order by attribute`,
    );
    expect(found).toEqual([
      { attribute: '打分', cells: 24, numbers: 0, most: null },
      { attribute: '访问次数', cells: 24, numbers: 24, most: 1200 },
    ]);
  });

  it('are none of one value, of dates and months, of ids and of texts that are nearly all different', async () => {
    const rows = Array.from(
      { length: 26 },
      (_, index) =>
        `${index + 1},展会,CN,2026-01-${String(index + 1).padStart(2, '0')},${letters[index]}公司备注,1380000${index + 1000},N-${index},${index + 500},${(index % 12) + 1}月`,
    );
    const header = '线索编号,线索来源,国别,修改时间,备注,手机号,合同编号,流水号,进入月份';
    const loaded = await ingestFiles({ 'leads.csv': csv(header, rows) }, { fields });
    expect(await loaded.rows(query)).toEqual([]);
    expect(loaded.ingested.available).not.toContain('lead_attributes.value');
  });

  it('are not looked at unless they are wanted, and the table is there all the same', async () => {
    const rows = ['1,展会,是', '2,官网,否', '3,官网,是', '4,官网,否'];
    const settings = { fields: new Set(['leads.lead_id', 'leads.source']) };
    const loaded = await ingestFiles({ 'leads.csv': csv('线索编号,线索来源,要演示', rows) }, settings);
    expect(await loaded.rows(query)).toEqual([]);
  });

  it('belong to leads without a number by their name, unless two have the same', async () => {
    const rows = ['甲,展会,是', '乙,官网,否', '乙,官网,是', '丙,官网,否', '丁,展会,是', '戊,展会,是'];
    const loaded = await ingestFiles({ 'leads.csv': csv('线索名称,线索来源,要演示', rows) }, { fields });
    const found = await loaded.rows(sql`select lead_id, value from lead_attributes order by lead_id`);
    expect(found).toEqual([
      { lead_id: '丁', value: '是' },
      { lead_id: '丙', value: '否' },
      { lead_id: '戊', value: '是' },
      { lead_id: '甲', value: '是' },
    ]);
  });

  it('are sixty at most, the first of the file; the others are named', async () => {
    const headers = Array.from({ length: 63 }, (_, index) => `X${index + 1}`);
    const rows = Array.from({ length: 6 }, (_, row) => `${row},展会,${headers.map(() => row % 2).join(',')}`);
    const loaded = await ingestFiles(
      { 'leads.csv': csv(`线索编号,线索来源,${headers.join(',')}`, rows) },
      { fields, roles: { 'leads.csv': 'leads' } },
    );
    const [found] = await loaded.rows(sql`select count(*) as n from (select attribute from lead_attributes group by attribute)`);
    expect(found).toEqual({ n: 60 });
    expect(findingsOf(loaded, 'lead-columns-many')).toMatchObject([
      { count: 3, message: 'further columns of a large lead file are not looked at as factors: X61, X62, X63' },
    ]);
  });
});
