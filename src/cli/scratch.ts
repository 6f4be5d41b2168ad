import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrmEvalError } from '../errors.ts';

/** Lends a private folder (mode 0700) for transcoded copies and for what the engine spills; it is gone afterwards, whatever happens. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeFolder();
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'crm-eval-'));
  } catch (cause) {
    throw new CrmEvalError(
      'scratch-failed',
      'outputFailed',
      { en: `cannot make a folder in ${tmpdir()}`, 'zh-CN': `无法在 ${tmpdir()} 中创建临时目录` },
      { fix: { en: 'set TMPDIR to a folder with free space that you may write to', 'zh-CN': '请把 TMPDIR 设为有空间且可写的目录' }, cause },
    );
  }
}
