import { afterChinese, type Localized } from '../lib/localized.ts';
import { unreadable, type FileHead } from './head.ts';
import type { FileFormat } from './raw-table.ts';

interface Signature {
  readonly bytes: readonly number[];
  readonly what: Localized;
}

function signature(bytes: string | readonly number[], en: string, zh: string): Signature {
  return { bytes: typeof bytes === 'string' ? [...Buffer.from(bytes, 'latin1')] : bytes, what: { en, 'zh-CN': zh } };
}

/** Beginnings of files that hold no table of ours. */
const foreign: readonly Signature[] = [
  signature('%PDF', 'a PDF document', 'PDF 文档'),
  signature([0x89, 0x50, 0x4e, 0x47], 'a PNG image', 'PNG 图片'),
  signature([0xff, 0xd8, 0xff], 'a JPEG image', 'JPEG 图片'),
  signature('GIF8', 'a GIF image', 'GIF 图片'),
  signature([0x1f, 0x8b], 'a gzip archive', 'gzip 压缩包'),
  signature('BZh', 'a bzip2 archive', 'bzip2 压缩包'),
  signature([0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive', 'xz 压缩包'),
  signature([0x28, 0xb5, 0x2f, 0xfd], 'a zstd archive', 'zstd 压缩包'),
  signature([0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', '7z 压缩包'),
  signature('Rar!', 'a RAR archive', 'RAR 压缩包'),
  signature('SQLite format 3', 'an SQLite database', 'SQLite 数据库'),
  signature('{\\rtf', 'an RTF document', 'RTF 文档'),
  signature([0x7f, 0x45, 0x4c, 0x46], 'a program', '程序文件'),
  signature([0xff, 0xfe, 0, 0], 'UTF-32 text', 'UTF-32 文本'),
  signature([0, 0, 0xfe, 0xff], 'UTF-32 text', 'UTF-32 文本'),
];

const zip = [0x50, 0x4b];
const parquet = [...Buffer.from('PAR1')];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What a file is, by its content alone. A zip is taken for a workbook until its folder says otherwise; a compound file is an old workbook or
 * an encrypted one. Throws a CrmEvalError for what holds no table.
 */
export function detectFormat(path: string, head: FileHead): FileFormat {
  const { bytes } = head;
  if (startsWith(bytes, zip) && bytes[2]! <= 7 && bytes[3] === bytes[2]! + 1) return 'xlsx';
  if (startsWith(bytes, compound)) return 'spreadsheet';
  if (startsWith(bytes, parquet)) return 'parquet';
  if (startsWith(bytes, [0x09]) && [0, 2, 4].includes(bytes[1]!) && [4, 6].includes(bytes[2]!) && bytes[3] === 0) return 'spreadsheet';
  const known = foreign.find((candidate) => startsWith(bytes, candidate.bytes));
  if (known !== undefined) throw noTable(path, known.what);
  const text = asciiOf(bytes);
  if (text.startsWith('<')) return markupFormat(path, text);
  if (text.startsWith('mime-version:')) throw noTable(path, { en: 'a web archive (MHTML)', 'zh-CN': '网页存档（MHTML）' });
  if (/^id;p[a-z0-9]*(?:;[a-z]\w*)*\r?\n(?:[bcfopw]|n[enu]);[a-z]/.test(text))
    throw noTable(path, { en: 'a SYLK file (.slk)', 'zh-CN': 'SYLK 文件（.slk）' });
  if (/^table\r?\n0,1\r?\n"/.test(text)) throw noTable(path, { en: 'a DIF file (.dif)', 'zh-CN': 'DIF 文件（.dif）' });
  if (/^[[{]\s{0,99}["{[]/.test(text)) throw noTable(path, { en: 'JSON', 'zh-CN': 'JSON 文件' });
  if (isBinary(bytes)) throw noTable(path, { en: 'a binary file of unknown kind', 'zh-CN': '未知类型的二进制文件' });
  return 'text';
}

/** The first element of a page or document, behind declarations and remarks; '' where none stands there. */
function rootOf(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : text.startsWith('<!', at) ? '>' : null;
    if (end === null) return /^<([a-z][\w:.-]{0,40})(?=[\s>/])/.exec(text.slice(at, at + 60))?.[1] ?? '';
    const close = text.indexOf(end, at);
    if (close === -1) return '';
    at = close + end.length;
  }
}

function markupFormat(path: string, text: string): FileFormat {
  const root = rootOf(text);
  if (/^(?:rss|feed|rdf:rdf|opml)$/.test(root)) throw noTable(path, { en: 'a news feed (RSS)', 'zh-CN': '新闻订阅源（RSS）' });
  if (root === 'svg') throw noTable(path, { en: 'a drawing (SVG)', 'zh-CN': 'SVG 图形' });
  if (/^(?:error|(?:\w+:)?envelope|response|urlset)$/.test(root))
    throw noTable(path, { en: 'the answer of a server in XML', 'zh-CN': '服务器返回的 XML 信息' });
  if (/^<(?:!doctype html|html|head|body|meta|table|style|div)\b/.test(text) || text.includes('<table')) return 'html';
  if (!text.startsWith('<?xml')) return 'text';
  if (/<(?:\w{1,20}:)?workbook\b/.test(text)) return 'html';
  throw noTable(path, { en: 'an XML document that is no workbook', 'zh-CN': '不是工作簿的 XML 文档' });
}

/** The beginning in lower case without marks, NULs and leading blanks: enough to know markup in any encoding. */
function asciiOf(bytes: Buffer): string {
  return bytes
    .subarray(0, 65_536)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
    .toLowerCase();
}

/** Control characters that no text of any encoding holds, more than one in a hundred; UTF-16, where any byte can be one, is known by its mark or by its NULs on one side. */
function isBinary(bytes: Buffer): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return false;
  let controls = 0;
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    } else if (byte < 9 || (byte > 13 && byte < 28 && byte !== 26)) {
      controls += 1;
    }
  });
  const nuls = even + odd;
  const oneSided = Math.max(even, odd) > 4 * Math.min(even, odd) && nuls > bytes.length * 0.01;
  return !oneSided && (controls > bytes.length * 0.01 + 2 || nuls > bytes.length * 0.05 + 2);
}

function startsWith(bytes: Buffer, beginning: readonly number[]): boolean {
  return bytes.length >= beginning.length && beginning.every((byte, index) => bytes[index] === byte);
}

export function noTable(path: string, what: Localized): Error {
  return unreadable(
    'file-no-table',
    { en: `${path} is ${what.en}, not a table`, 'zh-CN': `${afterChinese(`${path} 是`, what['zh-CN'])}，不是表格` },
    { en: 'export the data as CSV or as an Excel workbook (.xlsx)', 'zh-CN': '请将数据导出为 CSV 或 Excel 工作簿（.xlsx）' },
  );
}
