import { describe, expect, it } from 'vitest';
import { tableTaken } from '../../src/report/one-table.ts';
import { awkward, everything } from './awkward-result.ts';

const table = awkward.sections.find((section) => section.kind === 'table')!;
const tables = ['flow', 'reps', ...Array.from({ length: 9 }, (_, index) => `more_${index}`)].map((id) => ({
  ...table,
  id,
  title: `All of ${id}`,
}));

describe('the table taken of several', () => {
  it('is said with how to choose another', () => {
    expect(tableTaken({ ...awkward, sections: tables.slice(0, 2) }, everything, 'csv')).toEqual({
      en: 'csv holds one table, here flow (All of flow); --section chooses another: reps',
      'zh-CN': 'csv 只能存放一张表，此处为 flow（All of flow）；可用 --section 另选：reps',
    });
    expect(tableTaken({ ...awkward, sections: tables }, everything, 'parquet')?.en).toMatch(/another: reps, more_0, .*, more_6 …$/);
  });

  it('is not said where there is one, or where it was chosen', () => {
    expect(tableTaken({ ...awkward, sections: tables.slice(0, 1) }, everything, 'csv')).toBeNull();
    expect(tableTaken({ ...awkward, sections: tables }, { ...everything, sections: ['reps'] }, 'csv')).toBeNull();
  });
});
