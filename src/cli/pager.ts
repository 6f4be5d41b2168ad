import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Rendered } from '../report/contract.ts';
import type { Run } from './context.ts';
import { errorCode } from './error-code.ts';
import { piecesOf } from './output.ts';

/**
 * Shows what is taller than the terminal by the pager of the user: PAGER, else less, started as git does. Yields what is left to print: all of
 * it where there is no terminal or a dumb one, in CI, without such a program, where it is low enough, or where the pager fails; else nothing.
 * Who leaves the pager early, or presses Ctrl-C in it, ends no run.
 */
export async function page(run: Run, content: Rendered): Promise<Rendered> {
  const command = pagerOf(run);
  if (command === null) return content;
  const pieces = copiesOf(content);
  const head: Uint8Array[] = [];
  let lines = 0;
  while (lines < run.stdout.rows) {
    const { value, done } = pieces.next();
    if (done === true) return head;
    head.push(value);
    for (const byte of value) if (byte === 0x0a) lines += 1;
  }
  run.leaveInterrupts(true);
  const given: Uint8Array[] = [];
  let wasShown = false;
  try {
    wasShown = await show(command, kept(following(head, pieces), given), run);
    return wasShown || run.signal.aborted ? [] : following(given, pieces);
  } finally {
    // The Ctrl-C that ended the pager may be heard here after its end.
    if (!wasShown) run.leaveInterrupts(false);
  }
}

function pagerOf({ stdout, env }: Run): string | null {
  const { TERM: terminal, CI: ci = '', PAGER: command = 'less' } = env;
  if (stdout.isTTY !== true || terminal === 'dumb' || !['', '0', 'false'].includes(ci)) return null;
  return command.trim() === '' || command.trim() === 'cat' || !isInstalled(command.trim(), env) ? null : command;
}

/** What only a shell understands is left to it. */
function isInstalled(command: string, env: Run['env']): boolean {
  const [program = ''] = command.split(/\s/);
  if (!/^[\w./+-]+$/.test(program)) return true;
  const folders = program.includes('/') ? [''] : (env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => [program, `${program}.exe`].some((name) => canRun(join(folder, name))));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A stream may keep what it is given. */
function* copiesOf(content: Rendered): Generator<Uint8Array> {
  for (const piece of piecesOf(content)) yield Uint8Array.from(piece);
}

/** False where the pager says that it failed. */
async function show(command: string, pieces: Iterable<Uint8Array>, { env, signal }: Run): Promise<boolean> {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', LV: '-c', ...env } });
  const closed = once(child, 'close');
  const stop = (): boolean => child.kill();
  signal.addEventListener('abort', stop);
  try {
    await pipeline(Readable.from(pieces), child.stdin);
  } catch (error) {
    // The reader has seen enough.
    if (!['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await closed;
    signal.removeEventListener('abort', stop);
  }
  return child.exitCode === null || child.exitCode === 0;
}

/** Pieces that are kept as they are taken; who stops taking them leaves the rest to others. */
function kept(pieces: Iterator<Uint8Array>, given: Uint8Array[]): Iterable<Uint8Array> {
  const next = (): IteratorResult<Uint8Array> => {
    const result = pieces.next();
    if (result.done !== true) given.push(result.value);
    return result;
  };
  return { [Symbol.iterator]: () => ({ next }) };
}

function* following(head: Iterable<Uint8Array>, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield* head;
  yield* rest;
}
