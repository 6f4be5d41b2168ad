import { describe, expect, it } from 'vitest';
import { summaryParts } from '../../../src/report/xlsx/summary-parts.ts';
import { charted, column, section } from './charts/charted-result.ts';

const columns = [column('month', 'Month', 'text'), column('revenue', 'Revenue', 'money')];
const monthly = (id: string, amounts: readonly number[]) =>
  section(
    id,
    { kind: 'columns', label: 'month', value: 'revenue' },
    columns,
    amounts.map((revenue, index) => ({ month: `M${index + 1}`, revenue })),
  );

describe('the charts of the first sheet', () => {
  it('have of columns in time first those of the largest amounts: all sales before those of one customer', () => {
    const [one, all] = [monthly('largest_months', [5, -9, 4]), monthly('trend', [50, 90, 40])];
    const figures = section('figures', { kind: 'figures', label: 'month', value: 'revenue' }, columns, []);
    const result = {
      ...charted,
      sections: [figures, one, all],
      chapters: [
        { id: 'churn', number: 1, name: 'Churn', title: 'Churn', missing: null, note: null, sections: ['largest_months', 'trend'] },
      ],
    };
    const sheets = [one, all].map((each) => ({ section: each, name: each.id }));
    expect(summaryParts(result, figures, sheets).charts.map(({ sheet }) => sheet)).toEqual(['trend', 'largest_months']);
  });
});
