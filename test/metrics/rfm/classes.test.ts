import { expect, it } from 'vitest';
import { rfmClasses } from '../../../src/metrics/rfm/classes.ts';

it('every combination of high and low has one of the eight classes', () => {
  const combinations = new Map(rfmClasses.map((entry) => [[entry.recency, entry.frequency, entry.monetary].join(), entry.title['zh-CN']]));
  expect(combinations.size).toBe(8);
  expect(combinations.get('true,true,true')).toBe('重要价值客户');
  expect(combinations.get('false,true,true')).toBe('重要保持客户');
  expect(combinations.get('true,false,true')).toBe('重要发展客户');
  expect(combinations.get('false,false,true')).toBe('重要挽留客户');
  expect(combinations.get('true,true,false')).toBe('一般价值客户');
  expect(combinations.get('false,true,false')).toBe('一般保持客户');
  expect(combinations.get('true,false,false')).toBe('一般发展客户');
  expect(combinations.get('false,false,false')).toBe('一般挽留客户');
});
