import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/cli/clock.ts';
import { emitResult } from '../../src/cli/emit.ts';
import type { Flags } from '../../src/cli/options.ts';
import type { Result } from '../../src/result/result.ts';
import { Printed, root, run } from './run.ts';
import { remembered } from '../remembered.ts';

/** The Result of a command that succeeds, as its JSON has it: computed once, and printed in other formats by `rendered`. */
export const resultOf = remembered(async (args: readonly string[]): Promise<Result> => {
  const { code, stdout, stderr } = await run([...args, '-q', '--format', 'json']);
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Result;
});

/** What the command would print with these options. */
export async function rendered(result: Result, flags: Flags, limit: number | null = null): Promise<string> {
  const stdout = new Printed();
  const surroundings = {
    stdin: process.stdin,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: process.stderr,
    env: {},
    folder: root,
    clock: systemClock,
    version: '',
    lang: result.lang,
    speak: () => {},
    signal: new AbortController().signal,
    leaveInterrupts: () => {},
    finish: () => {},
  };
  await emitResult(surroundings, flags, result, { limit });
  return stdout.text();
}

/** Path of a new file that holds what the command would write with `--out` and these options. */
export async function writtenTo(name: string, result: Result, flags: Flags = {}): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'crm-eval-written-')), name);
  await rendered(result, { quiet: true, ...flags, out: path });
  return path;
}
