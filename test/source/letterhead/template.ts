import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { temporaryFolder } from '../support.ts';
import { makeZip, type ZipPart } from '../workbook/make-zip.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A green rectangle, with a remark between its parts and bytes behind its end where they are wanted. */
export function pngOf(width: number, height: number, { remark = '', behind = '' } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(Math.min(width, 1_000) * 3, Buffer.from([0, 105, 92]))]);
  const lines = Buffer.concat(Array.from({ length: Math.min(height, 1_000) }, () => line));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(remark === '' ? [] : [chunk('tEXt', Buffer.from(remark))]),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(behind),
  ]);
}

export interface TemplateContent {
  /** On the first sheet, each a row below the other, the last of them at the top. */
  readonly pictures?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly accents?: readonly string[];
  readonly latin?: string;
  readonly chinese?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly company?: string;
  readonly more?: readonly ZipPart[];
}

/** The bytes of a workbook with all that a template may have, a formula and links to elsewhere among it. */
export function templateOf(content: TemplateContent = {}): Buffer {
  const {
    pictures = [],
    accents = ['00695C'],
    latin = 'Source Sans',
    chinese = '微软雅黑',
    header = '',
    footer = '',
    company = '',
    more = [],
  } = content;
  const relation = (id: string, kind: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"${mode}/>`;
  const list = (...relations: string[]): string => `<Relationships>${relations.join('')}</Relationships>`;
  const anchors = pictures.map(
    (_, index) =>
      `<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${pictures.length - index}</xdr:row></xdr:from><xdr:pic><a:blip r:embed="p${index}"/></xdr:pic></xdr:oneCellAnchor>`,
  );
  return makeZip([
    {
      name: '_rels/.rels',
      content: list(relation('r1', 'officeDocument', 'xl/workbook.xml'), relation('r2', 'extended-properties', 'docProps/app.xml')),
    },
    { name: 'docProps/app.xml', content: `<Properties><Company>${company}</Company></Properties>` },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${relationships}"><sheets><sheet name="Brand" sheetId="1" r:id="s1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: list(relation('s1', 'worksheet', 'worksheets/sheet1.xml'), relation('t1', 'theme', 'theme/theme1.xml')),
    },
    {
      name: 'xl/theme/theme1.xml',
      content: `<a:theme xmlns:a="x"><a:clrScheme>${accents.map((colour, index) => `<a:accent${index + 1}><a:srgbClr val="${colour}"/></a:accent${index + 1}>`).join('')}</a:clrScheme><a:minorFont><a:latin typeface="${latin}"/><a:ea typeface=""/><a:font script="Hans" typeface="${chinese}"/></a:minorFont></a:theme>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns:r="${relationships}"><sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://example.com")</f><v>1</v></c></row></sheetData><headerFooter><oddHeader>${header}</oddHeader><oddFooter>${footer}</oddFooter></headerFooter><drawing r:id="d1"/></worksheet>`,
    },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: list(
        relation('d1', 'drawing', '../drawings/drawing1.xml'),
        relation('h1', 'hyperlink', 'http://example.com', ' TargetMode="External"'),
      ),
    },
    { name: 'xl/drawings/drawing1.xml', content: `<xdr:wsDr xmlns:xdr="x" xmlns:a="y" xmlns:r="z">${anchors.join('')}</xdr:wsDr>` },
    {
      name: 'xl/drawings/_rels/drawing1.xml.rels',
      content: list(...pictures.map(({ name }, index) => relation(`p${index}`, 'image', `../media/${name}`))),
    },
    ...pictures.map(({ name, bytes }) => ({ name: `xl/media/${name}`, content: bytes })),
    ...more,
  ]);
}

/** A file with these bytes, in a folder of its own. */
export function written(bytes: Uint8Array, name = 'brand.xlsx'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}
