import { workbookDamaged } from './workbook-errors.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readPart, type ZipPackage } from './zip-part.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What of an .xlsx package holds cells, found by its relations and not by the names of its parts. */
export interface WorkbookParts {
  /** In workbook order; chart, dialog and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  /** Days count from 1904-01-01 instead of 1899-12-31. */
  readonly date1904: boolean;
}

export interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `styles` … */
  readonly kind: string;
  readonly part: string;
}

/** Throws where the package lacks its workbook part or a sheet that the workbook lists. */
export async function readWorkbookParts(zip: ZipPackage): Promise<WorkbookParts> {
  const main = (await relationsOf(zip, '')).find((relation) => relation.kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const entry = zip.directory.get(main.toLowerCase());
  if (entry === undefined) throw workbookDamaged(`the part ${main} is missing`);
  const relations = await relationsOf(zip, main);
  const partOf = (kind: string): ZipEntry | null => {
    const relation = relations.find((candidate) => candidate.kind === kind);
    return relation === undefined ? null : (zip.directory.get(relation.part.toLowerCase()) ?? null);
  };
  const { date1904, sheets } = await readWorkbookPart(zip, entry);
  const parts: SheetPart[] = [];
  for (const sheet of sheets) {
    const relation = relations.find((candidate) => candidate.id === sheet.relation);
    if (relation !== undefined && relation.kind !== 'worksheet') continue;
    const part = relation === undefined ? undefined : zip.directory.get(relation.part.toLowerCase());
    if (part === undefined) throw workbookDamaged(`the part of the sheet ${JSON.stringify(sheet.name)} is missing`);
    parts.push({ name: sheet.name, hidden: sheet.hidden, entry: part });
  }
  return { sheets: parts, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), date1904 };
}

async function readWorkbookPart(
  zip: ZipPackage,
  entry: ZipEntry,
): Promise<{ date1904: boolean; sheets: { name: string; relation: string | null; hidden: boolean }[] }> {
  const sheets: { name: string; relation: string | null; hidden: boolean }[] = [];
  let date1904 = false;
  await readPart(zip, entry, {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute('state');
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id'), hidden: state === 'hidden' || state === 'veryHidden' });
    },
    text() {},
    close() {},
  });
  return { date1904, sheets };
}

/** The relations of a part, or of the package for ''. None where the part has none. */
export async function relationsOf(zip: ZipPackage, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = zip.directory.get(`${folder}_rels/${part.slice(folder.length)}.rels`.toLowerCase());
  const relations: Relation[] = [];
  if (entry === undefined) return relations;
  await readPart(zip, entry, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        part: resolvePart(folder, attribute('Target') ?? ''),
      });
    },
    text() {},
    close() {},
  });
  return relations;
}

/** A target as it stands in a relation, from the package's root. */
export function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
