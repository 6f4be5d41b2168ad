import { describe, expect, it } from 'vitest';
import { targetsFinding } from '../../../../src/pipelines/report/chapter-findings.ts';
import { yearSection } from '../../../../src/pipelines/report/made/year.ts';
import type { ResultRow } from '../../../../src/result/result.ts';
import { resultOf, runsOf, section } from '../parts.ts';

const stranger = {
  owner: 'E7',
  scope: 'unknown',
  metric_code: 'revenue',
  ambition_code: 'base',
  target: 100,
  actual: null,
  attainment: null,
};
const rep = { ...stranger, owner: 'Ada', scope: 'rep', level_code: 'rep' };
const track = (...rows: ResultRow[]) => resultOf('targets track', [section('attainment', rows), section('year', rows)]);
const compare = resultOf('compare', [
  section('changes', [{ measure: 'revenue', relative_difference: 0.5, verdict: 'within chance', after: 300 }]),
]);

describe('attainment of the year', () => {
  it('is drawn where any is known, and left out where none is', () => {
    expect(yearSection(runsOf(track(stranger, { ...rep, actual: 50, attainment: 0.5 })), 'en')?.total).toBe(2);
    expect(yearSection(runsOf(track(stranger, rep)), 'en')).toBeNull();
    expect(yearSection(runsOf(compare), 'en')).toBeNull();
  });

  it('is not known where all targets name nobody, and the title of the chapter says so', () => {
    expect(targetsFinding(runsOf(compare, track(stranger, stranger)), {})).toEqual({
      en: 'Targets name nobody in the files: attainment is not known',
      'zh-CN': '目标对象在文件中均未找到，无法计算达成率',
    });
    expect(targetsFinding(runsOf(compare, track(stranger, rep)), {})?.en).toBe('Sales +50% on the period before, within chance');
  });
});
