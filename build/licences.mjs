import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage } from './packages.mjs';

/** Licences that ask no more than to be shipped with their text. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  '(MIT AND Zlib)',
  // One may choose.
  '(MIT OR GPL-3.0-or-later)',
]);

/** Name, version, licence and its text of each package; throws where one has none, or another than the permissive ones. */
export function licenceTexts(folders) {
  // A package may lie in several places.
  const entries = new Set([...folders].map(licenceOf));
  return ['Packages that are part of the files of crm-eval, with their licences.\n', ...[...entries].toSorted()].join(
    `\n${'-'.repeat(80)}\n`,
  );
}

function licenceOf(folder) {
  const { name, version, license } = readPackage(folder);
  const title = `${name} ${version} (${license})`;
  if (!permissive.has(license)) throw new Error(`${title}: not a licence that may be bundled`);
  const text = textOf(folder);
  if (text === null) throw new Error(`${title}: ships no text of its licence`);
  return `${title}\n\n${text}\n`;
}

/** What the files say that are named for it, else the last chapter of the readme that is. */
function textOf(folder) {
  const files = readdirSync(folder).toSorted();
  const texts = files.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).map((file) => read(folder, file));
  if (texts.length > 0) return texts.join('\n\n');
  const readme = files.find((file) => /^readme\.md$/i.test(file));
  const chapter = readme === undefined ? undefined : /^#+ *licen[cs]e *\n((?:(?!^#).*\n?)*)/im.exec(read(folder, readme))?.[1].trim();
  return chapter !== undefined && /permission is hereby granted/i.test(chapter) ? chapter : null;
}

function read(folder, file) {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
