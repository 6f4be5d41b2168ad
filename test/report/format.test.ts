import { describe, expect, it } from 'vitest';
import { formatColumn, formatSum, formatValue, titleWithUnit } from '../../src/report/format.ts';

describe('formatValue', () => {
  it('has money without cents, and keeps those of a sum to be checked', () => {
    expect(formatValue(99_999.991, 'money', 'en')).toBe('100,000');
    expect(formatValue(100_000.5, 'money', 'en')).toBe('100,001');
    expect(formatValue(-1234567.891, 'money', 'zh-CN')).toBe('−1,234,568');
    expect(formatSum(1234567.891)).toBe('1,234,567.89');
    expect(formatSum(null)).toBe('–');
  });

  it('groups thousands and keeps two significant digits of money', () => {
    expect(formatValue(1234.567, 'money', 'en')).toBe('1,235');
    expect(formatValue(-5.5, 'money', 'zh-CN')).toBe('−5.50');
    expect(formatValue(-0.001, 'money', 'en')).toBe('−0.0010');
  });

  it('shows a ratio in percent with one decimal', () => {
    expect(formatValue(0.1234, 'ratio', 'en')).toBe('12.3%');
    expect(formatValue(12.5, 'ratio', 'en')).toBe('1,250.0%');
    expect(formatValue(-0.5, 'ratio', 'zh-CN')).toBe('−50.0%');
  });

  it('shows a difference of ratios in percentage points', () => {
    expect(formatValue(0.0219, 'points', 'en')).toBe('2.2 pp');
    expect(formatValue(-0.136, 'points', 'zh-CN')).toBe('−13.6 个百分点');
  });

  it('shows numbers with at most two decimals, and small ones with four significant digits', () => {
    expect(formatValue(87.23456, 'number', 'en')).toBe('87.23');
    expect(formatValue(3, 'number', 'en')).toBe('3');
    expect(formatValue(0.00012345, 'number', 'en')).toBe('0.0001235');
    expect(formatValue(1.5e-9, 'number', 'en')).toBe('< 0.000001');
    expect(formatValue(-1.5e-9, 'number', 'en')).toBe('> −0.000001');
    expect(formatValue(-0, 'integer', 'en')).toBe('0');
    expect(formatValue(1234567, 'integer', 'en')).toBe('1,234,567');
  });

  it('marks what is missing or not finite, which is not zero', () => {
    expect(formatValue(null, 'money', 'en')).toBe('–');
    expect(formatValue(Number.NaN, 'number', 'en')).toBe('–');
    expect(formatValue(Infinity, 'ratio', 'en')).toBe('–');
    expect(formatValue('', 'text', 'en')).toBe('');
  });

  it('leaves ids and dates as they are and says yes and no in words', () => {
    expect(formatValue('00123', 'id', 'en')).toBe('00123');
    expect(formatValue(17850, 'id', 'en')).toBe('17850');
    expect(formatValue('2026-10-31', 'date', 'zh-CN')).toBe('2026-10-31');
    expect(formatValue(true, 'flag', 'zh-CN')).toBe('是');
    expect(formatValue(false, 'flag', 'en')).toBe('no');
  });
});

describe('formatColumn', () => {
  it('gives the numbers of a column the same decimals, at most two', () => {
    expect(formatColumn([20.8, 45, null, 0.354], 'number', 'en')).toEqual(['20.80', '45.00', '–', '0.35']);
    expect(formatColumn([20.8, 45, 65.1], 'number', 'en')).toEqual(['20.8', '45.0', '65.1']);
    expect(formatColumn([1234, 0, -3], 'integer', 'en')).toEqual(['1,234', '0', '−3']);
    expect(formatColumn([99.999, 1], 'number', 'en')).toEqual(['100', '1']);
  });

  it('gives changes a plus, which is told by what a column is called, and none to what is nothing', () => {
    expect(formatColumn([1_234_567.891, -0.5, 0, null], { id: 'revenue_difference', type: 'money' }, 'en')).toEqual([
      '+1,234,568',
      '−0.50',
      '0',
      '–',
    ]);
    expect(formatColumn([2, -3.5, 0], { id: 'difference', type: 'number' }, 'en')).toEqual(['+2.0', '−3.5', '0.0']);
    expect(formatValue(0.0219, { id: 'low', type: 'points' }, 'en')).toBe('+2.2 pp');
    expect(formatValue(0.0219, { id: 'calibration_error', type: 'points' }, 'en')).toBe('2.2 pp');
    expect(formatValue('more', { id: 'change', type: 'text' }, 'en')).toBe('more');
  });

  it('leaves columns of small numbers only, and all other types, as each value is', () => {
    expect(formatColumn([0.00012345, 0.5], 'number', 'en')).toEqual(['0.0001235', '0.5']);
    expect(formatColumn([0.1234, 2], 'ratio', 'en')).toEqual(['12.3%', '200.0%']);
    expect(formatColumn(['a', true], 'text', 'en')).toEqual(['a', 'yes']);
    expect(formatColumn([], 'number', 'en')).toEqual([]);
  });
});

describe('titleWithUnit', () => {
  it('adds the unit in the language unless the title or the percent sign says it', () => {
    expect(titleWithUnit({ title: '购买周期', type: 'number', unit: 'days' }, 'zh-CN')).toBe('购买周期（天）');
    expect(titleWithUnit({ title: 'Recency (days)', type: 'integer', unit: 'days' }, 'en')).toBe('Recency (days)');
    expect(titleWithUnit({ title: 'Share', type: 'ratio', unit: 'ratio' }, 'en')).toBe('Share');
  });
});
