import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { demoFiles } from '../../build/demo/files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = demoFiles();

it.each(files)('$path is what the generator writes (else: node build/demo.mjs)', ({ path, text }) => {
  expect(readFileSync(`${root}${path}`, 'utf8') === text).toBe(true);
});

it('leaves no other file in the folders', () => {
  const committed = ['fixtures/demo', 'fixtures/demo-en'].flatMap((folder) =>
    readdirSync(`${root}${folder}`).map((name) => `${folder}/${name}`),
  );
  expect(committed.toSorted()).toEqual(
    files
      .map(({ path }) => path)
      .filter((path) => path.endsWith('.csv'))
      .toSorted(),
  );
});
