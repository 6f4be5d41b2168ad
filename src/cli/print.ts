import type { Lang } from '../lib/localized.ts';
import type { Result } from '../result/result.ts';
import { checkOutputs } from './check-outputs.ts';
import type { Run } from './context.ts';
import { emit, emitResult } from './emit.ts';
import type { Flags } from './options.ts';
import { checkOutput, outputOptions } from './output.ts';

/** Prints a Result that needs no file and no config, in full. */
export async function printReference(run: Run, flags: Flags, result: (lang: Lang) => Result): Promise<void> {
  await checkOutputs(run, flags, []);
  await emitResult(run, flags, result(flags.lang ?? run.lang));
}

/** Prints text that has no other format. */
export async function printText(run: Run, flags: Flags, text: string): Promise<void> {
  await checkOutput(flags.out ?? '-', outputOptions(run, flags));
  await emit(run, flags, text, flags.lang ?? run.lang);
}
