import { builtInDisplay, type NumberDisplay, numberDisplay } from './number-format.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readPart, type ZipPackage } from './zip-part.ts';

/** For each cell style, by its index, what it makes of a number. */
export async function readNumberDisplays(zip: ZipPackage, entry: ZipEntry): Promise<NumberDisplay[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  await readPart(zip, entry, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) formats.push(Number(attribute('numFmtId') ?? 0));
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInDisplay(id) : numberDisplay(code);
  });
}
