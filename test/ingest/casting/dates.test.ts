import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useCaster } from './cast.ts';

const caster = useCaster();

describe('an instant', () => {
  const readable = [
    ['2024-01-05', '2024-01-05 00:00:00'],
    ['2024-01-05 09:00:00', '2024-01-05 09:00:00'],
    ['2024-01-05T09:00:00', '2024-01-05 09:00:00'],
    ['2024-01-05T09:00:00.250Z', '2024-01-05 09:00:00.25'],
    ['2024-01-05T09:00:00+08:00', '2024-01-05 09:00:00'],
    ['2024-01-05 09:00+08', '2024-01-05 09:00:00'],
    ['2024-01-05 09:00-05', '2024-01-05 09:00:00'],
    ['2025-10-07 09:50:26 +0200', '2025-10-07 09:50:26'],
    ['2024-01-05 09:00:00+08', '2024-01-05 09:00:00'],
    ['2016/5/23 22:02', '2016-05-23 22:02:00'],
    ['2016/5/3', '2016-05-03 00:00:00'],
    ['2016.5.3', '2016-05-03 00:00:00'],
    ['2024年1月5日', '2024-01-05 00:00:00'],
    ['2024年01月05日 9:30', '2024-01-05 09:30:00'],
    ['2024年1月5日9:30:15', '2024-01-05 09:30:15'],
    ['2024年1月5日 下午 2:15', '2024-01-05 14:15:00'],
    ['2024/1/5 上午9:30:00', '2024-01-05 09:30:00'],
    ['2024/1/5 下午12:30', '2024-01-05 12:30:00'],
    ['2024-1-5', '2024-01-05 00:00:00'],
    ['05-Mar-2026', '2026-03-05 00:00:00'],
    ['5 March 2026', '2026-03-05 00:00:00'],
    ['15 Apr, 2021 23:01:19', '2021-04-15 23:01:19'],
    ['Mar 5, 2026', '2026-03-05 00:00:00'],
    ['March 5th, 2026 2:15 PM', '2026-03-05 14:15:00'],
    ['Mon Jan 05 2026 09:00:00 GMT+0800 (China Standard Time)', '2026-01-05 09:00:00'],
    ['20240105', '2024-01-05 00:00:00'],
    ['20240105093000', '2024-01-05 09:30:00'],
    ['45296', '2024-01-05 00:00:00'],
    ['45296.5', '2024-01-05 12:00:00'],
    ['45296.39930555555', '2024-01-05 09:35:00'],
    ['1704445200', '2024-01-05 09:00:00'],
    ['1704445200000', '2024-01-05 09:00:00'],
    ['２０２４－０１－０５', '2024-01-05 00:00:00'],
    ['\t2024-01-05 ', '2024-01-05 00:00:00'],
    ['2019-06-30 22:46:22.511', '2019-06-30 22:46:22.511'],
    ['2024-02-29', '2024-02-29 00:00:00'],
  ] as const;
  const instantOf = caster.together(
    'instant',
    readable.map(([text]) => text),
  );
  it.each(readable)('written %s is %s', async (text, instant) => {
    expect(await instantOf(text)).toEqual({ value: instant, bad: false });
  });

  const unreadable = [
    '2018-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-32',
    '2024年13月1日',
    '1969-12-31',
    '2206-05-01',
    '0001-01-01',
    '99999999',
    '12345',
    'yesterday',
    '2024-01-05 25:00:00',
    '2024-01-05 09:00:00 to 10:00',
    '31-Foo-2024',
    '5',
    '2024',
    '2024-01',
    '3/4/2026',
  ];
  const noneOf = caster.together('instant', unreadable);
  it.each(unreadable)('written %s is none, and that is reported', async (text) => {
    expect(await noneOf(text)).toEqual({ value: null, bad: true });
  });

  const blank = ['', ' ', '0', 'TBD', '待定', '-', 'NULL', 'N/A', '无'];
  const blankOf = caster.together('date', blank);
  it.each(blank)('written %j is a blank, which is no fault', async (text) => {
    expect(await blankOf(text)).toEqual({ value: null, bad: false });
  });

  it.each([
    ['3/5/2026 2:15:33 PM', 'mdy', '2026-03-05 14:15:33'],
    ['3/5/2026 2:15:33 PM', 'dmy', '2026-05-03 14:15:33'],
    ['12/31/2025 12:05 AM', 'mdy', '2025-12-31 00:05:00'],
    ['31/12/2025', 'dmy', '2025-12-31 00:00:00'],
    ['31/12/2025', 'mdy', null],
    ['03-07-2021 01:09', 'dmy', '2021-07-03 01:09:00'],
    ['31.12.2025 08:00', 'dmy', '2025-12-31 08:00:00'],
    ['1/2/24', 'dmy', '2024-02-01 00:00:00'],
    ['1/2/99', 'mdy', '1999-01-02 00:00:00'],
    ['29/02/2023', 'dmy', null],
  ] as const)('%s in a column read %s is %s', async (text, dateOrder, instant) => {
    expect(await caster.values('instant', [text], { dateOrder })).toEqual([instant]);
  });

  it('with an offset is turned into the zone that is asked for; without one it stands as written', async () => {
    const texts = [
      '2024-01-05T09:00:00Z',
      '2024-01-05 09:00:00 +0200',
      '2024-01-05 09:00-05',
      '1704445200',
      '2024-01-05 09:00:00',
      '2024-01-05',
    ];
    expect(await caster.values('instant', texts, {}, 'Asia/Shanghai')).toEqual([
      '2024-01-05 17:00:00',
      '2024-01-05 15:00:00',
      '2024-01-05 22:00:00',
      '2024-01-05 17:00:00',
      '2024-01-05 09:00:00',
      '2024-01-05 00:00:00',
    ]);
    expect(await caster.values('instant', ['2024-07-01T12:00:00Z', '2024-01-01T12:00:00Z'], {}, 'America/New_York')).toEqual([
      '2024-07-01 08:00:00',
      '2024-01-01 07:00:00',
    ]);
  });

  it('as a date is the day it is written on', async () => {
    expect(await caster.values('date', ['2024-01-05 23:59:59', '2024-01-05T23:00:00-05:00', '45296.99', '2024年1月5日'])).toEqual([
      '2024-01-05',
      '2024-01-05',
      '2024-01-05',
      '2024-01-05',
    ]);
  });
});

