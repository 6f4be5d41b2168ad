import type { Lang } from '../lib/localized.ts';
import type { Result } from '../result/result.ts';
import { checkOutputs } from './check-outputs.ts';
import type { Call } from './call.ts';
import { emit, emitResult } from './emit.ts';
import { checkOutput, outputOptions } from './output.ts';

/** Prints a Result that needs no file and no config, in full. */
export async function printReference({ run, flags, given }: Call, result: (lang: Lang) => Result): Promise<void> {
  await checkOutputs(run, flags, []);
  await emitResult(run, flags, result(run.lang), { limit: given.limit ?? null });
}

/** Prints text that has no other format. */
export async function printText({ run, flags }: Call, text: string): Promise<void> {
  await checkOutput(flags.out ?? '-', outputOptions(run, flags));
  await emit(run, flags, text, run.lang);
}
