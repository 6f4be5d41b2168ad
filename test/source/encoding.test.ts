import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding, wholeCharacters } from '../../src/source/encoding.ts';

const nameOf = (bytes: readonly number[] | Buffer, label?: string): string | null =>
  detectEncoding(Buffer.from(bytes), true, label)?.name ?? null;

describe('the encoding of a head', () => {
  it.each([
    ['utf-8', Buffer.from('a,b\n1,2\n')],
    ['utf-8', Buffer.from('客户\n')],
    ['utf-8-bom', Buffer.from('\ufeffa\n')],
    ['utf-16le', Buffer.from('\ufeffa\n', 'utf16le')],
    ['utf-16le', Buffer.from('一一一一,1\n二,2\n', 'utf16le')],
    ['utf-16be', Buffer.from('客户,a\n', 'utf16le').swap16()],
    ['gb18030', [0xbf, 0xcd, 0xbb, 0xa7, 0x0a]],
    ['gb18030', [0xbf, 0xcd, 0xbb, 0xa7, 0xd6, 0xec, 0xe9, 0x46, 0xbb, 0xf9, 0x0a]],
    [null, Buffer.from('Müller\n', 'latin1')],
    [null, Buffer.from('Jérôme,1\n', 'latin1')],
    ['utf-8', Buffer.from('a,b\n1,x\0y\n')],
  ])('%s', (name, bytes) => expect(nameOf(bytes)).toBe(name));

  it('is told by a mark even where the user says otherwise', () => {
    expect(nameOf(Buffer.from('\ufeffa\n'), 'gbk')).toBe('utf-8-bom');
  });

  it('a character cut off by the end of the head does not matter', () => {
    const head = Buffer.from('客户'.repeat(50)).subarray(0, 200);
    expect(detectEncoding(head, false, undefined)).toMatchObject({ name: 'utf-8', damaged: false });
  });

  it('few damaged characters do not make it another', () => {
    const head = Buffer.concat([Buffer.from('客户名称\n'.repeat(60)), Buffer.from([0xe5, 0x0a])]);
    expect(detectEncoding(head, true, undefined)).toMatchObject({ name: 'utf-8', damaged: true });
  });

  it('any text in UTF-8 is found to be that, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(`${text.replaceAll('\0', '')}\n`);
        const head = bytes.subarray(0, 1 + (cut % bytes.length));
        fc.pre(!text.startsWith('\ufeff'));
        expect(detectEncoding(head, false, undefined)?.encoding).toBe('utf-8');
      }),
    );
  });

  it('whole characters are a prefix that decodes, three bytes shorter at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(text);
        const head = bytes.subarray(0, cut % (bytes.length + 1));
        const whole = wholeCharacters(head);
        expect(text.startsWith(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole))).toBe(true);
        expect(head.length - whole.length).toBeLessThan(4);
      }),
    );
  });
});
