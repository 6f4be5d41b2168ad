import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/pipelines/inspect/inspect.ts';
import { resultSchema, type TableSection } from '../../../src/result/result.ts';
import { tableReport } from '../table-report.ts';

const report = tableReport(
  {
    head: [
      ['O1', ''],
      ['O2', '<b>'],
      ['O3', 'x'],
    ],
  },
  'orders',
  [
    ['订单编号', 'orders.order_id'],
    ['__proto__', null],
  ],
);

describe('inspect', () => {
  it('says how the table is read', () => {
    const result = inspect({ reports: [report], rows: 5, lang: 'en' });
    expect(resultSchema.parse(result)).toEqual(result);
    const file = result.sections[0];
    expect(file?.kind === 'facts' ? file.facts.map(({ id, value }) => [id, value]) : null).toEqual([
      ['file', 'orders.csv'],
      ['sheet', null],
      ['format', 'text'],
      ['encoding', 'gb18030'],
      ['delimiter', '";"'],
      ['quote', '"'],
      ['header_line', 3],
      ['preamble_rows', 2],
      ['columns', 2],
      ['role', 'orders'],
      ['candidates', 'orders 0.97'],
    ]);
  });

  it('keeps columns whose header is no fit key, with the first value that is there', () => {
    const columns = inspect({ reports: [report], rows: 5, lang: 'en' }).sections[1] as TableSection;
    expect(
      [...columns.rows].map(({ position, header, field, confidence, example }) => ({ position, header, field, confidence, example })),
    ).toEqual([
      { position: 1, header: '订单编号', field: 'orders.order_id', confidence: 0.9, example: '••' },
      { position: 2, header: '__proto__', field: null, confidence: null, example: '<b>' },
    ]);
  });

  it('shows as many rows as asked, under the headers as they stand', () => {
    const rows = inspect({ reports: [report], rows: 2, lang: 'zh-CN', showValues: true }).sections[2] as TableSection;
    expect(rows.columns.map(({ id, title }) => [id, title])).toEqual([
      ['column_1', '订单编号'],
      ['column_2', '__proto__'],
    ]);
    expect(rows.rows).toEqual([
      { column_1: 'O1', column_2: '' },
      { column_1: 'O2', column_2: '<b>' },
    ]);
  });

  it('lists all tables where there are several, and shows the first that is used and not hidden', () => {
    const reports = [
      tableReport({ sheet: '说明' }, null, [['备注', null]]),
      tableReport({ sheet: '隐藏', hidden: true }, 'orders', [['订单编号', 'orders.order_id']]),
      tableReport({ sheet: '订单' }, 'orders', [['订单编号', 'orders.order_id']]),
    ];
    const { sections } = inspect({ reports, rows: 5, lang: 'en' });
    expect(sections.map(({ id }) => id)).toEqual(['tables', 'file', 'columns', 'rows']);
    expect([...(sections[0] as TableSection).rows].map(({ sheet, role, hidden }) => [sheet, role, hidden])).toEqual([
      ['说明', null, false],
      ['隐藏', 'orders', true],
      ['订单', 'orders', false],
    ]);
    expect(sections[1]?.kind === 'facts' ? sections[1].facts.find(({ id }) => id === 'sheet')?.value : null).toBe('订单');
    expect((sections[2] as TableSection).rows).toHaveLength(3);
  });
});
