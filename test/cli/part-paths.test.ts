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
    expect.stringMatching(/^a-\.\._\.\._etc-[0-9a-f]{8}\.csv$/),
    expect.stringMatching(/^a-A_B_C_______-[0-9a-f]{8}\.csv$/),
    expect.stringMatching(/^a-x__y-[0-9a-f]{8}\.csv$/),
    expect.stringMatching(/^a-_-[0-9a-f]{8}\.csv$/),
    expect.stringMatching(/^a-Co\. Ltd-[0-9a-f]{8}\.csv$/),
    expect.stringMatching(/^a-\u00e9-[0-9a-f]{8}\.csv$/),
  ]);
});

it('no two are the same, and none is too long', () => {
  const values = ['x', 'X', 'x/', 'x_', 'x:', '\u00e9', 'e\u0301', '\uff58', null, '(none)', '周'.repeat(90), '周'.repeat(91)];
  const paths = partPaths('a.md', values);
  expect(new Set(paths.map((path) => path.normalize('NFKC').toLowerCase())).size).toBe(values.length);
  expect(paths[3]).toMatch(/^a-x_\.md$/);
  expect(paths[8]).toBe('a-(none).md');
  for (const path of paths) expect(Buffer.byteLength(path)).toBeLessThan(200);
});

it('a value keeps its name whatever others there are and in whatever order', () => {
  const [first, second] = partPaths('a.md', ['A/B', 'A:B']);
  expect(first).not.toBe(second);
  expect(partPaths('a.md', ['A:B', 'A/B'])).toEqual([second, first]);
  expect([...partPaths('a.md', ['A/B']), ...partPaths('a.md', ['A:B'])]).toEqual([first, second]);
});
