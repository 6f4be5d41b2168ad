import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import { noteFinding } from '../pipelines/inspect/inspect-notes.ts';
import type { Finding } from '../result/result.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';
import { startProgress } from './progress.ts';
import type { Settings } from './settings.ts';
import { withSources } from './sources.ts';

/** Bytes of files up to which all of them is read: more takes longer than a look. */
const readWhole = 64 * 1024 * 1024;

/** What `check` would say of the files; of large ones, and of standard input, which can be read once, that it was not looked for. */
export async function inspectFindings(run: Run, flags: Flags, settings: Settings, scratch: string): Promise<readonly Finding[]> {
  const { lang } = settings;
  if (!(await isSmall(run, settings))) return [noteFinding('only-head-read', null, lang)];
  const progress = startProgress(run, flags, lang);
  try {
    return await asChecked({
      run,
      flags,
      settings: { ...settings, database: null },
      fields: 'all',
      writes: false,
      tells: true,
      scratch,
      progress,
    });
  } catch (error) {
    // Whoever inspects files wants to know why they cannot be used.
    if (error instanceof CrmEvalError && error.exit === 'usage') return [noteFinding('check-refuses', error, lang)];
    throw error;
  } finally {
    progress.clear();
  }
}

async function asChecked(request: Parameters<typeof withSources>[0]): Promise<readonly Finding[]> {
  return withSources(request, async ({ ingested }) => ingested.findings);
}

/** Whether all of the files is read for a look. */
export async function isSmall(run: Run, { files }: Settings): Promise<boolean> {
  let size = 0;
  for (const { path } of files) {
    if (path === '-') return false;
    size += (await stat(resolve(run.folder, path))).size;
  }
  return size <= readWhole;
}
