import { noticeOf } from '../pipelines/report/notice.ts';
import { withCountedUnits } from '../result/counters.ts';
import type { Result } from '../result/result.ts';
import { visibleLines } from '../report/visible.ts';
import type { MoneyDisplay } from '../lib/money-display.ts';
import type { Run } from './context.ts';
import { checkOutput, outputOptions, writeOutput } from './output.ts';

/** Before any work: could the text be written? One that is there is replaced, since it is of the run before. */
export async function checkNotice(run: Run, path: string): Promise<void> {
  await checkOutput(path, outputOptions(run, { force: true }));
}

/** Writes the short text of a report for mail or a chat, which names these files. */
export async function writeNotice(
  run: Run,
  path: string,
  of: { result: Result; files: readonly string[]; money: MoneyDisplay },
): Promise<void> {
  const text = visibleLines(noticeOf(withCountedUnits(of.result), of.files, of.money));
  await writeOutput(path, text, outputOptions(run, { force: true }));
}
