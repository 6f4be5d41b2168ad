import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runProgram, temporaryFolder } from '../../cli/run.ts';

describe('the pages of docs that are made of declarations', () => {
  it('come out as they stand (npm run docs writes them)', async () => {
    const folder = temporaryFolder();
    expect(await runProgram(process.execPath, ['build/docs.mjs', folder])).toMatchObject({ code: 0, stderr: '' });
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(['codes.md', 'codes.zh-CN.md', 'glossary.md', 'glossary.zh-CN.md', 'metrics.md', 'metrics.zh-CN.md']);
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(root, 'docs', name), 'utf8'));
  });
});
