import type { AnnouncedSteps, StatementProgress } from '../engine/duckdb.ts';
import type { Measure } from './progress-measure.ts';
import { estimatedRows } from './progress-rows.ts';

interface Measured {
  readonly progress: () => StatementProgress | null;
  readonly steps: () => AnnouncedSteps | null;
}

/** How far a file is loaded. The engine knows the share of its bytes; its rows are estimated from its first lines. */
export function loadMeasure(engine: Pick<Measured, 'progress'>, path: string): () => Measure | null {
  let rows: number | null | undefined;
  return () => {
    const statement = engine.progress();
    if (statement === null) return null;
    rows ??= estimatedRows(path) ?? 0;
    const { share } = statement;
    return { step: null, share, amount: rows === 0 ? null : { done: share * rows, total: rows, unit: 'rows', about: true } };
  };
}

/** How far the tables are that were announced; where none is left, the statement that runs, named after the table it creates. */
export function computeMeasure(engine: Measured): () => Measure | null {
  return () => {
    const statement = engine.progress();
    const steps = engine.steps();
    if (steps !== null) {
      const { done, total, next } = steps;
      const share = (done + (statement?.table === next ? statement.share : 0)) / total;
      return { step: null, share, amount: { done, total, unit: 'steps', about: false } };
    }
    if (statement === null) return null;
    const { table, share, rows, totalRows } = statement;
    return { step: table, share, amount: totalRows === 0 ? null : { done: rows, total: totalRows, unit: 'rows', about: true } };
  };
}

/** How many files or steps are done. */
export function stepsMeasure({ done, total }: { readonly done: number; readonly total: number }, unit: 'files' | 'steps'): () => Measure {
  return () => ({ step: null, share: done / total, amount: { done, total, unit, about: false } });
}

/** How much of a table has been sent to a database. */
export function sendMeasure(sent: () => { readonly done: number; readonly total: number } | null): () => Measure | null {
  return () => {
    const now = sent();
    if (now === null || now.total === 0) return null;
    return { step: null, share: now.done / now.total, amount: { ...now, unit: 'bytes', about: false } };
  };
}
