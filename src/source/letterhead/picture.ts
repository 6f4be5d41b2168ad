import { crc32, inflateSync } from 'node:zlib';
import type { LogoPicture } from '../../lib/letterhead.ts';
import { both, type Localized } from '../../lib/localized.ts';

/** A page that carries it has to stay a page. */
export const largestLogo = 1_048_576;
/** In pixels: what a small file may unfold to in whatever shows it. */
const [longestSide, mostPixels] = [8_000, 16_000_000] as const;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a picture is made of; remarks, other pictures and what stands behind its end are left out. */
const pngChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'sBIT', 'bKGD']);

/** The picture that the bytes are, or why they are none that can be shown everywhere. */
export function pictureOf(bytes: Buffer): LogoPicture | { readonly unfit: Localized } {
  const picture = bytes.subarray(0, 8).equals(pngSignature) ? png(bytes) : bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes) : null;
  if (picture === null) return { unfit: kindOf(bytes) };
  if (picture === 'damaged') return { unfit: both('is damaged', '已损坏') };
  const { width, height } = picture;
  if (isTooLarge(picture)) return { unfit: both(`is ${width} × ${height} pixels, too many`, `尺寸为 ${width} × ${height} 像素，过大`) };
  return picture;
}

function isTooLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width > longestSide || height > longestSide || width * height > mostPixels;
}

function kindOf(bytes: Buffer): Localized {
  const text = bytes.toString('latin1', 0, 512);
  if (/<svg\b|^\s*<\?xml/i.test(text)) return both('is a drawing (SVG)', '是 SVG 图形');
  if (text.startsWith('GIF8')) return both('is a GIF', '是 GIF 图片');
  if (text.startsWith('BM')) return both('is a bitmap (BMP)', '是 BMP 位图');
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return both('is a WebP', '是 WebP 图片');
  if (text.slice(40, 44) === ' EMF') return both('is a drawing (EMF)', '是 EMF 图形');
  if (text.startsWith('\u00d7\u00cd\u00c6\u009a')) return both('is a drawing (WMF)', '是 WMF 图形');
  return both('is neither PNG nor JPEG', '既不是 PNG 也不是 JPEG');
}

function png(bytes: Buffer): LogoPicture | 'damaged' {
  const kept: Buffer[] = [pngSignature];
  const data: Buffer[] = [];
  let header: PngHeader | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged';
    if ((header === null) !== (type === 'IHDR') || (type === 'IHDR' && end !== at + 25)) return 'damaged';
    header ??= pngHeader(bytes.subarray(at + 8, end - 4));
    if (pngChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') {
      const { width, height } = header;
      return isDrawn(Buffer.concat(data), header) ? { type: 'png', bytes: Buffer.concat(kept), width, height } : 'damaged';
    }
    at = end;
  }
  return 'damaged';
}

/** What a PNG says of itself; `bits` are those of a pixel, 0 where no such pixels are known. */
interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly isInterlaced: boolean;
}

/** Samples of a pixel by the kind of colour, and the bits that a sample may have. */
const pngPixels: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

function pngHeader(header: Buffer): PngHeader {
  const [depth, colour, compression, filter, interlace] = header.subarray(8) as unknown as [number, number, number, number, number];
  const pixels = pngPixels[colour];
  const isKnown = pixels?.depths.includes(depth) === true && compression === 0 && filter === 0 && interlace <= 1;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bits: isKnown ? depth * pixels.samples : 0,
    isInterlaced: interlace === 1,
  };
}

/** Whether the data unfold to all lines of the picture, each with the filter it begins with. A picture that is too large is not unfolded. */
function isDrawn(data: Buffer, { width, height, bits, isInterlaced }: PngHeader): boolean {
  if (data.length === 0 || width * height === 0 || bits === 0) return false;
  if (isTooLarge({ width, height })) return true;
  const parts = (isInterlaced ? passes : [wholePicture]).map(([x, y, acrossEach, downEach]) => ({
    line: 1 + Math.ceil((Math.ceil((width - x) / acrossEach) * bits) / 8),
    lines: width > x ? Math.max(0, Math.ceil((height - y) / downEach)) : 0,
  }));
  const expected = parts.reduce((sum, { line, lines }) => sum + line * lines, 0);
  let unfolded: Buffer;
  try {
    unfolded = inflateSync(data, { maxOutputLength: expected });
  } catch {
    return false;
  }
  if (unfolded.length !== expected) return false;
  let at = 0;
  for (const { line, lines } of parts) for (let left = lines; left > 0; left -= 1, at += line) if (unfolded[at]! > lastFilter) return false;
  return true;
}

/** The first pixel of a pass, and how far the next ones are. */
type Pass = readonly [x: number, y: number, acrossEach: number, downEach: number];

const wholePicture: Pass = [0, 0, 1, 1];

/** The seven passes of Adam7 (PNG specification, 8.2). */
const passes: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

const lastFilter = 4;

/** Size and end of a JPEG by its segments; notes of cameras and programs (where it was taken, by whom) are left out. */
function jpeg(bytes: Buffer): LogoPicture | 'damaged' {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return 'damaged';
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= bytes.length) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // The scan runs to the end of the picture.
    if (marker === 0xda) {
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (size === null || size.width * size.height === 0 || last < end) return 'damaged';
      return { type: 'jpeg', bytes: Buffer.concat([...kept, bytes.subarray(at, last + 2)]), ...size };
    }
    const isNote = (marker >= 0xe3 && marker <= 0xed) || marker === 0xe1 || marker === 0xef || marker === 0xfe;
    if (!isNote) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return 'damaged';
}
