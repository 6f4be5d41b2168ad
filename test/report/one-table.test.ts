import { describe, expect, it } from 'vitest';
import { tableTaken } from '../../src/report/one-table.ts';
import { mainTable } from '../../src/report/sections.ts';
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

  it('is that of the key figures where there are some', () => {
    const figures = { ...table, id: 'figures', place: 'headline', chart: { kind: 'figures', label: 'name', value: 'score' } } as const;
    expect(mainTable({ ...awkward, sections: [...tables, figures] }, everything, 'csv').id).toBe('figures');
    expect(mainTable({ ...awkward, sections: [...tables, figures] }, { ...everything, sections: ['reps'] }, 'csv').id).toBe('reps');
  });

  it('is not said where there is one, or where it was chosen', () => {
    expect(tableTaken({ ...awkward, sections: tables.slice(0, 1) }, everything, 'csv')).toBeNull();
    expect(tableTaken({ ...awkward, sections: tables }, { ...everything, sections: ['reps'] }, 'csv')).toBeNull();
  });
});
