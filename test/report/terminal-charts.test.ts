import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/report/chart-spans.ts';
import { chartColumn, sparkline } from '../../src/report/terminal-charts.ts';
import type { Chart, ResultRow, TableSection, ValueType } from '../../src/result/result.ts';

function section(chart: Chart | null, rows: ResultRow[], type: ValueType = 'money'): TableSection {
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    id: 'anything',
    title: 'Anything',
    kind: 'table',
    place: 'answer',
    columns: ids.map((id) => ({ id, title: id.toUpperCase(), type, unit: null, basis: null })),
    rows,
    total: rows.length,
    glance: { first: [], most: 20, below: [], hidden: [] },
    chart,
  };
}

function cells(chart: Chart, rows: ResultRow[], width: number): readonly string[] | undefined {
  return chartColumn(section(chart, rows), rows, width, 'en')?.cells;
}

describe('chartColumn', () => {
  it('draws bars from 0 to the longest, in eighths, and leaves a row without a figure empty', () => {
    const rows = [{ a: 8 }, { a: 4 }, { a: 1 }, { a: null }, { a: 0 }];
    expect(cells({ kind: 'bars', label: 'a', value: 'a' }, rows, 4)).toEqual(['████', '██', '▌', '', '']);
  });

  it('draws what is below 0 to the left of it', () => {
    expect(cells({ kind: 'bars', label: 'a', value: 'a' }, [{ a: -2 }, { a: 2 }], 4)).toEqual(['██', '  ██']);
  });

  it('shows that a figure is not nothing, however small', () => {
    expect(cells({ kind: 'bars', label: 'a', value: 'a' }, [{ a: 1000 }, { a: 0.001 }], 10)?.[1]).toBe('▏');
    expect(cells({ kind: 'waterfall', label: 'a', value: 'a' }, [{ a: 1000 }, { a: 0.001 }, { a: 1000 }], 10)?.[1]).toBe(
      `${' '.repeat(9)}▏`,
    );
  });

  it('begins each step of a waterfall where the one before it ended, and the sum at 0 again', () => {
    const rows = [{ a: 4 }, { a: 2 }, { a: -3 }, { a: 0 }, { a: 3 }];
    expect(cells({ kind: 'waterfall', label: 'a', value: 'a' }, rows, 6)).toEqual(['████', '    ██', '   ▒▒▒', '', '███']);
  });

  it('draws what columns are held against as a line over them', () => {
    const rows = [
      { a: 4, g: 8 },
      { a: 8, g: 4 },
      { a: 2, g: null },
    ];
    expect(cells({ kind: 'columns', label: 'a', value: 'a', against: 'g' }, rows, 8)).toEqual(['████   ┃', '████┃███', '██']);
  });

  it('draws dots on their intervals, with what each is held against, and says where the scale begins and ends', () => {
    const chart: Chart = { kind: 'dots', label: 'v', value: 'v', low: 'l', high: 'h', against: 'g' };
    const rows = [
      { v: 0.5, l: 0.25, h: 0.75, g: 0 },
      { v: 0.5, l: 0.5, h: 0.5, g: 0.5 },
      { v: 1, l: null, h: null, g: null },
      { v: null, l: 0, h: 1, g: 0 },
    ];
    const drawn = chartColumn(section(chart, rows, 'ratio'), rows, 8, 'en');
    expect(drawn?.cells).toEqual(['○ ──●──', '    ◉', '       ●', '']);
    expect(drawn?.title).toBe('0.0% … 100.0%');
  });

  it('is named by the figure it draws', () => {
    const rows = [{ a: 1 }, { a: 2 }];
    expect(chartColumn(section({ kind: 'bars', label: 'a', value: 'a' }, rows), rows, 10, 'en')?.title).toBe('A');
  });

  it('is not there where nothing differs, nothing is known, or the chart goes with no row', () => {
    expect(cells({ kind: 'bars', label: 'a', value: 'a' }, [{ a: 0 }, { a: 0 }], 10)).toBeUndefined();
    expect(cells({ kind: 'bars', label: 'a', value: 'a' }, [{ a: null }], 10)).toBeUndefined();
    expect(cells({ kind: 'bars', label: 'a', value: 'missing' }, [{ a: 1 }], 10)).toBeUndefined();
    expect(cells({ kind: 'heat', label: 'a', values: ['a'] }, [{ a: 1 }, { a: 2 }], 10)).toBeUndefined();
    expect(chartColumn(section(null, [{ a: 1 }]), [{ a: 1 }], 10, 'en')).toBeNull();
  });
});

describe('sparkline', () => {
  it('goes from the lowest to the highest figure, with a point for a missing one', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, null], 20)).toBe('▁▂▃▄▅▆▇█·');
    expect(sparkline([5, 5], 20)).toBe('▄▄');
    expect(sparkline([], 20)).toBe('');
  });

  it('shows the latest where there is no room for all', () => {
    expect(sparkline([9, 0, 7], 2)).toBe('▁█');
  });
});

describe('linesOf', () => {
  const chart: Chart = { kind: 'lines', label: 'day', values: ['a', 'b', 'missing'] };

  it('runs in time, also where the latest row stands first', () => {
    const rows = [
      { day: '2026-02-01', a: 2, b: null },
      { day: '2026-01-01', a: 1, b: null },
    ];
    expect(linesOf(section(chart, rows), rows)).toEqual([{ title: 'A', figures: [1, 2] }]);
    expect(linesOf(section(chart, rows), rows.toReversed())).toEqual([{ title: 'A', figures: [1, 2] }]);
  });

  it('is empty for a single row, and for another chart', () => {
    expect(linesOf(section(chart, []), [{ day: '2026-01-01', a: 1 }])).toEqual([]);
    expect(linesOf(section(null, []), [])).toEqual([]);
  });
});
