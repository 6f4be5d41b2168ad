import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../../src/lib/localized.ts';
import { revenuePartsSection } from '../../../../src/pipelines/report/made/steps.ts';
import { resultOf, runsOf, section } from '../parts.ts';

const row = { start_revenue: 1000, churned: 200, contraction: 100, expansion: 50, end_revenue: 750 };

const words = (months: number, lang: Lang): unknown[] => {
  const made = revenuePartsSection(runsOf(resultOf('cohorts', [section('revenue_retention', [{ ...row, months }])])), lang);
  return [made?.title, ...[...(made?.rows ?? [])].map(({ step }) => step)];
};

describe('where the revenue went', () => {
  it('is of as many months as the window has', () => {
    const between = ['Left', 'Bought less', 'Bought more'];
    expect(words(12, 'en')).toEqual([
      'Where the revenue of the 12 months before went',
      'The 12 months before',
      ...between,
      'Last 12 months',
    ]);
    expect(words(3, 'en')).toEqual(['Where the revenue of the 3 months before went', 'The 3 months before', ...between, 'Last 3 months']);
    expect(words(1, 'en')).toEqual(['Where the revenue of the month before went', 'The month before', ...between, 'Last month']);
    expect(words(3, 'zh-CN')).toEqual(['前 3 个月客户的收入去向', '前 3 个月', '流失', '少买', '多买', '近 3 个月']);
  });

  it('leads from the first to the last by signed steps', () => {
    const made = revenuePartsSection(runsOf(resultOf('cohorts', [section('revenue_retention', [{ ...row, months: 3 }])])), 'en');
    expect([...made!.rows].map(({ value }) => value)).toEqual([1000, -200, -100, 50, 750]);
  });

  it('is not there where it is not known', () => {
    expect(revenuePartsSection(runsOf(), 'en')).toBeNull();
    expect(revenuePartsSection(runsOf(resultOf('cohorts', [section('revenue_retention', [row])])), 'en')).toBeNull();
  });
});
