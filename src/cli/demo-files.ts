import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { demoCompany, type DemoTable } from '../demo/company.ts';
import { demoStory } from '../demo/story.ts';
import type { Lang } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import type { Call } from './call.ts';
import { outputFailed } from './output-errors.ts';
import { checkOutput, writeOutput } from './output.ts';
import { csvLine } from './write-table.ts';

/** Writes every table, or none where a file is there already and `--force` is not given, and prints commands to try. */
export async function writeDemo({ run, given, flags }: Call, folder: string): Promise<void> {
  const names = given.lang ?? 'zh-CN';
  const tables = demoCompany({ lang: names });
  const target = resolve(run.folder, folder);
  await mkdir(target, { recursive: true }).catch((cause: unknown) => {
    throw outputFailed(folder, cause);
  });
  const force = flags.force === true;
  const files = tables.map((table) => ({ path: join(target, `${table.name}.csv`), text: csvText(table) }));
  for (const { path } of files) await checkOutput(path, force);
  for (const { path, text } of files) {
    run.signal.throwIfAborted();
    await writeOutput(path, text, { force, stdout: run.stdout });
  }
  const name = visible(folder);
  if (flags.quiet !== true)
    run.stderr.write({ en: `wrote ${files.length} files to ${name}\n`, 'zh-CN': `已在 ${name} 写入 ${files.length} 个文件\n` }[run.lang]);
  await writeOutput('-', commandsToTry(folder, run.lang, names), { force, stdout: run.stdout });
}

/** UTF-8 with a byte order mark, so that spreadsheets take it for what it is; lines end with LF. */
function csvText({ header, rows }: DemoTable): string {
  return `\uFEFF${csvLine(header)}${rows.map((row) => csvLine(row.map((cell) => (cell === null ? '' : String(cell))))).join('')}`;
}

/** Commands for the folder itself, and what is planted in the files, with the commands that show it where there is one. */
function commandsToTry(folder: string, lang: Lang, names: Lang): string {
  const lines: readonly (readonly [string, Readonly<Record<Lang, string>>])[] = [
    [`cd ${shellWord(folder)}`, { en: 'the commands below are for this folder', 'zh-CN': '以下命令在该目录中运行' }],
    ['crm-eval score customers.csv orders.csv', { en: 'who matters, and what to do', 'zh-CN': '谁重要，该做什么' }],
    ['crm-eval score customers.csv orders.csv --out ranking.xlsx', { en: 'the same as a workbook', 'zh-CN': '同上，输出为 Excel' }],
    ['crm-eval check *.csv', { en: 'what is wrong in the files', 'zh-CN': '文件中有哪些数据问题' }],
  ];
  const planted = { en: 'What is planted in the files:', 'zh-CN': '数据中埋设的情节：' }[lang];
  const commands = lines.map(([line, why]) => `  # ${why[lang]}\n  ${line}\n`).join('');
  return `${commands}\n${planted}\n${demoStory({ lang, names })
    .map((point) => `  ${point}\n`)
    .join('')}`;
}

/** The word as a POSIX shell takes it. */
function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
