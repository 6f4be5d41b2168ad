import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../src/pipelines/check/answer.ts';
import type { Finding } from '../../../src/result/result.ts';
import { madeFacts } from '../made-sections.ts';

const rows = {
  rows_read: 1000,
  rows_used: 950,
  rows_set_aside: 40,
  rows_rejected: 10,
  error_kinds: 1,
  errors: 10,
  warning_kinds: 2,
  warnings: 8,
};
const finding = (level: Finding['level'], message: string, money?: number): Finding => ({
  code: 'x',
  level,
  file: null,
  sheet: null,
  line: null,
  cell: null,
  column: null,
  value: null,
  fix: `mend ${message}`,
  count: 4,
  message,
  ...(money === undefined ? {} : { money }),
});
const said = (findings: readonly Finding[], more: Parameters<typeof madeFacts>[1] = {}, lang: 'en' | 'zh-CN' = 'en') =>
  checkAnswer([madeFacts('overview', { ...rows, ...more })], findings, lang).map((sentence) => sentence[lang]);

describe('the answer of check', () => {
  it('names what touches the most money, what settles it, and how many rows count', () => {
    const findings = [
      finding('error', 'dates'),
      finding('warning', 'small', 5),
      finding('warning', 'large', -900),
      finding('info', 'note', 1e6),
    ];
    expect(said(findings)).toEqual([
      'The files have 1 error and 2 warnings in 18 places; the most money is in this: large (4×, 900).',
      'What settles it: Mend large.',
      '950 of 1,000 rows count; 40 are set aside for their status or for what they lack, 10 are rejected for a fault.',
    ]);
    expect(said(findings, {}, 'zh-CN')).toEqual([
      '文件有错误 1 类、警告 2 类，共 18 处；涉及金额最大的是：large（4 处，合计 900）。',
      '处理：mend large。',
      '1,000 行中计入 950 行；40 行因状态或缺少信息未计入，10 行有错误，无效。',
    ]);
  });

  it('names the file', () => {
    const [first] = said([{ ...finding('warning', 'names'), file: 'exports/a.csv' }]);
    expect(first).toContain('first of all: a.csv: names (4×).');
    const [second] = said([{ ...finding('warning', 'exports/a.csv is odd'), file: 'exports/a.csv' }], {}, 'zh-CN');
    expect(second).toContain('首先是：a.csv is odd（4 处）。');
  });

  it('does not repeat money that the message names', () => {
    expect(said([finding('warning', 'lines, 12,345.60 in all', 12_345.6)])[0]).toContain('lines, 12,345.60 in all (4×).');
  });

  it('takes an error first where no money is known', () => {
    expect(said([finding('warning', 'names'), finding('error', 'dates')])[0]).toContain('first of all: dates (4×)');
  });

  it('says that nothing is wrong where there are notes alone', () => {
    expect(said([finding('info', 'note', 5)], { rows_used: 1000 })).toEqual([
      'Nothing in the files has to be mended.',
      'All 1,000 rows count.',
    ]);
  });

  it('says that no row can be used where that is so, and nothing worse is', () => {
    expect(said([], { rows_read: 2, rows_used: 0, rows_set_aside: 2, rows_rejected: 0 })).toEqual([
      'No row of the files can be used.',
      '0 of 2 rows count; 2 are set aside for their status or for what they lack.',
    ]);
  });
});
