import { describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { demoCompany } from '../../build/demo/company.ts';
import type { Cell } from '../../src/lib/rows.ts';
import { demoRecords } from './records.ts';

const chinese = demoCompany({ lang: 'zh-CN' });
const english = demoCompany({ lang: 'en' });
const read = demoRecords();

/** What must be the same in every language: numbers, blanks, ids, dates, percentages. */
function neutral(cell: Cell): Cell {
  return typeof cell === 'string' && !/^(?:[A-Z]+[\d-]+|\d{4}-\d\d-\d\d.*|[\d.-]+%)$/.test(cell) ? 'words' : cell;
}

describe('demoCompany', () => {
  it('writes the eleven tables of a company', () => {
    const counts = Object.fromEntries(chinese.map(({ name, rows }) => [name, rows.length]));
    expect(counts).toEqual({
      customers: 164,
      orders: 3440,
      leads: 800,
      pool_events: 4968,
      activities: 3938,
      feedback: 674,
      targets: 204,
      opportunities: 401,
      products: 40,
      reps: 12,
      market: 15,
    });
  });

  it('fits in 1.5 MB in either language', () => {
    for (const tables of [chinese, english]) {
      const bytes = tables.map(({ header, rows }) => Buffer.byteLength(Papa.unparse([header, ...rows])));
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
    }
  });

  it('is the same in every run, and another company for another seed', () => {
    expect(demoCompany({ lang: 'zh-CN' })).toEqual(chinese);
    expect(demoCompany({ lang: 'zh-CN', seed: 99 })).not.toEqual(chinese);
  });

  it('has the same ids, dates and figures in both languages', () => {
    const bare = (tables: typeof chinese) => tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(neutral)) }));
    expect(bare(english)).toEqual(bare(chinese));
  });

  it('says nothing in Chinese in the English files', () => {
    const texts = english.flatMap(({ header, rows }) => [header, ...rows]).flat();
    expect(texts.filter((cell) => typeof cell === 'string' && /\p{Script=Han}/u.test(cell))).toEqual([]);
  });

  it('has a cell for every header and no header twice', () => {
    for (const { header, rows } of [...chinese, ...english]) {
      expect(new Set(header).size).toBe(header.length);
      expect(rows.every((row) => row.length === header.length)).toBe(true);
    }
  });

  it.each([
    ['customers', '客户编号'],
    ['customers', '客户名称'],
    ['leads', '线索编号'],
    ['leads', '公司名称'],
    ['feedback', '反馈编号'],
    ['opportunities', '商机编号'],
    ['products', '产品编号'],
    ['products', '产品名称'],
    ['reps', '姓名'],
  ])('has no two %s with one %s', (table, header) => {
    const ids = read(table).map((record) => record.text(header));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['orders', '客户编号', 'customers', '客户编号'],
    ['orders', '产品编号', 'products', '产品编号'],
    ['orders', '负责人', 'reps', '姓名'],
    ['customers', '负责人', 'reps', '姓名'],
    ['customers', '推荐人', 'customers', '客户编号'],
    ['leads', '负责人', 'reps', '姓名'],
    ['leads', '客户编号', 'customers', '客户编号'],
    ['pool_events', '线索编号', 'leads', '线索编号'],
    ['pool_events', '销售人员', 'reps', '姓名'],
    ['activities', '客户编号', 'customers', '客户编号'],
    ['activities', '线索编号', 'leads', '线索编号'],
    ['activities', '负责人', 'reps', '姓名'],
    ['feedback', '客户编号', 'customers', '客户编号'],
    ['opportunities', '客户编号', 'customers', '客户编号'],
    ['opportunities', '产品名称', 'products', '产品名称'],
    ['products', '可升级至', 'products', '产品编号'],
  ])('knows every %s.%s among the %s', (table, header, target, key) => {
    const known = new Set(read(target).map((record) => record.text(key)));
    const named = read(table)
      .map((record) => record.text(header))
      .filter((value) => value !== '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((value) => !known.has(value))).toEqual([]);
  });

  it.each([
    ['orders', '下单日期'],
    ['pool_events', '操作时间'],
    ['activities', '跟进时间'],
    ['feedback', '反馈时间'],
    ['feedback', '关闭日期'],
    ['customers', '创建时间'],
    ['customers', '流失日期'],
    ['opportunities', '创建时间'],
    ['opportunities', '结束日期'],
  ])('has no %s.%s after 2026-10-31', (table, header) => {
    const dates = read(table).map((record) => record.text(header).slice(0, 10));
    expect(dates.filter((date) => date > '2026-10-31')).toEqual([]);
  });

  it('gives every activity either a customer or a lead', () => {
    const both = read('activities').filter((record) => (record.text('客户编号') === '') === (record.text('线索编号') === ''));
    expect(both).toEqual([]);
  });
});
