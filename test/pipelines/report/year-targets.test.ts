import { describe, expect, it } from 'vitest';
import { targetsNote } from '../../../src/pipelines/report/chapter-notes.ts';
import { targetsFinding } from '../../../src/pipelines/report/chapter-findings.ts';
import { figuresOf } from '../../../src/pipelines/report/figures.ts';
import { asYear, yearOf, yearTitle } from '../../../src/pipelines/report/year-targets.ts';
import { resultOf, runsOf, section } from './parts.ts';

const october = { from: '2026-10-01', to: '2026-11-01' };
const company = { level_code: 'company', metric_code: 'revenue', ambition_code: 'base' };
const goal = { ...company, target: 1000, actual: 780, gap: 220, needed_per_day: 5, attainment: 0.78 };
const ofYear = asYear(resultOf('targets track', [section('attainment', [goal]), section('roll_up', [goal]), section('trend', [goal])]));

describe('a report of a month with targets of the year alone', () => {
  it('looks at the calendar year of the month', () => {
    expect(yearOf(october)).toEqual({ from: '2026-01-01', to: '2027-01-01' });
    expect(ofYear.sections.map(({ id }) => id)).toEqual(['year']);
  });

  it('says how far the year is, and holds no month against it', () => {
    const changes = section('changes', [{ measure: 'revenue', title: 'Sales', shows: 'money', before: 90, after: 100, difference: 10 }]);
    const runs = runsOf(ofYear, resultOf('compare', [changes]));
    expect(targetsFinding(runs, {})?.en).toBe('78% of the target of the year, 220 to go: 5 a working day');
    expect(targetsNote(runs)?.en).toBe('There are targets of the year, and none of the period alone.');
    expect(figuresOf(runs, 'en', october).map(({ id, target }) => [id, target])).toEqual([
      ['revenue', null],
      ['year_to_date', 1000],
    ]);
  });

  it('names the day up to which sales of the year go where the period ends before', () => {
    expect(yearTitle('2026-10-31', october).en).toBe('Sales, year to date');
    expect(yearTitle('2026-12-15', october).en).toBe('Sales of the year to 2026-12-15');
    expect(yearTitle('2027-02-01', october).en).toBe('Sales of the year to 2026-12-31');
  });
});
