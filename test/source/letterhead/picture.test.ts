import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../src/source/letterhead/picture.ts';
import { pngOf } from './template.ts';

/** Start, a note of a camera, the size 7 × 5, a scan, the end, and more behind it. */
const jpeg = Buffer.from('ffd8ffe1000645584946ffc0000b080005000701011100ffda00080101000000aabbffd90102', 'hex');

/** The same without what is drawn. */
function withoutData(png: Buffer): Buffer {
  const at = png.indexOf('IDAT') - 4;
  return Buffer.concat([png.subarray(0, at), png.subarray(at + 12 + png.readUInt32BE(at))]);
}

/** The same with other data, as a chunk with a right sum. */
function withData(png: Buffer, data: Buffer): Buffer {
  const at = png.indexOf('IDAT') - 4;
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write('IDAT', 4);
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at + 12 + png.readUInt32BE(at))]);
}

/** Lines of 12 pixels of three bytes, each behind its filter. */
function lines(count: number, filter = 0): Buffer {
  return deflateSync(Buffer.concat(Array.from({ length: count }, () => Buffer.from([filter, ...Array.from({ length: 36 }, () => 7)]))));
}

describe('a picture', () => {
  it('is what its bytes are, without remarks and without what stands behind its end', () => {
    const plain = pngOf(12, 6);
    expect(pictureOf(pngOf(12, 6, { remark: 'Author\0somebody', behind: '<script>' }))).toEqual({
      type: 'png',
      width: 12,
      height: 6,
      bytes: plain,
    });
    const read = pictureOf(jpeg);
    expect(read).toMatchObject({ type: 'jpeg', width: 7, height: 5 });
    expect(pictureOf(withData(pngOf(12, 6), lines(6, 4)))).toMatchObject({ width: 12, height: 6 });
    expect(Buffer.from((read as { bytes: Uint8Array }).bytes).toString('hex')).toBe(
      'ffd8ffc0000b080005000701011100ffda00080101000000aabbffd9',
    );
  });

  it.each([
    [Buffer.from('GIF89a'), 'is a GIF'],
    [Buffer.from('BM    '), 'is a bitmap (BMP)'],
    [Buffer.from('RIFF....WEBPVP8 '), 'is a WebP'],
    [Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(36), Buffer.from(' EMF')]), 'is a drawing (EMF)'],
    [Buffer.from('d7cdc69a0000', 'hex'), 'is a drawing (WMF)'],
    [Buffer.from('<?xml version="1.0"?><svg/>'), 'is a drawing (SVG)'],
    [Buffer.alloc(0), 'is neither PNG nor JPEG'],
    [pngOf(12, 6).subarray(0, 50), 'is damaged'],
    [pngOf(0, 6), 'is damaged'],
    [withoutData(pngOf(12, 6)), 'is damaged'],
    [withData(pngOf(12, 6), Buffer.from('garbage that nothing unfolds')), 'is damaged'],
    [withData(pngOf(12, 6), lines(5)), 'is damaged'],
    [withData(pngOf(12, 6), lines(7)), 'is damaged'],
    [withData(pngOf(12, 6), lines(6, 5)), 'is damaged'],
    [jpeg.subarray(0, 20), 'is damaged'],
    [pngOf(30_000, 30_000), 'is 30000 × 30000 pixels, too many'],
  ])('of %# is refused: %s', (bytes, reason) => {
    expect(pictureOf(bytes)).toMatchObject({ unfit: { en: reason } });
  });
});
