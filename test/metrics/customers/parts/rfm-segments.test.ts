import { describe, expect, it } from 'vitest';
import { rfmClasses, segmentRules, segments } from '../../../../src/metrics/customers/parts/rfm-segments.ts';

const scores = [1, 2, 3, 4, 5];
const cells = scores.flatMap((recency) => scores.flatMap((frequency) => scores.map((monetary) => ({ recency, frequency, monetary }))));

function matches(cell: (typeof cells)[number]): string[] {
  return segmentRules
    .filter((rule) =>
      (['recency', 'frequency', 'monetary'] as const).every(
        (measure) => rule[measure][0] <= cell[measure] && cell[measure] <= rule[measure][1],
      ),
    )
    .map((rule) => rule.segment);
}

describe('the ten segments', () => {
  it.each(cells)('take the cell $recency$frequency$monetary exactly once', (cell) => {
    expect(matches(cell)).toHaveLength(1);
  });

  it('are ten, each with a cell', () => {
    expect(Object.keys(segments)).toHaveLength(10);
    expect(new Set(segmentRules.map((rule) => rule.segment))).toEqual(new Set(Object.keys(segments)));
  });

  it.each([
    ['champions', 5, 5, 5],
    ['loyal', 3, 4, 4],
    ['new', 5, 1, 3],
    ['promising', 4, 1, 1],
    ['need_attention', 3, 2, 2],
    ['about_to_sleep', 2, 1, 2],
    ['at_risk', 2, 3, 3],
    ['cannot_lose', 1, 5, 5],
    ['lost', 1, 1, 1],
    ['potential_loyalist', 5, 2, 2],
  ])('call a customer %s with the scores %d, %d, %d', (segment, recency, frequency, monetary) => {
    expect(matches({ recency, frequency, monetary })).toEqual([segment]);
  });
});

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
