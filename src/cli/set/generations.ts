import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, rmdir, symlink, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from '../error-code.ts';
import { syncFolder } from '../output.ts';
import { writing } from '../output-errors.ts';
import { type Manifest, manifestName, manifestSchema, type WrittenFile } from './manifest.ts';
import { setChanged, setNotOurs, setUnlinked } from './set-errors.ts';

/** Where the files of a set lie: `.2026-10.7.crm-eval` beside `2026-10`, which leads to it. */
interface Generation {
  readonly name: string;
  readonly set: string;
  readonly number: number;
}

const form = /^\.(.+)\.(\d+)\.crm-eval(-link)?$/s;

/** What systems and office programs put beside files that are open, or looked at. */
const ofOthers = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i;

function generationOf(name: string): Generation | null {
  const [, set, number, link] = form.exec(name) ?? [];
  return set === undefined || link !== undefined ? null : { name, set, number: Number(number) };
}

/** Removes what killed runs have left in the folder: files of sets that were never finished. Only under the lock. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (form.exec(name)?.[3] !== undefined) await unlink(join(folder, name));
    const generation = generationOf(name);
    if (generation === null) continue;
    const current = await currentOf(folder, generation.set).catch(() => null);
    if (current?.number === generation.number) continue;
    const isUnused = current !== null && generation.number > current.number;
    if (isUnused || !(await exists(join(folder, name, manifestName)))) await remove(join(folder, name));
  }
}

/** What the set is now; null: there is none yet. Throws `set-not-ours` where something else has the name. */
async function currentOf(folder: string, set: string): Promise<Generation | null> {
  const path = join(folder, set);
  let isFolder = true;
  try {
    // Windows tells the whole path.
    const generation = generationOf(basename(await readlink(path)));
    if (generation?.set === set) return generation;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return null;
    if (code !== 'EINVAL' && code !== 'UNKNOWN') throw error;
    isFolder = (await lstat(path)).isDirectory();
    // No link: an empty folder may be replaced.
    if (isFolder && (await readdir(path)).length === 0) return null;
  }
  throw setNotOurs(path, isFolder);
}

/** Says before any work whether the set could not be replaced. */
export async function checkSet(folder: string, set: string, force: boolean): Promise<void> {
  await writing(join(folder, set), async () => {
    const current = await currentOf(folder, set);
    if (current === null || force) return;
    const altered = await alteredIn(join(folder, current.name));
    if (altered !== null) throw setChanged(join(folder, set), altered);
  });
}

/** The first file that is not as it was written, by its name; null: all are. */
async function alteredIn(folder: string): Promise<string | null> {
  const manifest = await readManifest(folder);
  if (manifest === null) return manifestName;
  const known = new Set([manifestName, ...manifest.files.map(({ name }) => name)]);
  const other = (await readdir(folder)).find((name) => !known.has(name) && !ofOthers.test(name));
  if (other !== undefined) return other;
  for (const { name, sha256 } of manifest.files)
    // What was deleted can be written again.
    if ((await exists(join(folder, name))) && (await digestOf(join(folder, name))) !== sha256) return name;
  return null;
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Replaces a set of files as one: they are written into a folder of their own, the manifest as the last of them, and then the name of the set
 * leads there, by one step that no reader sees half of. The set before stays, hidden, for who is reading it, until the next one. Whatever
 * fails or ends the run before that step, the name leads where it did.
 */
export async function replaceSet(folder: string, set: string, force: boolean, write: (folder: string) => Promise<void>): Promise<void> {
  await checkSet(folder, set, force);
  const { before, own } = await writing(folder, async () => ({
    before: await currentOf(folder, set),
    own: (await readdir(folder)).flatMap((name) => generationOf(name) ?? []).filter((each) => each.set === set),
  }));
  const number = Math.max(0, ...own.map((each) => each.number)) + 1;
  const name = `.${set}.${number}.crm-eval`;
  const path = join(folder, name);
  await writing(folder, () => mkdir(path));
  let isThere = false;
  try {
    await write(path);
    await syncFolder(path);
    await writing(folder, () => pointAt(folder, set, name));
    isThere = true;
  } finally {
    if (!isThere) await remove(path).catch(() => {});
  }
  await syncFolder(folder);
  for (const each of own) if (each.name !== before?.name) await remove(join(folder, each.name)).catch(() => {});
}

/** What systems say of a disk that has no links. */
const withoutLinks: ReadonlySet<string | null> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'UNKNOWN']);

/** One rename; Windows does not rename over a link, so that it is taken away an instant before. */
async function pointAt(folder: string, set: string, generation: string): Promise<void> {
  const [path, link] = [join(folder, set), join(folder, `${generation}-link`)];
  try {
    await symlink(generation, link, 'junction');
  } catch (error) {
    throw withoutLinks.has(errorCode(error)) ? setUnlinked(folder, error) : error;
  }
  try {
    await rename(link, path);
  } catch (error) {
    if (!['EPERM', 'EEXIST', 'EISDIR', 'EACCES', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error;
    const found = await lstat(path);
    await (found.isSymbolicLink() ? unlink(path) : rmdir(path));
    await rename(link, path);
  }
}

/** The manifest goes first: what is left of a folder that is half removed is no set. */
async function remove(path: string): Promise<void> {
  await rm(join(path, manifestName), { force: true });
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/** A file as the manifest names it. */
export async function measured(folder: string, name: string): Promise<Pick<WrittenFile, 'name' | 'bytes' | 'sha256'>> {
  const path = join(folder, name);
  return writing(path, async () => ({ name, bytes: (await lstat(path)).size, sha256: await digestOf(path) }));
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
