import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cutAlike, cutToWidth, mayExceed, widthOf, wrapTitle, wrapToWidth } from '../../src/report/text-width.ts';
import { visible, visibleLines } from '../../src/report/visible.ts';
import { describeWithData } from '../data-folder.ts';
import { naughtyStrings } from './naughty-strings.ts';

const anyText = fc.string({ unit: fc.constantFrom('a', ' ', '中', '…', '\u0301', '👩‍👩‍👧', 'ｱ', '\u001b', '－', 'é'), maxLength: 60 });

describe('visible', () => {
  it('writes out what could steer a terminal or turn the direction of text', () => {
    expect(visible('\u001b[31m\u0000\u007f\u009b\u202e\u2066\u200f\ud800')).toBe('\\x1b[31m\\x00\\x7f\\x9b\\u202e\\u2066\\u200f\\ud800');
    expect(visible('a\r\nb\nc\u2028d\te')).toBe('a⏎b⏎c⏎d\\x09e');
    expect(visible('中文 👩‍👩‍👧 é')).toBe('中文 👩‍👩‍👧 é');
  });

  it('keeps line breaks and tabs where a cell can hold them', () => {
    expect(visibleLines('a\r\nb\rc\td\u0007')).toBe('a\nb\nc\td\\x07');
  });
});

describe('the texts of a column', () => {
  it('are cut behind, and in front where those that are too wide begin alike', () => {
    expect(cutAlike(['Hangzhou Xinda', 'Suzhou Kerui Medical', 'C1'], 10)).toEqual(['Hangzhou …', 'Suzhou Ke…', 'C1']);
    expect(cutAlike(['/data/2026/orders.csv', '/data/2026/客户.csv', '/data'], 10)).toEqual(['…rders.csv', '…/客户.csv', '/data']);
    expect(cutAlike(['/data/2026/orders.csv', '/data/2026/orders.csv'], 10)).toEqual(['/data/202…', '/data/202…']);
  });
});

describe('text width', () => {
  it('counts a Chinese character as two columns', () => {
    expect(widthOf('公海 pool')).toBe(9);
  });

  it('is that of string-width, which is slow, for any text', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x20, max: 0x2fff }),
      fc.integer({ min: 0x3000, max: 0x9fff }),
      fc.integer({ min: 0xff00, max: 0xffef }),
      fc.constantFrom(...Array.from('·×–—‘’“”…−、。〈】！～\u0301\ufe0f\u20e3ﾞ㊙', (each) => each.codePointAt(0)!)),
    );
    const text = fc.array(character, { maxLength: 12 }).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(text, (written) => widthOf(written) === stringWidth(written)),
      { numRuns: 500 },
    );
    const alone = Array.from({ length: 0xffff }, (_, point) => point).filter(
      (point) => point % 97 === 0 || point < 0x80 || (point >= 0x3000 && point < 0x3020) || (point >= 0xff00 && point < 0xfff0),
    );
    expect(alone.filter((point) => widthOf(String.fromCharCode(point)) !== stringWidth(String.fromCharCode(point)))).toEqual([]);
  });

  it('cuts to the width with a mark, never through a character', () => {
    expect(cutToWidth('客户客户', 8)).toBe('客户客户');
    expect(cutToWidth('客户客户', 7)).toBe('客户客…');
    expect(cutToWidth('客户客户', 6)).toBe('客户…');
  });

  it('never exceeds the width, cut or wrapped', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        expect(stringWidth(cutToWidth(text, width))).toBeLessThanOrEqual(width);
        for (const line of wrapToWidth(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is bounded: a text that cannot exceed does not', () => {
    fc.assert(fc.property(anyText, fc.integer({ min: 0, max: 60 }), (text, width) => mayExceed(text, width) || stringWidth(text) <= width));
  });

  it('wraps Chinese anywhere and other text at blanks', () => {
    expect(wrapToWidth('订单日期无法识别 see the file', 8)).toEqual(['订单日期', '无法识别', 'see the', 'file']);
    // No line begins with a mark that ends what stands before it.
    expect(wrapToWidth('订单日期，无法识别', 8)).toEqual(['订单日', '期，无法', '识别']);
  });

  it('breaks a title between words, and before what stands in brackets', () => {
    expect(wrapTitle('距上次购买天数', 8)).toEqual(['距上次', '购买天数']);
    expect(wrapTitle('预计下次下单', 10)).toEqual(['预计下次', '下单']);
    expect(wrapTitle('近期订单数', 8)).toEqual(['近期', '订单数']);
    expect(wrapTitle('批次数（家）', 6)).toEqual(['批次数', '（家）']);
    expect(wrapTitle('Score（points）', 10)).toEqual(['Score', '（points）']);
    expect(wrapTitle('购买周期（天）', 12)).toEqual(['购买周期', '（天）']);
    expect(wrapTitle('Revenue (CNY)', 10)).toEqual(['Revenue', '(CNY)']);
    expect(wrapTitle("customers' 95% share/total", 11)).toEqual(["customers'", '95%', 'share/total']);
  });

  it('breaks a word or a bracket that is longer than the line, and loses nothing', () => {
    expect(wrapTitle('单价（orders a year）', 10)).toEqual(['单价', '（orders a', 'year）']);
    expect(wrapTitle('超长词语', 4).join('')).toBe('超长词语');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 30 }), (text, width) => {
        for (const line of wrapTitle(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('takes a megabyte in less than a second', () => {
    const long = `${'中'.repeat(500_000)}\u001b${'a'.repeat(500_000)}`;
    const start = performance.now();
    expect(cutToWidth(visible(long), 10)).toBe('中中中中…');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describeWithData('naughty strings in a terminal', (folder) => {
  it('leaves no control character', () => {
    const strings = naughtyStrings(folder);
    expect(strings.length).toBeGreaterThan(400);
    for (const text of strings) expect(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u.test(visible(text)), JSON.stringify(text)).toBe(false);
  });
});
