import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { CrmEvalError } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import { isLikelyChinese, likelyEncoding } from './likely-encoding.ts';

/** How a file's bytes become text. `encoding` is a label of the WHATWG encoding standard. */
export interface TextEncodingFound {
  /** As it is told to the user: `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `gb18030` … */
  readonly name: string;
  readonly encoding: string;
  /** Length of the byte order mark. */
  readonly markLength: number;
  /** Some bytes do not fit, far too few to doubt the encoding (a text cut in the middle of a character): they are read as U+FFFD. */
  readonly damaged: boolean;
  /** Other encodings fit the bytes, too. */
  readonly guessed: boolean;
}

const marks: readonly { readonly bytes: readonly number[]; readonly name: string; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8-bom', encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], name: 'utf-16le', encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be', encoding: 'utf-16be' },
];

/** Labels worth naming when a user's label is unknown. */
const commonLabels = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'gb2312',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
];

/**
 * Decides by byte order mark, then by the user's label, then by where the NULs stand, then strict UTF-8, then by which of the encodings of
 * East Asia makes likely text, GB18030 before all others.
 * A mark wins over the label, as it does in the WHATWG standard. Null where nothing fits.
 */
export function detectEncoding(head: Uint8Array, complete: boolean, label: string | undefined): TextEncodingFound | null {
  for (const mark of marks) {
    if (mark.bytes.every((byte, index) => head[index] === byte))
      return { ...plain(mark.name, mark.encoding), markLength: mark.bytes.length };
  }
  if (label !== undefined) return fromLabel(label);
  const wide = wideOrder(head);
  if (wide !== null) return plain(wide);
  if (isUtf8(complete ? head : wholeCharacters(head))) return plain('utf-8');
  if (isCutUtf8(head) || isDamaged('utf-8', head)) return { ...plain('utf-8'), damaged: true };
  return doubleByte(head, complete);
}

function doubleByte(head: Uint8Array, complete: boolean): TextEncodingFound | null {
  const chinese = looksChinese(head);
  const likely = likelyEncoding(head, complete, chinese);
  if (likely === null) return chinese && isDamaged('gb18030', head) ? { ...plain('gb18030'), damaged: true } : null;
  if (likely.encoding !== 'gb18030') return { ...plain(likely.encoding), guessed: true };
  const isChinese = isLikelyChinese(head, likely.likelihood);
  return isChinese === 'no' ? null : { ...plain('gb18030'), guessed: isChinese === 'perhaps' };
}

function plain(name: string, encoding: string = name): TextEncodingFound {
  return { name, encoding, markLength: 0, damaged: false, guessed: false };
}

/** The encoding of a text that began like UTF-8 and is not: a few damaged characters, or GB18030. Null where neither fits. */
export async function encodingBeyondHead(path: string): Promise<TextEncodingFound | null> {
  const chunks = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const counts = { fitting: 0, unfit: 0 };
  const decoder = new TextDecoder('utf-8');
  const beyond: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = chunk as Buffer;
    countCharacters(decoder.decode(bytes, { stream: true }), counts);
    if (beyond.length < mostSamples) beyond.push(...highLines(bytes));
  }
  if (isFewUnfit(counts)) return { ...plain('utf-8'), damaged: true };
  return doubleByte(Buffer.concat(beyond), true);
}

const mostSamples = 10_000;

/** The whole lines of a chunk that are not all ASCII; in none of the encodings is a line feed half of a character. */
function highLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let at = bytes.indexOf(10); at !== -1 && lines.length < mostSamples;) {
    const next = bytes.indexOf(10, at + 1);
    const line = bytes.subarray(at + 1, next === -1 ? at + 1 : next);
    if (line.some((byte) => byte > 0x7f)) lines.push(Buffer.from(line));
    at = next;
  }
  return lines;
}

interface CharacterCounts {
  fitting: number;
  unfit: number;
}

function countCharacters(text: string, counts: CharacterCounts): void {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) counts.unfit += 1;
    else if (code > 0x7f) counts.fitting += 1;
  }
}

/** One character in fifty beyond ASCII at most. */
function isFewUnfit(counts: CharacterCounts): boolean {
  return counts.unfit > 0 && counts.fitting >= counts.unfit * 50;
}

/** UTF-8 beyond ASCII throughout, but for a character that the end of the file cuts in two. */
function isCutUtf8(head: Uint8Array): boolean {
  const whole = wholeCharacters(head);
  return whole.length < head.length && isUtf8(whole) && whole.some((byte) => byte > 0x7f);
}

function isDamaged(encoding: string, head: Uint8Array): boolean {
  const counts = { fitting: 0, unfit: 0 };
  countCharacters(new TextDecoder(encoding).decode(head, { stream: true }), counts);
  return isFewUnfit(counts);
}

function fromLabel(label: string): TextEncodingFound {
  try {
    const { encoding } = new TextDecoder(label);
    return plain(encoding);
  } catch (cause) {
    const near = nearest(label.toLowerCase(), commonLabels);
    throw new CrmEvalError(
      'encoding-unknown',
      'usage',
      { en: `"${label}" is not an encoding`, 'zh-CN': `“${label}”不是可用的编码名称` },
      {
        cause,
        fix:
          near === null
            ? { en: `use one of ${commonLabels.join(', ')}`, 'zh-CN': `请使用以下编码之一：${commonLabels.join('、')}` }
            : { en: `did you mean ${near}?`, 'zh-CN': `是否应为 ${near}？` },
      },
    );
  }
}

/** UTF-16 without a mark: nearly every line end has a NUL on the same side. */
function wideOrder(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  // A NUL beside a line end is in no other encoding; 上 and others hold the byte of a line end themselves, on the other side.
  const ends = { little: 0, big: 0 };
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 10 && head[index] !== 13) continue;
    if (index % 2 === 0 && head[index + 1] === 0) ends.little += 1;
    if (index % 2 === 1 && head[index - 1] === 0) ends.big += 1;
  }
  if (ends.little > 4 * ends.big) return decodes('utf-16le', head, false) ? 'utf-16le' : null;
  if (ends.big > 4 * ends.little) return decodes('utf-16be', head, false) ? 'utf-16be' : null;
  return null;
}

function decodes(encoding: string, head: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

/** The bytes without a character that the end of the chunk cuts off. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let start = bytes.length;
  while (start > 0 && bytes.length - start < 3 && (bytes[start - 1]! & 0xc0) === 0x80) start -= 1;
  const lead = start > 0 ? bytes[start - 1]! : 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return size > 1 && bytes.length - start + 1 < size ? bytes.subarray(0, start - 1) : bytes;
}

/**
 * Whether bytes above ASCII can be Chinese. Windows and Japanese encodings are often valid GB18030 too, but there a letter of ASCII follows
 * the high byte, which in Chinese text only the rare characters beyond GB2312 have.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let beyond = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index]! < 0x80) continue;
    const next = bytes[index + 1] ?? 0xff;
    pairs += 1;
    if (next >= 0x40 && next < 0x80) beyond += 1;
    index += next >= 0x30 && next < 0x40 ? 3 : 1;
  }
  return beyond === 0 || (beyond < pairs && (beyond < 3 || beyond <= pairs * 0.2));
}
