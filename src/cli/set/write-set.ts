import { join, relative } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Localized } from '../../lib/localized.ts';
import type { Letterhead } from '../../lib/letterhead.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { type Format, reporters } from '../../report/reporters.ts';
import { visible } from '../../report/visible.ts';
import type { Result } from '../../result/result.ts';
import type { Run } from '../context.ts';
import { emitResult, tablesOver } from '../emit.ts';
import type { Flags } from '../options.ts';
import { refuseValue } from '../option-values.ts';
import { writing } from '../output-errors.ts';
import { writeOutput } from '../output.ts';
import { noProgress, type Progress } from '../progress.ts';
import { checkSet, measured, replaceSet, sweep } from './generations.ts';
import { withLock } from './lock.ts';
import { type Manifest, manifestName, type WrittenFile } from './manifest.ts';
import { checkNames, fileNames, placeOf, withPeriod } from './set-names.ts';

/** What the options of a set say. */
export interface SetOptions {
  readonly to: string | null;
  readonly names: string | null;
  readonly with: readonly string[] | null;
}

/** A Result for its own files of the set. */
export interface SetPart {
  readonly result: Result;
  /** What the files are called after; null: they are the whole. */
  readonly name: string | null;
  /** As `--scope` has it; null: everybody's. */
  readonly scope: string | null;
}

/** All that is written. */
export interface SetContent {
  readonly whole: Result;
  /** Those to come, by name: file names are settled before the first of them. */
  readonly names: readonly string[];
  readonly parts: AsyncIterable<SetPart> | Iterable<SetPart>;
  readonly leftOut: Manifest['left_out'];
}

export interface WrittenSet {
  /** From where the run is. */
  readonly path: string;
  readonly manifest: Manifest;
}

interface Shown {
  readonly limit: number | null;
  readonly money: MoneyDisplay;
  readonly letterhead: Letterhead | null;
}

/** Page and workbook are what a set is for. */
const always: readonly Format[] = ['html', 'xlsx'];
const others = ['json', 'markdown'] as const satisfies readonly Format[];

/** Longer lists are read by programs: a workbook has so many rows of them, and a file beside it all. */
const mostRowsOfSheet = 100_000;

/** Where a set goes and what it is called. */
export interface SetPlan {
  readonly place: ReturnType<typeof placeOf>;
  readonly names: string | null;
  readonly formats: readonly Format[];
}

/** Null where no set is asked for; refuses what does not go together. */
export function setPlan(run: Run, flags: Flags, options: SetOptions): SetPlan | null {
  const { to, names, with: besides } = options;
  if (to === null) {
    const [option, value] = names !== null ? ['--names', names] : ['--with', besides?.join(',')];
    if (value !== undefined) refuseValue(option, value, { en: '--to FOLDER beside it', 'zh-CN': '--to 文件夹' });
    return null;
  }
  const [option, value] = flags.out !== undefined ? ['--out', flags.out] : ['--format', flags.format];
  if (value !== undefined)
    refuseValue(option, value, {
      en: '--to alone, with --with json for further formats',
      'zh-CN': '--to，不与它同用；其他格式用 --with json',
    });
  if (names !== null) checkNames(names);
  const wanted = (besides ?? []).map(
    (name) =>
      others.find((format) => format === name) ??
      refuseValue('--with', name, { en: `one or more of ${others.join(', ')}`, 'zh-CN': `以下各项：${others.join('、')}` }),
  );
  return { place: placeOf(to, run.folder), names, formats: [...always, ...new Set(wanted)] };
}

/** Works while no other run writes sets into the folder, which is made where it is not there, and has removed what killed runs left in it. */
export async function withPlace<T>({ place: { folder, pattern } }: SetPlan, flags: Flags, work: () => Promise<T>): Promise<T> {
  await writing(folder, () => mkdir(folder, { recursive: true }));
  return withLock(folder, async () => {
    await writing(folder, () => sweep(folder));
    if (!pattern.includes('{')) await checkSet(folder, pattern, flags.force === true);
    return work();
  });
}

/** Writes all files of a set, and then lets it take the place of the one before. Only within `withPlace`. */
export async function writeSet(
  run: Run,
  flags: Flags,
  plan: SetPlan,
  content: SetContent,
  shown: Shown,
  progress: Progress = noProgress,
): Promise<WrittenSet> {
  const { place, formats } = plan;
  const { whole, names } = content;
  const { lang, period } = whole;
  const set = withPeriod(place.pattern, period, lang);
  const called = fileNames(plan.names ?? `${slug(whole.title)}-{period}-{name}`, { period, lang, values: names });
  const stems = new Map(names.map((name, index) => [name, called.parts[index]!]));
  const files: WrittenFile[] = [];
  let manifest: Manifest | null = null;
  await replaceSet(place.folder, set, flags.force === true, async (folder) => {
    const write = async ({ result, name, scope }: SetPart): Promise<void> => {
      const stem = name === null ? called.whole : stems.get(name)!;
      const add = async (file: string, format: Format, own: Flags, how: Parameters<typeof emitResult>[3]): Promise<void> => {
        await emitResult(run, { ...own, out: join(folder, file), format, quiet: true, force: false }, result, how, progress);
        files.push({ ...(await measured(folder, file)), format, scope });
      };
      const long = tablesOver(result, flags, { limit: shown.limit, most: mostRowsOfSheet });
      const beside = new Map(long.map((id) => [id, `${stem}-${id}${reporters.csv.extensions[0]}`]));
      const how = { ...shown, longLists: { most: mostRowsOfSheet, files: beside } };
      for (const format of formats) await add(`${stem}${reporters[format].extensions[0]}`, format, flags, how);
      for (const [id, file] of beside) await add(file, 'csv', { ...flags, section: [id] }, shown);
    };
    await write({ result: whole, name: null, scope: null });
    for await (const part of content.parts) await write(part);
    run.signal.throwIfAborted();
    manifest = manifestOf(run, whole, files, content.leftOut);
    await writeOutput(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { force: false, stdout: run.stdout });
  });
  return { path: relative(run.folder, join(place.folder, set)), manifest: manifest ?? manifestOf(run, whole, files, content.leftOut) };
}

function manifestOf(
  run: Run,
  { command, lang, as_of, period }: Result,
  files: readonly WrittenFile[],
  leftOut: Manifest['left_out'],
): Manifest {
  return { schema: 'crm-eval/set@1', version: run.version, command, lang, as_of, period, files: [...files], left_out: [...leftOut] };
}

/** A title as a name of files: `monthly-review`, 月度经营评审. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** That a set was written, without an end. */
export function filesIn({ path, manifest: { files } }: WrittenSet): Localized {
  const people = new Set(files.flatMap(({ scope }) => scope ?? [])).size;
  return {
    en: `${files.length} files in ${visible(path)}${people === 0 ? '' : `, ${people} besides the whole`}`,
    'zh-CN': `已写入 ${visible(path)}，共 ${files.length} 个文件${people === 0 ? '' : `（含 ${people} 份分册）`}`,
  };
}
