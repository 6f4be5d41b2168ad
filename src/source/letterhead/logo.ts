import type { LogoPicture } from '../../lib/letterhead.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { type Relation, relationsOf } from '../workbook/package-parts.ts';
import { partBytes, readPart, type ZipPackage } from '../workbook/zip-part.ts';
import { largestLogo, pictureOf } from './picture.ts';

export interface FoundLogo {
  /** Null: there is none that can be shown. */
  readonly logo: LogoPicture | null;
  /** Pictures before it that cannot be shown, and why. */
  readonly unfit: readonly { readonly name: string; readonly reason: Localized }[];
}

/** So many pictures are looked at: a sheet full of them has no logo. */
const mostTried = 5;

/** The first picture of a sheet, from the top and from the left, that can be shown; else that of its header. */
export async function findLogo(zip: ZipPackage, sheet: string): Promise<FoundLogo> {
  const relations = await relationsOf(zip, sheet);
  const parts = [...(await onSheet(zip, relations)), ...(await inHeader(zip, relations))];
  const unfit: { name: string; reason: Localized }[] = [];
  for (const part of [...new Set(parts)].slice(0, mostTried)) {
    const name = part.slice(part.lastIndexOf('/') + 1);
    const read = await pictureIn(zip, part);
    if (!('unfit' in read)) return { logo: read, unfit };
    unfit.push({ name, reason: read.unfit });
  }
  return { logo: null, unfit };
}

async function pictureIn(zip: ZipPackage, part: string): Promise<LogoPicture | { readonly unfit: Localized }> {
  const entry = zip.directory.get(part.toLowerCase());
  if (entry === undefined) return { unfit: both('is missing in the file', '在文件中缺失') };
  if (entry.inflated > largestLogo) {
    const size = Math.ceil((entry.inflated / 1_048_576) * 10) / 10;
    return { unfit: both(`has ${size} MB, at most 1 MB is taken`, `大小为 ${size} MB，上限为 1 MB`) };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of partBytes(zip, entry)) chunks.push(chunk);
  return pictureOf(Buffer.concat(chunks));
}

/** The parts of the pictures that lie on the sheet, by their place. */
async function onSheet(zip: ZipPackage, relations: readonly Relation[]): Promise<string[]> {
  const part = relations.find(({ kind }) => kind === 'drawing')?.part;
  const entry = part === undefined ? undefined : zip.directory.get(part.toLowerCase());
  if (part === undefined || entry === undefined) return [];
  const pictures: { id: string; row: number; column: number }[] = [];
  let place = { row: 0, column: 0 };
  let reading: 'row' | 'column' | null = null;
  let isStart = false;
  await readPart(zip, entry, {
    open(name, attribute) {
      if (name.endsWith('Anchor')) place = { row: 0, column: 0 };
      else if (name === 'from') isStart = true;
      else if (isStart && (name === 'row' || name === 'col')) reading = name === 'row' ? 'row' : 'column';
      else if (name === 'blip') {
        const id = attribute('embed');
        if (id !== null) pictures.push({ id, ...place });
      }
    },
    text(text) {
      if (reading !== null) place = { ...place, [reading]: Number(text) || 0 };
    },
    close(name) {
      reading = null;
      if (name === 'from') isStart = false;
    },
  });
  const targets = new Map((await relationsOf(zip, part)).map((relation) => [relation.id, relation.part]));
  return pictures.toSorted((one, other) => one.row - other.row || one.column - other.column).flatMap(({ id }) => targets.get(id) ?? []);
}

/** The parts of the pictures that are printed in the header of the sheet. */
async function inHeader(zip: ZipPackage, relations: readonly Relation[]): Promise<string[]> {
  const drawings = relations.filter(({ kind }) => kind === 'vmlDrawing' || kind === 'legacyDrawingHF');
  const all: string[] = [];
  for (const { part } of drawings)
    all.push(...(await relationsOf(zip, part)).filter(({ kind }) => kind === 'image').map((image) => image.part));
  return all;
}
