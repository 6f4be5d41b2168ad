import { describe, expect, it } from 'vitest';
import { churnCard } from '../../../../src/pipelines/churn/card.ts';
import { blankResult } from '../../../../src/pipelines/parts/analysis-result.ts';
import { sameFiles } from '../../../../src/pipelines/parts/since/same-files.ts';
import type { Input } from '../../../../src/result/result.ts';

const made = (lang: 'en' | 'zh-CN', ...hashes: readonly string[]) => ({
  ...blankResult(churnCard, lang),
  as_of: '2026-10-31',
  inputs: hashes.map((sha256) => ({ sha256 }) as Input),
});
const earlier = (asOf: string, ...files: readonly string[]) => ({ asOf, files, where: [], lists: new Map() });

describe('files that are those of the earlier result', () => {
  it('are a warning, in any order, of any number of sheets', () => {
    expect(sameFiles(made('en', 'a', 'b', 'b'), earlier('2026-10-31', 'b', 'a'))).toMatchObject([
      { code: 'inputs-unchanged', level: 'warning', message: 'the files are those of the earlier result: nothing can be new' },
    ]);
    expect(sameFiles(made('zh-CN', 'a'), earlier('2026-10-24', 'a'))[0]?.message).toBe(
      '文件与此前结果所用的完全相同：变化仅来自统计日期的不同',
    );
  });

  it('are none where one of them changed, or there are none', () => {
    expect(sameFiles(made('en', 'a', 'c'), earlier('2026-10-31', 'a', 'b'))).toEqual([]);
    expect(sameFiles(made('en', 'a'), earlier('2026-10-31', 'a', 'b'))).toEqual([]);
    expect(sameFiles(made('en'), earlier('2026-10-31'))).toEqual([]);
  });
});
