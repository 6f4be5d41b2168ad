import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the bench runs. Each job is a process of its own. */

export const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export const cli = here('../bin/crm-eval.js');

/** A folder for what the jobs write; it goes with the process. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'crm-eval-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function node(id, ...args) {
  return { id, program: process.execPath, args };
}

/** A command as it is typed, its table going down a pipe. */
export function command(id, ...args) {
  return node(id, cli, ...args, '--lang', 'en');
}

/** The same, with the whole result written as JSON. */
export function toJson(job, out) {
  return { ...job, args: [...job.args, '--format', 'json', '--out', out, '--force'] };
}

/** The Python that has pandas and its version; null where none has. */
export function findPandas() {
  const pythons = [process.env.CRM_EVAL_PYTHON, 'python3', '/usr/bin/python3'].filter((name) => name !== undefined);
  const python = pythons.find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
  if (python === undefined) return null;
  const version = execFileSync(python, ['-c', 'import pandas; print(pandas.__version__)'], { encoding: 'utf8' }).trim();
  return { python, version };
}

/** Settings of the machine that choose slower arithmetic for numpy are taken off. */
export function pandasJob({ python }, file, out) {
  const env = { ...process.env };
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  return { id: 'pandas', program: python, args: [here('score.py'), file, out], env };
}

/** Reads the file once, so that no job pays for the disk. */
export async function warm(file) {
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 22 })) void chunk;
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}
