import { describe, expect, it } from 'vitest';
import type { Ingested } from '../../../src/ingest/contract.ts';
import { check } from '../../../src/pipelines/check/check.ts';
import { type Finding, type Input, resultSchema, type TableSection } from '../../../src/result/result.ts';
import { tableReport } from '../table-report.ts';

const input: Input = {
  role: 'orders',
  file: 'orders.csv',
  sheet: null,
  encoding: 'utf-8',
  rows_read: 10,
  rows_used: 6,
  rows_set_aside: 3,
  rows_rejected: 1,
  reasons: { 'status-cancelled': 3, 'date-invalid': 1 },
  sum_read: 100.5,
  sum_used: 60.25,
  sum_set_aside: 20,
  sum_rejected: 10,
  taken_off: { refunds: 10.25 },
  sha256: 'aa',
};
const finding = (level: Finding['level'], count: number): Finding => ({
  code: 'x',
  level,
  file: null,
  sheet: null,
  line: null,
  cell: null,
  column: null,
  value: null,
  message: 'm',
  fix: null,
  count,
});

const ingested: Ingested = {
  asOf: '2026-10-31',
  inputs: [
    input,
    {
      ...input,
      role: 'customers',
      file: 'customers.csv',
      rows_read: 4,
      rows_used: 4,
      rows_set_aside: 0,
      rows_rejected: 0,
      reasons: {},
      sum_read: null,
      sum_used: null,
      sum_set_aside: null,
      sum_rejected: null,
      taken_off: {},
    },
  ],
  findings: [finding('error', 1), finding('warning', 2), finding('warning', 5), finding('info', 7)],
  tables: [tableReport({}, 'orders', []), tableReport({ file: 'x.xlsx', sheet: '说明', encoding: 'xlsx' }, null, [])],
  findingsIn: async () => [],
  available: new Set(),
  rejects: async () => [],
  rowsOf: async () => [],
};

describe('check', () => {
  const result = check({ ingested, lang: 'en', period: null });

  it('sums rows and findings over all files', () => {
    expect(resultSchema.parse(result)).toEqual(result);
    const overview = result.sections[0];
    expect(overview?.kind === 'facts' ? Object.fromEntries(overview.facts.map(({ id, value }) => [id, value])) : null).toEqual({
      tables_used: 2,
      tables_unused: 1,
      rows_read: 14,
      rows_used: 10,
      rows_set_aside: 3,
      rows_rejected: 1,
      error_kinds: 1,
      errors: 1,
      warning_kinds: 1,
      warnings: 7,
      note_kinds: 1,
      notes: 7,
    });
  });

  it('lists each file with its account, and tables that were not used with none', () => {
    expect((result.sections.find(({ id }) => id === 'files') as TableSection).rows).toEqual([
      {
        file: 'orders.csv',
        sheet: null,
        role_title: 'Orders',
        role: 'orders',
        encoding: 'utf-8',
        rows_read: 10,
        rows_used: 6,
        rows_set_aside: 3,
        rows_rejected: 1,
        sum_read: 100.5,
        sum_used: 60.25,
        sum_set_aside: 20,
        sum_rejected: 10,
        taken_off: 'refunds 10.25',
        why: 'cancelled 3; the date is no date 1',
        reasons: 'status-cancelled 3, date-invalid 1',
      },
      {
        file: 'customers.csv',
        sheet: null,
        role_title: 'Customers',
        role: 'customers',
        encoding: 'utf-8',
        rows_read: 4,
        rows_used: 4,
        rows_set_aside: 0,
        rows_rejected: 0,
        sum_read: null,
        sum_used: null,
        sum_set_aside: null,
        sum_rejected: null,
        taken_off: null,
        why: null,
        reasons: null,
      },
      {
        file: 'x.xlsx',
        sheet: '说明',
        role_title: null,
        role: null,
        encoding: 'xlsx',
        rows_read: null,
        rows_used: null,
        rows_set_aside: null,
        rows_rejected: null,
        sum_read: null,
        sum_used: null,
        sum_set_aside: null,
        sum_rejected: null,
        taken_off: null,
        why: null,
        reasons: null,
      },
    ]);
    expect(result.findings).toEqual(ingested.findings);
  });
});
