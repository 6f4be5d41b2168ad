import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerUnit, headerWithoutRemark, normaliseHeader, normaliseWord } from '../../src/model/names.ts';

describe('normaliseHeader', () => {
  it.each([
    ['SalesOrderNumber', 'salesordernumber'],
    ['Sales Order  Number', 'salesordernumber'],
    ['sales_order_number', 'salesordernumber'],
    ['收货地址 ', '收货地址'],
    [' Full Name', 'fullname'],
    ['\ufeff订单\u200b编号\u00a0', '订单编号'],
    ['下单\n日期', '下单日期'],
    ['ＯｒｄｅｒＩＤ', 'orderid'],
    ['*客户名称', '客户名称'],
    ['领取/分配时间', '领取分配时间'],
    ['Is Lead Active?', 'isleadactive'],
    ['no.', 'no'],
    ['', ''],
    ['--', ''],
  ])('reads %j as %j', (header, expected) => {
    expect(normaliseHeader(header)).toBe(expected);
  });

  it.each([
    ['金额（万元）', '金额'],
    ['金额 (万元)', '金额'],
    ['销售额【单位：元】', '销售额'],
    ['Probability (%)', 'probability'],
    ['Call Duration (in seconds)', 'callduration'],
    ['金额/万元', '金额'],
    ['Revenue (USD k)', 'revenue'],
  ])('takes the unit off %j', (header, expected) => {
    expect(normaliseHeader(header)).toBe(expected);
  });

  it('keeps a bracket that holds no unit', () => {
    expect(normaliseHeader('公司(企业名称)')).toBe('公司企业名称');
    expect(normaliseHeader('(Do Not Modify) Account')).toBe('donotmodifyaccount');
    expect(normaliseHeader('金额（不含税）')).not.toBe(normaliseHeader('金额'));
  });

  it('does not take a word behind a slash for a unit unless it is one of amounts', () => {
    expect(normaliseHeader('收货人/提货人')).toBe('收货人提货人');
    expect(normaliseHeader('省份/市')).toBe('省份市');
    expect(normaliseHeader('Q1_m')).toBe('q1m');
    expect(normaliseHeader('件/天')).toBe('件天');
  });

  it('is stable and never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseHeader(text);
        expect(once).not.toMatch(/[\s_\-./()]/);
        expect(normaliseHeader(once)).toBe(once);
      }),
    );
  });

  it('takes time in proportion to the length of a hostile header', () => {
    const started = performance.now();
    normaliseHeader('('.repeat(200_000) + '万'.repeat(200_000) + ')'.repeat(200_000));
    normaliseHeader(`单位${' '.repeat(500_000)}(单位${' '.repeat(500_000)})`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('headerUnit', () => {
  it.each([
    ['金额（万元）', 10_000],
    ['金额(元)', 1],
    ['市场规模（亿元）', 100_000_000],
    ['Revenue (k)', 1_000],
    ['Revenue ($K)', 1_000],
    ['Revenue (USD million)', 1_000_000],
    ['销售额（单位：万元）', 10_000],
    ['目标金额/万元', 10_000],
    ['销售额_千元', 1_000],
    ['Amount [USD]', 1],
  ])('multiplies %j by %d', (header, multiplier) => {
    expect(headerUnit(header).multiplier).toBe(multiplier);
    expect(headerUnit(header).percent).toBe(false);
  });

  it('knows percent columns', () => {
    expect(headerUnit('Probability (%)')).toEqual({ multiplier: null, unit: '%', percent: true });
    expect(headerUnit('赢率（％）').percent).toBe(true);
  });

  it('names units that change no value', () => {
    expect(headerUnit('剩余保有时间（小时）')).toEqual({ multiplier: null, unit: '小时', percent: false });
    expect(headerUnit('Call Duration (in seconds)')).toEqual({ multiplier: null, unit: 'seconds', percent: false });
  });

  it('finds no unit in other brackets, or none', () => {
    for (const header of ['负责人（工号）', '公司(企业名称)', '(万元)', '金额', '1级行业(1级)', '', 'A (B', 'A )']) {
      expect([header, headerUnit(header)]).toEqual([header, { multiplier: null, unit: null, percent: false }]);
    }
  });
});

it('leaves out a last remark in brackets', () => {
  expect(headerWithoutRemark('订单备注等级（1-5）')).toBe('订单备注等级');
  expect(headerWithoutRemark('金额（不含税）（万元）')).toBe('金额');
  expect(headerWithoutRemark('金额')).toBeNull();
  expect(headerWithoutRemark('(Do Not Modify) Account')).toBeNull();
});

describe('normaliseWord', () => {
  it.each([
    ['Closed Won', 'closedwon'],
    ['closed-won', 'closedwon'],
    [' 付款以后用户退款成功，交易自动关闭 ', '付款以后用户退款成功交易自动关闭'],
    ['付款以后用户退款成功,交易自动关闭', '付款以后用户退款成功交易自动关闭'],
    ['√', '√'],
    ['1', '1'],
    ['-1', '-1'],
    ['', ''],
  ])('reads %j as %j', (word, expected) => {
    expect(normaliseWord(word)).toBe(expected);
  });
});
