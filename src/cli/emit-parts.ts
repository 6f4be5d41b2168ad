import type { Lang } from '../lib/localized.ts';
import { split } from '../report/selection/split.ts';
import type { AnswerOf } from '../report/selection/select.ts';
import type { Result } from '../result/result.ts';
import { checkOutputs } from './check-outputs.ts';
import type { Run } from './context.ts';
import { emitResult, rowsWanted, type Shown } from './emit.ts';
import type { InputFile } from './files.ts';
import type { Flags } from './options.ts';
import { partPaths } from './part-paths.ts';
import type { Progress } from './progress.ts';

interface Parting extends Shown {
  readonly inputs: readonly InputFile[];
  readonly progress: Progress;
  /** The finding of a part, from its tables. */
  readonly answerOf: AnswerOf;
}

/** Writes a file for each value of the column: all of them, or none where a place is taken. */
export async function emitParts(
  run: Run,
  { split: column = '', ...flags }: Flags,
  result: Result,
  { inputs, progress, answerOf, ...shown }: Parting,
): Promise<void> {
  const parts = split(rowsWanted(result, flags), column, answerOf);
  if (parts.length === 0) run.stderr.write(`${nothing[result.lang]}\n`);
  if (parts.length === 1 && parts[0]!.value === null) run.stderr.write(`${blank[result.lang]}\n`);
  const paths = partPaths(
    flags.out ?? '',
    parts.map(({ value }) => value),
  );
  for (const out of paths) await checkOutputs(run, { ...flags, out }, inputs);
  for (const [index, part] of parts.entries())
    await emitResult(run, { ...flags, out: paths[index]! }, part.result, { ...shown, answerOf }, progress);
}

const nothing: Readonly<Record<Lang, string>> = { en: 'no rows: no file was written', 'zh-CN': '没有数据，未写入文件' };

const blank: Readonly<Record<Lang, string>> = {
  en: 'warning: the column of --split is blank in all rows that --where leaves: one file has them all',
  'zh-CN': '警告：--where 筛选后，--split 指定的列全部为空，所有行写入同一个文件',
};
