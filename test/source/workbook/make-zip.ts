import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Written instead of the true values. */
  readonly flags?: number;
  readonly crc?: number;
  readonly inflated?: number;
  readonly offset?: number;
}

/** A zip file, as sound as its parts ask for. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const data = part.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(part.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(part.crc ?? crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(part.inflated ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(part.offset ?? offset, 42);
    chunks.push(signature(0x04034b50), common, name, data);
    directory.push(entry, name);
    offset += 30 + name.length + data.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface WorkbookContent {
  /** What stands between `<sheetData>` and `</worksheet>`, by sheet name. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
}

/** The parts of a minimal .xlsx. */
export function workbookParts(content: WorkbookContent): ZipPart[] {
  const sheets = [...content.sheets];
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const relations = sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  if (content.sharedStrings !== undefined) relations.push(relation('t', 'sharedStrings', 'sharedStrings.xml'));
  if (content.styles !== undefined) relations.push(relation('y', 'styles', 'styles.xml'));
  const listed = sheets.map(([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`).join('');
  return [
    { name: '_rels/.rels', content: `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relationships}">${content.workbookProperties ?? ''}<sheets>${listed}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    ...sheets.map(([, data], index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${main}"><sheetData>${data}</worksheet>`,
    })),
    ...(content.sharedStrings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${content.sharedStrings}</sst>` }]),
    ...(content.styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${content.styles}</styleSheet>` }]),
  ];
}
