import { unescapeXmlString } from './xml-text.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readPart, type ZipPackage } from './zip-part.ts';

/** The table of texts that cells point into. Runs of rich text are joined; phonetic readings are left out. */
export async function readSharedStrings(zip: ZipPackage, entry: ZipEntry): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await readPart(zip, entry, {
    open(name) {
      if (name === 't') inText = !phonetic;
      else if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'si') texts.push(unescapeXmlString(text));
      else if (name === 'rPh') phonetic = false;
    },
  });
  return texts;
}
