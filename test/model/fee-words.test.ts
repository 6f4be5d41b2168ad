import { describe, expect, it } from 'vitest';
import { isFee } from '../../src/model/fee-words.ts';

describe('lines that are no goods', () => {
  it.each([
    'POSTAGE',
    'DOTCOM POSTAGE',
    'Next Day Carriage',
    'Manual',
    'Bank Charges',
    'AMAZON FEE',
    'SAMPLES',
    'Discount',
    'Shipping & Handling',
    'CRUK Commission',
    'Adjust bad debt',
    'Dotcomgiftshop Gift Voucher £20.00',
    '运费',
    '邮费补差',
    '补差价',
    '定金',
    '服务费',
  ])('%s is one', (name) => {
    expect(isFee(name)).toBe(true);
  });

  it.each([
    'Postage stamp album',
    'Manual Drill',
    'Gift wrap',
    'Annual Service Contract',
    'Sample case',
    'Delivery van',
    '运费险箱',
    '服务器',
    '年度维保服务',
    '样品柜',
    '',
  ])('%s is none', (name) => {
    expect(isFee(name)).toBe(false);
  });
});
