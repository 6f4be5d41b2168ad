import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { join } from '../../engine/sql.ts';
import { dateMacros } from './date-macros.ts';
import { numberMacros } from './number-macros.ts';
import { textMacros } from './text-macros.ts';

/** The casting functions of every field type; created once in an engine, at one go: sixty statements one by one take half as long again. */
export async function createMacros(engine: DuckDbEngine): Promise<void> {
  await engine.run(join([...textMacros, ...numberMacros, ...dateMacros], ';\n'));
}
