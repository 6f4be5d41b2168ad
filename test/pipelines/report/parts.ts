import type { ReportCommand, Runs } from '../../../src/pipelines/report/runs.ts';
import type { FactsSection, Result, ResultRow, Section, TableSection } from '../../../src/result/result.ts';

export function section(id: string, rows: readonly ResultRow[]): TableSection {
  const columns = Object.keys(rows[0] ?? {}).map((name) => ({ id: name, title: name, type: 'text' as const, unit: null, basis: null }));
  return {
    id,
    title: id,
    kind: 'table',
    place: 'answer',
    columns,
    rows,
    total: rows.length,
    glance: { first: [], most: 20, below: [], hidden: [] },
    chart: null,
  };
}

export function facts(id: string, values: Readonly<Record<string, number>>): FactsSection {
  const none = { unit: null, n: null, low: null, high: null, basis: null };
  return {
    id,
    title: id,
    kind: 'facts',
    place: 'basis',
    facts: Object.entries(values).map(([name, value]) => ({ id: name, title: name, type: 'money', value, ...none })),
    first: null,
  };
}

export function resultOf(command: string, sections: readonly Section[], more: Partial<Result> = {}): Result {
  return {
    schema: 'crm-eval/result@1',
    command,
    title: command,
    as_of: '2026-10-31',
    period: null,
    lang: 'en',
    engine: 'duckdb',
    answer: [],
    inputs: [],
    sections: [...sections],
    findings: [],
    not_computed: [],
    ...more,
  };
}

export function runsOf(...results: readonly Result[]): Runs {
  return { results: new Map(results.map((result) => [result.command as ReportCommand, result])), refusals: new Map() };
}
