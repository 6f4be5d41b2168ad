import { unlinkSync } from 'node:fs';
import { chmod, type FileHandle, link, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve as absolute } from 'node:path';
import type { Writable } from 'node:stream';
import { CrmEvalError } from '../errors.ts';
import { errorCode } from './error-code.ts';
import { removeLeftOver } from './left-over.ts';
import { breathe } from '../lib/breathe.ts';
import type { Rendered } from '../report/contract.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';
import { outputExists, outputFailed, outputIsFolder } from './output-errors.ts';

/** How a path is understood. */
export interface PathOptions {
  /** Replace a file that is there. */
  readonly force: boolean;
  /** What the path is relative to; default: where the process is. */
  readonly folder?: string;
}

export interface OutputOptions extends PathOptions {
  /** Where `-` goes. */
  readonly stdout: Writable;
  /** Stops the writing of a file; nothing is left of it then. */
  readonly signal?: AbortSignal;
}

/** Of the outputs of a run. */
export function outputOptions({ folder, stdout, signal }: Run, flags: Pick<Flags, 'force'>): OutputOptions {
  return { force: flags.force === true, folder, stdout, signal };
}

/** Temporary files that are being written. */
const unfinished = new Set<string>();

/** Removes what an interrupted write would leave; for signal handlers, so it is synchronous and never throws. */
export function removeUnfinishedOutputs(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It may be renamed or gone already; there is nothing more to do on the way out.
    }
  }
  unfinished.clear();
}

/**
 * Says before any work whether `writeOutput` would refuse the path: throws a usage error where a file is there and `force` is
 * not given or the path is a folder, and an output error where its folder is missing. Nothing is created.
 */
export async function checkOutput(path: string, options: PathOptions): Promise<void> {
  if (path !== '-') await targetOf(path, options);
}

/**
 * Writes the whole content or nothing. A file is written beside its final place (mode 0600), synced and renamed over it, so a
 * reader sees the old or the new file and an error or signal leaves the old one as it was. A symbolic link stays and the file it
 * points to is replaced (one that leads nowhere is taken for a file and is itself replaced); a replaced file passes on its mode, a
 * new one has the mode of the umask; a device or pipe is written into. `-` is stdout, where a reader that has gone away (`| head`) is no error. Throws CrmEvalError with the path and a fix.
 */
export async function writeOutput(path: string, content: Rendered, options: OutputOptions): Promise<void> {
  if (path === '-') return writeToStream(options.stdout, content, options.signal);
  const target = await targetOf(path, options);
  try {
    if (target.found !== null && !target.found.isFile()) await writeFile(target.path, piecesOf(content));
    else await replaceFile(target.path, content, target.found, options);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw errorCode(error) === 'EEXIST' ? outputExists(path) : outputFailed(path, error);
  }
}

interface Target {
  /** With links resolved. */
  readonly path: string;
  readonly found: Stats | null;
}

async function targetOf(path: string, { force, folder = '' }: PathOptions): Promise<Target> {
  try {
    const full = absolute(folder, path);
    const found = await statOrNull(full);
    if (found?.isDirectory() === true) throw outputIsFolder(path);
    if (found?.isFile() === true && !force) throw outputExists(path);
    if (found !== null) return { path: found.isFile() ? await realpath(full) : full, found };
    const parent = await realpath(dirname(full));
    if (!(await stat(parent)).isDirectory()) throw Object.assign(new Error('the folder is a file'), { code: 'ENOTDIR' });
    return { path: join(parent, basename(full)), found };
  } catch (error) {
    throw error instanceof CrmEvalError ? error : outputFailed(path, error);
  }
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

const temporaryEnd = /^(\d+)\.[0-9a-f]{12}\.tmp$/;

async function replaceFile(path: string, content: Rendered, found: Stats | null, options: OutputOptions): Promise<void> {
  const folder = dirname(path);
  // A long name is shortened: with the rest it must stay within the limit of the file system.
  const stem = `.${basename(path).slice(0, 40)}.`;
  await removeLeftOver(folder, (name) => (name.startsWith(stem) ? temporaryEnd.exec(name.slice(stem.length))?.[1] : undefined));
  const temporary = join(folder, `${stem}${process.pid}.${crypto.randomUUID().slice(-12)}.tmp`);
  const mode = found === null ? 0o666 & ~process.umask() : found.mode & 0o777;
  unfinished.add(temporary);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await writePieces(handle, content, options.signal);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(temporary, mode);
    options.signal?.throwIfAborted();
    await moveInto(path, temporary, options.force);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
  await syncFolder(folder);
}

const mostAtOnce = 4 * 1024 * 1024;

/** The bytes of an output, none of the pieces longer than what is written at once. */
export function* piecesOf(content: Rendered): Generator<Uint8Array> {
  const pieces = typeof content === 'string' ? [Buffer.from(content)] : content instanceof Uint8Array ? [content] : content;
  for (const piece of pieces)
    for (let start = 0; start < piece.length; start += mostAtOnce) yield piece.subarray(start, start + mostAtOnce);
}

async function writePieces(handle: FileHandle, content: Rendered, signal?: AbortSignal): Promise<void> {
  for (const piece of piecesOf(content)) {
    await breathe(signal);
    await handle.writeFile(piece);
  }
}

/** Without `force` the name is taken by a link, which fails where another run has made the file meanwhile. */
async function moveInto(path: string, temporary: string, force: boolean): Promise<void> {
  if (force) return rename(temporary, path);
  try {
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw error;
    // The file system has no hard links.
    return rename(temporary, path);
  }
  await unlink(temporary);
}

/** The file is complete and in place by now; where a folder cannot be synced (Windows, some network drives) that is all there is. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // See above.
  }
}

/** A stream may keep what it is given, so it gets copies. */
async function writeToStream(stream: Writable, content: Rendered, signal?: AbortSignal): Promise<void> {
  for (const piece of piecesOf(content)) {
    await breathe(signal);
    if (!(await writePiece(stream, Buffer.from(piece)))) return;
  }
}

/** False where the reader has gone away. */
function writePiece(stream: Writable, piece: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (error: Error | null | undefined): void => {
      if (error === null || error === undefined) resolve(true);
      else if (errorCode(error) === 'EPIPE') resolve(false);
      else reject(outputFailed('-', error));
    };
    // The stream also emits the error after the callback, and without a listener that would end the process.
    stream.once('error', end);
    stream.write(piece, (error) => {
      if (error === null || error === undefined) stream.off('error', end);
      end(error);
    });
  });
}

/** What fails with another code, or none, failed in making the content, or was stopped. */
function isOfSystem(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && !(error instanceof CrmEvalError) && !code.startsWith('ERR_');
}
