import type { FileHandle } from 'node:fs/promises';
import type { Localized } from '../../lib/localized.ts';
import { notAWorkbook } from './workbook-errors.ts';
import { partText, type ZipPackage } from './zip-part.ts';

/** How a workbook is stored, by its content. */
export type WorkbookKind = 'zip' | 'compound' | 'biff' | 'markup';

const kinds: Readonly<Record<string, Localized>> = {
  word: { en: 'a Word document', 'zh-CN': ' Word 文档' },
  powerPoint: { en: 'a PowerPoint presentation', 'zh-CN': ' PowerPoint 演示文稿' },
  numbers: { en: 'an Apple Numbers, Pages or Keynote document', 'zh-CN': ' Apple Numbers / Pages / Keynote 文稿' },
  openDocument: { en: 'an OpenDocument file without a spreadsheet', 'zh-CN': '不含表格的 OpenDocument 文件' },
  zip: { en: 'a zip file without a workbook in it (unpack it first)', 'zh-CN': '不含工作簿的压缩包（请先解压）' },
  picture: { en: 'a picture', 'zh-CN': '一张图片' },
  pdf: { en: 'a PDF file', 'zh-CN': ' PDF 文件' },
  empty: { en: 'an empty file (0 bytes)', 'zh-CN': '空文件（0 字节）' },
  text: { en: 'a text, such as CSV', 'zh-CN': '文本文件（如 CSV）' },
  unknown: { en: 'a file of unknown kind', 'zh-CN': '无法识别的文件' },
};

function refuse(kind: string): never {
  throw notAWorkbook(kinds[kind] ?? { en: kind, 'zh-CN': kind });
}

/** Looks at the first bytes; throws where no workbook starts like this. */
export async function workbookKind(file: FileHandle): Promise<WorkbookKind> {
  const head = Buffer.alloc(4096);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (bytesRead === 0) return refuse('empty');
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'compound';
  if (starts(0x09, 0x08) || starts(0x09, 0x04) || starts(0x09, 0x02) || starts(0x09, 0x00)) return 'biff';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38)) return refuse('picture');
  if (starts(0x25, 0x50, 0x44, 0x46)) return refuse('pdf');
  const text = head.toString('latin1', 0, bytesRead).replaceAll('\0', '').toLowerCase();
  if (/<(?:html|table|!doctype html|workbook|\?xml|ss:workbook)/.test(text)) return 'markup';
  return refuse(/[^\t\n\r -~\u{80}-\u{ff}]/u.test(text) ? 'unknown' : 'text');
}

/** Which of the workbook formats that come as zip files this one is; throws where it is something else. */
export async function packageKind(zip: ZipPackage): Promise<'xlsx' | 'xlsb' | 'ods'> {
  const names = [...zip.directory.keys()];
  const has = (test: (name: string) => boolean): boolean => names.some(test);
  const mimetype = zip.directory.get('mimetype');
  if (mimetype !== undefined) {
    const type = await partText(zip, mimetype, 200);
    if (type.startsWith('application/vnd.oasis.opendocument')) return type.includes('spreadsheet') ? 'ods' : refuse('openDocument');
  }
  if (has((name) => name.endsWith('.iwa') || name === 'index.zip')) return refuse('numbers');
  if (has((name) => name === 'xl/workbook.bin')) return 'xlsb';
  if (has((name) => name.endsWith('workbook.xml') || name.startsWith('xl/'))) return 'xlsx';
  if (has((name) => name.startsWith('word/'))) return refuse('word');
  if (has((name) => name.startsWith('ppt/'))) return refuse('powerPoint');
  return has((name) => name === '[content_types].xml' || name === '_rels/.rels') ? 'xlsx' : refuse('zip');
}
