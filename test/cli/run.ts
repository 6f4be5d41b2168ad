import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Process } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunOptions {
  /** Default: the repository. */
  readonly cwd?: string;
  /** All of the environment but PATH and NO_COLOR=1; an entry here wins over both. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; without it the program finds its standard input empty. */
  readonly input?: string | Uint8Array;
}

export interface Outcome {
  /** 128 + the number of the signal where one ended the program. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in this process, with surroundings as `spawned` gives them: all but what is about signals, pipes and terminals. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [stdout, stderr] = [new Printed(), new Printed()];
  const surroundings = {
    argv: ['node', 'crm-eval', ...args],
    env: environmentOf(options),
    cwd: () => options.cwd ?? root,
    stdin: Readable.from([Buffer.from(options.input ?? '')]),
    stdout,
    stderr,
  };
  const code = await main(Object.assign(new EventEmitter(), surroundings) as unknown as Process);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A stream that keeps what is written to it. */
export class Printed extends Writable {
  readonly #pieces: Buffer[] = [];

  override _write(piece: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#pieces.push(piece);
    done();
  }

  text(): string {
    return Buffer.concat(this.#pieces).toString('utf8');
  }
}

/** Spawns the built program as a user's shell would, but with an empty environment, and waits for it. */
export function spawned(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runProgram(process.execPath, [join(root, 'bin/crm-eval.js'), ...args], options);
}

function environmentOf({ env }: RunOptions): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...env };
}

/** Any program with such an environment. Rejects only where it could not be started. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: environmentOf(options),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A program that ends without reading its input breaks the pipe; its exit code says all there is to say.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}

/** A new folder with these files in it (`{'a/orders.csv': '…'}`). */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-eval-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
