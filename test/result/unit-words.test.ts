import { expect, it } from 'vitest';
import { unitWord } from '../../src/result/unit-words.ts';

it('leaves a unit it does not know as it stands', () => {
  expect(unitWord('days', 'zh-CN')).toBe('天');
  expect(unitWord('CNY', 'zh-CN')).toBe('CNY');
  expect(unitWord('constructor', 'en')).toBe('constructor');
});
