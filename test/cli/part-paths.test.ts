import { expect, it } from 'vitest';
import { partPaths } from '../../src/cli/part-paths.ts';

it('a file stands beside the one that is named, with the value behind its name', () => {
  expect(partPaths('out/lists.xlsx', ['Zhou Siyuan', '周思远', null])).toEqual([
    'out/lists-Zhou Siyuan.xlsx',
    'out/lists-周思远.xlsx',
    'out/lists-(none).xlsx',
  ]);
});

it('a value leads to no other folder and has no characters that a file system refuses', () => {
  expect(partPaths('a.csv', ['../../etc', 'A/B\\C:*?"<>|', 'x\u0000\u202Ey', ' . ', 'Co. Ltd. ', 'e\u0301'])).toEqual([
    'a-.._.._etc.csv',
    'a-A_B_C_______.csv',
    'a-x__y.csv',
    'a-_.csv',
    'a-Co. Ltd.csv',
    'a-\u00e9.csv',
  ]);
});

it('no two are the same, and none is too long', () => {
  expect(partPaths('a.md', ['x', 'X', 'x/', 'x_', null, '(none)'])).toEqual([
    'a-x.md',
    'a-X (2).md',
    'a-x_.md',
    'a-x_ (2).md',
    'a-(none).md',
    'a-(none) (2).md',
  ]);
  const [long, other] = partPaths('a.md', ['周'.repeat(90), '周'.repeat(91)]);
  expect(long).toBe(`a-${'周'.repeat(40)}.md`);
  expect(other).toBe(`a-${'周'.repeat(40)} (2).md`);
});
