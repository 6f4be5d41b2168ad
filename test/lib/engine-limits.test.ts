import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteSize, memoryLimit } from '../../src/lib/engine-limits.ts';

describe('byteSize', () => {
  it.each([
    ['512MB', 512_000_000],
    ['512M', 512_000_000],
    ['8gb', 8_000_000_000],
    ['8 GB', 8_000_000_000],
    ['4GiB', 4 * 2 ** 30],
    ['4Gi', 4 * 2 ** 30],
    ['1.5GB', 1_500_000_000],
    ['0.5kib', 512],
    [' 2TB ', 2_000_000_000_000],
    ['0MB', 0],
  ])('of %s is %d', (text, bytes) => {
    expect(byteSize(text)).toBe(bytes);
  });

  it.each(['', '512', '512B', 'MB', '-1MB', '1,5GB', '1e3MB', '50%', '1.2345GB', '1MBB', '1 G B', '9999999999MB', '１GB', '999999999TiB'])(
    'of %j is nothing',
    (text) => {
      expect(byteSize(text)).toBeNull();
    },
  );

  it('is a whole number below 2^53 or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,12}(\.\d{0,4})? ?[kKmMgGtT]?i?[bB]?$/)), (text) => {
        const bytes = byteSize(text);
        expect(bytes === null || (Number.isSafeInteger(bytes) && bytes >= 0)).toBe(true);
      }),
    );
  });
});

describe('memoryLimit', () => {
  it('is at least 64MB', () => {
    expect([memoryLimit('63.999MB'), memoryLimit('64MB'), memoryLimit('64')]).toEqual([null, 64_000_000, null]);
  });
});
