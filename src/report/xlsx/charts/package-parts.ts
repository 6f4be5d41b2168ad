/* oxlint-disable no-underscore-dangle -- what exceljs keeps to itself is the only way behind the cells of a streamed sheet */
import { setTimeout } from 'node:timers/promises';
import type { Worksheet } from 'exceljs';
import type { LogoPicture } from '../../../lib/letterhead.ts';
import { type Markup, markup } from '../../html/markup.ts';
import type { WorkbookWriter } from '../styles.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentTypes = 'application/vnd.openxmlformats-officedocument';

/** The kinds of parts that exceljs does not stream: where they lie, and what they are to a package and to what refers to them. */
const kinds = {
  chart: { folder: 'charts', contentType: `${contentTypes}.drawingml.chart+xml`, relationship: `${relationships}/chart` },
  drawing: { folder: 'drawings', contentType: `${contentTypes}.drawing+xml`, relationship: `${relationships}/drawing` },
  table: { folder: 'tables', contentType: `${contentTypes}.spreadsheetml.table+xml`, relationship: `${relationships}/table` },
  /** Its type is that of all files with its ending. */
  image: { folder: 'media', contentType: null, relationship: `${relationships}/image` },
} as const;

export type PartKind = keyof typeof kinds;

/** A part by its place in the package. */
export interface Part {
  readonly kind: PartKind;
  readonly file: string;
}

/** What the writer of exceljs has beyond its types: the archive that it fills, and of a sheet what comes last in its part. */
interface OpenArchive {
  readonly zip: { append: (source: unknown, entry: { name: string }) => unknown };
}
interface OpenSheet {
  _writeHyperlinks: () => void;
  _writePageMargins: () => void;
  _writeLegacyData: () => void;
  readonly _sheetRelsWriter: { addRelationship: (relationship: { Type: string; Target: string }) => string };
  readonly stream: { write: (text: string) => void; readonly pipes: readonly { readonly _writableState: { readonly length: number } }[] };
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts that exceljs does not know, written into the archive beside its own and named in the list of contents. */
export class PackageParts {
  readonly #archive: OpenArchive['zip'];
  readonly #append: OpenArchive['zip']['append'];
  readonly #counts = new Map<PartKind, number>();
  readonly #overrides: Markup[] = [];
  readonly #endings = new Map<string, string>();

  /** `edit` has the text of each part of exceljs that is written at the end, by its path. */
  constructor(workbook: WorkbookWriter, edit: (path: string, text: string) => string) {
    this.#archive = (workbook as unknown as OpenArchive).zip;
    this.#append = this.#archive.append.bind(this.#archive);
    this.#archive.append = (source, entry) => {
      if (typeof source !== 'string') return this.#append(source, entry);
      const path = entry.name.replace(/^\//, '');
      const text = path === '[Content_Types].xml' ? this.#withContentTypes(source) : edit(path, source);
      return this.#append(text, entry);
    };
  }

  /** Writes a part of the next free number of its kind, and what it refers to. */
  add(kind: Exclude<PartKind, 'image'>, content: Markup, refersTo: readonly Part[] = []): Part {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const { folder, contentType } = kinds[kind];
    const part = { kind, file: `${kind}${number}.xml` };
    this.#append(declaration + content.text, { name: `xl/${folder}/${part.file}` });
    if (refersTo.length > 0) {
      const targets = refersTo.map(
        (target, index) =>
          markup`<Relationship Id="rId${index + 1}" Type="${kinds[target.kind].relationship}" Target="../${kinds[target.kind].folder}/${target.file}"/>`,
      );
      const list = markup`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}</Relationships>`;
      this.#append(declaration + list.text, { name: `xl/${folder}/_rels/${part.file}.rels` });
    }
    this.#overrides.push(markup`<Override PartName="/xl/${folder}/${part.file}" ContentType="${contentType}"/>`);
    return part;
  }

  /** Writes a picture. */
  addImage({ type, bytes }: LogoPicture): Part {
    const number = (this.#counts.get('image') ?? 0) + 1;
    this.#counts.set('image', number);
    const part = { kind: 'image', file: `image${number}.${type}` } as const;
    this.#append(Buffer.from(bytes), { name: `xl/${kinds.image.folder}/${part.file}` });
    this.#endings.set(type, `image/${type}`);
    return part;
  }

  #withContentTypes(text: string): string {
    const endings = [...this.#endings]
      .map(([ending, type]) => markup`<Default Extension="${ending}" ContentType="${type}"/>`.text)
      .join('');
    const overrides = this.#overrides.map((override) => override.text).join('');
    return text.replace(/(<Types[^>]*>)/, `$1${endings}`).replace('</Types>', `${overrides}</Types>`);
  }
}

/** So much of a sheet may wait for the archive, in bytes. */
const mostWaiting = 4_000_000;

/** Waits until the archive has taken what was written of a sheet, but for a little: exceljs would keep all of it. */
export async function taken(sheet: Worksheet): Promise<void> {
  const { pipes } = (sheet as unknown as OpenSheet).stream;
  // The streams of the archive are of an old kind, which does not say it in any other way.
  while (pipes.some(({ _writableState: state }) => state.length > mostWaiting)) await setTimeout(2);
}

/** What stands in a sheet behind its cells: a drawing, a table, and marks of newer programs. */
export interface SheetTail {
  readonly drawing: Part | null;
  readonly table: Part | null;
  readonly extensions: readonly Markup[];
}

/** Has the sheet end with them, when it is committed; its links stand behind its marks, as the format wants it and exceljs does not. */
export function endSheetWith(sheet: Worksheet, { drawing, table, extensions }: SheetTail): void {
  const open = sheet as unknown as OpenSheet;
  const link = ({ kind, file }: Part): string =>
    open._sheetRelsWriter.addRelationship({ Type: kinds[kind].relationship, Target: `../${kinds[kind].folder}/${file}` });
  const [links, margins] = [open._writeHyperlinks.bind(open), open._writePageMargins.bind(open)];
  open._writeHyperlinks = () => undefined;
  open._writePageMargins = () => {
    links();
    margins();
  };
  open._writeLegacyData = () => {
    const tail = markup`${drawing !== null && markup`<drawing r:id="${link(drawing)}"/>`}${table !== null && markup`<tableParts count="1"><tablePart r:id="${link(table)}"/></tableParts>`}${extensions.length > 0 && markup`<extLst>${extensions}</extLst>`}`;
    open.stream.write(tail.text);
  };
}
