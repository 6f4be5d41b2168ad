import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useCaster } from './cast.ts';

const caster = useCaster();

/** A column whose ids all have a text mark and decimals. */
const marked = { textMark: true, wholeDecimals: true };

describe('an id', () => {
  it.each([
    ['="001"', '001'],
    ['="1234567890123456"', '1234567890123456'],
    ['=1234567890123456', '1234567890123456'],
    ["'001", '001'],
    ['`001', '001'],
    ['\t001', '001'],
    ['001\t', '001'],
    [' 001 ', '001'],
    ['\u00a0001\u3000', '001'],
    ['\ufeff001', '001'],
    ['17850.0', '17850'],
    ['17850.00', '17850'],
    ['17850', '17850'],
    ['001', '001'],
    ['-5', '-5'],
    ['A-1.0', 'A-1.0'],
    ['v1.0', 'v1.0'],
    ['2024.10', '2024.10'],
    ['张三', '张三'],
    [' 张三', '张三'],
    ["O'Hara", "O'Hara"],
    ['a"b', 'a"b'],
    ['=', null],
    ['E10+5', 'E10+5'],
  ])('written %j is %j', async (text, id) => {
    expect(await caster.values('id', [text], marked)).toEqual([id]);
  });

  it.each(['8.68533E+14', '1.2E+17', '9E+15', '8.68533e+14', "'8.68533E+14"])(
    '%s has lost digits: it is none, and reported',
    async (text) => {
      expect(await caster.cells('id', [text])).toEqual([{ value: null, bad: true }]);
    },
  );

  it.each(['', ' ', 'NULL', 'null', '#N/A', ' null', 'N/A', 'nan', 'NaN'])('written %j is a blank, which is no fault', async (text) => {
    expect(await caster.cells('id', [text])).toEqual([{ value: null, bad: false }]);
  });

  it.each(['="NULL"', "'#N/A", '="nan"', '=N/A'])('written %j is none, and that is reported', async (text) => {
    expect(await caster.cells('id', [text], marked)).toEqual([{ value: null, bad: true }]);
  });

  it.each(["'001", '`001', '17850.0', '1.00'])('written %j stays so in a column where others are not', async (text) => {
    expect(await caster.values('id', [text])).toEqual([text]);
  });

  it('of letters, digits and dashes stays what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,18}$/), { minLength: 1, maxLength: 60 }), async (ids) => {
        const kept = ids.filter((id) => id !== 'NULL');
        const marks = [
          (id: string) => id,
          (id: string) => `="${id}"`,
          (id: string) => `'${id}`,
          (id: string) => `\t${id}`,
          (id: string) => ` ${id}\u00a0`,
        ];
        const written = marks.flatMap((mark) => kept.map(mark));
        expect(await caster.values('id', [...written, 'x'], marked)).toEqual([...marks.flatMap(() => kept), 'x']);
      }),
      { numRuns: 15 },
    );
  });
});

const blanks = [' ', '\t', '\r', '\n', '\u00a0', '\u3000', '\u200b', '\ufeff'];

describe('a text', () => {
  it.each(blanks)('loses %j around it, whatever it begins and ends with', async (blank) => {
    const texts = ['abc', '张三', 'é', '!x!', '~', '1'];
    expect(
      await caster.values(
        'text',
        texts.map((text) => blank + text),
      ),
    ).toEqual(texts);
    expect(
      await caster.values(
        'text',
        texts.map((text) => text + blank),
      ),
    ).toEqual(texts);
    expect(
      await caster.values(
        'text',
        texts.map((text) => `${blank}${text}${blank}`),
      ),
    ).toEqual(texts);
  });

  it('is none where it is a word for that, between blanks or not', async () => {
    expect(await caster.values('text', ['NULL', 'null', '#N/A', ' NULL ', '\tnull', '#N/A\u3000'])).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('keeps blanks and line breaks within', async () => {
    const texts = ['a  b', 'a\nb', 'a\u00a0b', '深圳　分公司'];
    expect(await caster.values('text', texts)).toEqual(texts);
  });

  it('is trimmed of all blanks and of nothing else', async () => {
    const part = fc.string({ unit: fc.constantFrom(...blanks, 'a', '张', '~', '!', "'", '=', '-'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 60 }), async (texts) => {
        const trimmed = texts.map((text) => {
          let from = 0;
          let to = text.length;
          while (from < to && blanks.includes(text[from]!)) from += 1;
          while (to > from && blanks.includes(text[to - 1]!)) to -= 1;
          return text.slice(from, to) === '' ? null : text.slice(from, to);
        });
        expect(await caster.values('text', texts)).toEqual(trimmed);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a person', () => {
  it.each([
    ['张三', '张三'],
    ['张三(1001)', '张三'],
    ['张三(12)', '张三'],
    ['张三(A)', '张三(A)'],
    // One digit tells namesakes apart, and is no number of a person.
    ['Bob (2)', 'Bob (2)'],
    ['张三（2）', '张三（2）'],
    ['张三(2)(离职)', '张三(2)'],
    ['张三（工号1001）', '张三'],
    ['张三（已停用）', '张三'],
    ['张三 [离职]', '张三'],
    ['张三(1001)(离职)', '张三'],
    ['张三(1001)、李四(1002)', '张三'],
    // Only what stands behind the name is no part of it.
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['A(1)B', 'A(1)B'],
    ['张三,李四', '张三'],
    ['张三，李四', '张三'],
    ['张三、李四', '张三'],
    ['张三;李四', '张三'],
    ['Ann Lee; Bob Ray', 'Ann Lee'],
    ['Lee, Ann', 'Lee, Ann'],
    ['Ann Lee (inactive)', 'Ann Lee'],
    ['王芳（华东）', '王芳（华东）'],
    ['欧阳·娜娜', '欧阳·娜娜'],
    [' 张三 ', '张三'],
    ['NULL', null],
  ])('written %j is %j', async (text, person) => {
    expect(await caster.cells('person', [text])).toEqual([{ value: person, bad: false }]);
  });
});