const second = fc.integer({ min: 86_400, max: 4_102_444_799 });

interface Parts {
  readonly y: string;
  readonly m: string;
  readonly d: string;
  readonly h: string;
  readonly i: string;
  readonly s: string;
  readonly epoch: number;
}

function partsOf(epoch: number): Parts {
  const [y = '', m = '', d = '', h = '', i = '', s = ''] = new Date(epoch * 1000).toISOString().split(/[-T:.]/);
  return { y, m, d, h, i, s, epoch };
}

const bare = (text: string): string => String(Number(text));
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (m: string): string => months[Number(m) - 1]!;
const twelve = (h: string): string => String(((Number(h) + 11) % 12) + 1);
const half = (h: string): string => (Number(h) < 12 ? 'AM' : 'PM');

const styles: Readonly<Record<string, { readonly write: (parts: Parts) => string; readonly order?: 'dmy' | 'mdy' }>> = {
  iso: { write: ({ y, m, d, h, i, s }) => `${y}-${m}-${d} ${h}:${i}:${s}` },
  isoZ: { write: ({ y, m, d, h, i, s }) => `${y}-${m}-${d}T${h}:${i}:${s}Z` },
  offset: { write: ({ y, m, d, h, i, s }) => `${y}-${m}-${d} ${h}:${i}:${s} +0530` },
  slashes: { write: ({ y, m, d, h, i, s }) => `${y}/${bare(m)}/${bare(d)} ${bare(h)}:${i}:${s}` },
  han: { write: ({ y, m, d, h, i, s }) => `${y}年${bare(m)}月${bare(d)}日 ${h}:${i}:${s}` },
  monthFirst: { write: ({ y, m, d, h, i, s }) => `${bare(m)}/${bare(d)}/${y} ${twelve(h)}:${i}:${s} ${half(h)}`, order: 'mdy' },
  dayFirst: { write: ({ y, m, d, h, i, s }) => `${d}.${m}.${y} ${h}:${i}:${s}`, order: 'dmy' },
  named: { write: ({ y, m, d, h, i, s }) => `${d}-${monthName(m)}-${y} ${h}:${i}:${s}` },
  american: { write: ({ y, m, d, h, i, s }) => `${monthName(m)} ${bare(d)}, ${y} ${h}:${i}:${s}` },
  compact: { write: ({ y, m, d, h, i, s }) => `${y}${m}${d}${h}${i}${s}` },
  serial: { write: ({ epoch }) => (epoch / 86_400 + 25_569).toFixed(9) },
  milliseconds: { write: ({ epoch }) => String(epoch * 1000).padStart(13, '0') },
};

describe('every style of instant', () => {
  it.each(Object.keys(styles))('%s gives the instant back', async (name) => {
    const style = styles[name]!;
    await fc.assert(
      fc.asyncProperty(fc.array(second, { minLength: 200, maxLength: 400 }), async (epochs) => {
        const parts = epochs.map(partsOf);
        const values = await caster.values('instant', parts.map(style.write), { dateOrder: style.order ?? null });
        expect(values).toEqual(parts.map(({ y, m, d, h, i, s }) => `${y}-${m}-${d} ${h}:${i}:${s}`));
      }),
      { numRuns: 2 },
    );
  });

  it('that is any text at all is read or reported, never an error', { tags: ['slow'] }, async () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[0-9/:. apm年月日+-]{0,24}$/))
      .map((value) => value.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 300 }), async (texts) => {
        for (const dateOrder of ['dmy', 'mdy'] as const)
          expect(await caster.cells('instant', texts, { dateOrder }, 'Asia/Shanghai')).toHaveLength(texts.length);
      }),
      { numRuns: 4 },
    );
  });
});
