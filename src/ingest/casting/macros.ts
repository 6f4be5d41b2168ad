import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { dateMacros } from './date-macros.ts';
import { numberMacros } from './number-macros.ts';
import { textMacros } from './text-macros.ts';

/** The casting functions of every field type; created once in an engine. */
export async function createMacros(engine: DuckDbEngine): Promise<void> {
  for (const macro of [...textMacros, ...numberMacros, ...dateMacros]) await engine.run(macro);
}
