import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, manifestSchema } from '../../../src/cli/set/manifest.ts';
import { temporaryFolder } from '../run.ts';
import { publish } from './publish.ts';
import { names } from './set-files.ts';

const killed = 137;

/** The text of all files that the manifest names, each of them whole; fails where they are of several sets. */
function textOf(folder: string): string {
  const set = join(folder, '2026-10');
  const manifest: Manifest = manifestSchema.parse(JSON.parse(readFileSync(join(set, 'manifest.json'), 'utf8')));
  expect(manifest.files.map(({ name }) => name)).toEqual(names);
  const texts = manifest.files.map(({ name, bytes, sha256 }) => {
    const content = readFileSync(join(set, name));
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    return content.toString();
  });
  expect(new Set(texts).size).toBe(1);
  expect(readdirSync(set).toSorted()).toEqual([...names, 'manifest.json'].toSorted());
  return texts[0]!;
}

describe('a run that is killed', () => {
  it(
    'at any step leaves the old set whole or the new one, and the next run puts the folder in order',
    { tags: ['slow'], timeout: 180_000 },
    async () => {
      const folder = temporaryFolder();
      expect(await publish(folder, 'set 0')).toEqual({ code: 0, stdout: '', stderr: '' });
      let [current, kept, changed] = ['set 0', 0, 0];
      for (let step = 1; ; step += 1) {
        const { code, stderr } = await publish(folder, `set ${step}`, { killAt: step });
        if (code === 0) break;
        expect([code, stderr]).toEqual([killed, '']);
        const now = textOf(folder);
        expect([current, `set ${step}`]).toContain(now);
        if (now === current) kept += 1;
        else changed += 1;
        current = now;
      }
      // Killed before and after the set was switched, in many places.
      expect(kept).toBeGreaterThan(30);
      expect(changed).toBeGreaterThan(3);
      expect(await publish(folder, 'last')).toMatchObject({ code: 0 });
      expect(textOf(folder)).toBe('last');
      // The set, the one before, and nothing else.
      expect(readdirSync(folder).filter((name) => !/^\.2026-10\.\d+\.crm-eval$/.test(name))).toEqual(['2026-10']);
      expect(readdirSync(folder)).toHaveLength(3);
    },
  );

  it('before there was any set leaves none, or a whole one', { tags: ['slow'] }, async () => {
    for (const step of [4, 20, 34, 40, 46]) {
      const folder = temporaryFolder();
      await publish(folder, 'first', { killAt: step });
      if (existsSync(join(folder, '2026-10'))) expect(textOf(folder)).toBe('first');
      expect(await publish(folder, 'second')).toMatchObject({ code: 0 });
      expect(textOf(folder)).toBe('second');
    }
  });
});

describe('a set', () => {
  it('that was changed by hand, or had a file added, is not replaced', async () => {
    for (const name of ['review.xlsx', 'mine.xlsx']) {
      const folder = temporaryFolder();
      await publish(folder, 'one');
      writeFileSync(join(folder, '2026-10', name), 'notes');
      const { code, stderr } = await publish(folder, 'two');
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${name} in ${folder}/2026-10 is not as it was written`) as string]);
      expect(readFileSync(join(folder, '2026-10', name), 'utf8')).toBe('notes');
      expect(readdirSync(folder)).toHaveLength(2);
    }
  });

  it('without its manifest is not replaced, and none of its files is lost', async () => {
    const folder = temporaryFolder();
    await publish(folder, 'one');
    rmSync(join(folder, '2026-10/manifest.json'));
    expect((await publish(folder, 'two')).stderr).toContain(`manifest.json in ${folder}/2026-10 is not as it was written`);
    expect(readdirSync(join(folder, '2026-10'))).toEqual(names);
  });

  it('passes over what an office program puts beside an open file', async () => {
    const folder = temporaryFolder();
    await publish(folder, 'one');
    writeFileSync(join(folder, '2026-10/~$review.xlsx'), '');
    expect(await publish(folder, 'two')).toMatchObject({ code: 0 });
    expect(textOf(folder)).toBe('two');
  });

  it('takes no place of a folder or link of somebody else, but that of an empty folder', async () => {
    const folder = temporaryFolder({ '2026-10/plan.txt': 'mine' });
    expect((await publish(folder, 'one')).stderr).toContain('is there already and is no set of crm-eval');
    expect(readFileSync(join(folder, '2026-10/plan.txt'), 'utf8')).toBe('mine');
    const linked = temporaryFolder({ 'mine/plan.txt': 'mine' });
    symlinkSync('mine', join(linked, '2026-10'));
    expect((await publish(linked, 'one')).stderr).toContain('is there already and is no set of crm-eval');
    expect(readdirSync(join(linked, 'mine'))).toEqual(['plan.txt']);
  });
});
