import { readdir, readFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Lang } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import type { Call } from './call.ts';
import { outputFailed } from './output-errors.ts';
import { checkOutput, outputOptions, writeOutput } from './output.ts';

/** What the package ships of the demo; made by `node build/demo.mjs`. */
const shipped = new URL('../../fixtures/', import.meta.url);
const folders: Readonly<Record<Lang, string>> = { 'zh-CN': 'demo/', en: 'demo-en/' };

/** Copies every file, or none where a file is there already and `--force` is not given, and prints commands to try. */
export async function writeDemo({ run, given, flags }: Call, folder: string): Promise<void> {
  const names = given.lang ?? 'zh-CN';
  const source = new URL(folders[names], shipped);
  const target = resolve(run.folder, folder);
  await mkdir(target, { recursive: true }).catch((cause: unknown) => {
    throw outputFailed(folder, cause);
  });
  const options = outputOptions(run, flags);
  const files = (await readdir(source)).toSorted();
  for (const file of files) await checkOutput(join(target, file), options);
  for (const file of files) {
    run.signal.throwIfAborted();
    await writeOutput(join(target, file), await readFile(new URL(file, source)), options);
  }
  const name = visible(folder);
  if (flags.quiet !== true)
    run.stderr.write({ en: `wrote ${files.length} files to ${name}\n`, 'zh-CN': `已在 ${name} 写入 ${files.length} 个文件\n` }[run.lang]);
  await writeOutput('-', await commandsToTry(folder, run.lang, names), options);
}

/** Commands for the folder itself, and what is planted in the files, with the commands that show it where there is one. */
async function commandsToTry(folder: string, lang: Lang, names: Lang): Promise<string> {
  const lines: readonly (readonly [string, Readonly<Record<Lang, string>>])[] = [
    [`cd ${shellWord(folder)}`, { en: 'the commands below are for this folder', 'zh-CN': '以下命令在该目录中运行' }],
    ['crm-eval score customers.csv orders.csv', { en: 'who matters, and what to do', 'zh-CN': '谁重要，该做什么' }],
    ['crm-eval score customers.csv orders.csv --out ranking.xlsx', { en: 'the same as a workbook', 'zh-CN': '同上，输出为 Excel' }],
    ['crm-eval check *.csv', { en: 'what is wrong in the files', 'zh-CN': '文件中有哪些数据问题' }],
  ];
  const planted = { en: 'What is planted in the files:', 'zh-CN': '数据中埋设的情节：' }[lang];
  const commands = lines.map(([line, why]) => `  # ${why[lang]}\n  ${line}\n`).join('');
  const story = JSON.parse(await readFile(new URL('demo-story.json', shipped), 'utf8')) as Record<Lang, Record<Lang, string[]>>;
  return `${commands}\n${planted}\n${story[lang][names].map((point) => `  ${point}\n`).join('')}`;
}

/** The word as a POSIX shell takes it. */
function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
