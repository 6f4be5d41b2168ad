import { describe, expect, it } from 'vitest';
import { checkNames, fileNames, placeOf, withPeriod } from '../../../src/cli/set/set-names.ts';
import { parsePeriod, resolvePeriod } from '../../../src/lib/periods.ts';

const period = (text: string) => resolvePeriod(parsePeriod(text)!, '2026-11-03');

describe('names of a set', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026-Q3', '2026-Q3'],
    ['2026', '2026'],
    ['last-month', '2026-10'],
    ['2026-10-31', '2026-10-31'],
    ['2026-09-05..2026-10', '2026-09-05_2026-10-31'],
    ['2026-01..2026-02', '2026-01-01_2026-02-28'],
    ['2026-02..2026-04', '2026-02-01_2026-04-30'],
  ])('say the period %s as %s', (text, name) => {
    expect(withPeriod('review {period}', period(text), 'en')).toBe(`review ${name}`);
  });

  it('have the name of a rep or team where the pattern says, and the whole has none', () => {
    const names = (pattern: string) => fileNames(pattern, { period: period('2026-10'), lang: 'zh-CN', values: ['何俊杰', '华东'] });
    expect(names('评审-{period}-{name}')).toEqual({ whole: '评审-2026-10', parts: ['评审-2026-10-何俊杰', '评审-2026-10-华东'] });
    expect(names('{name} {period}')).toEqual({ whole: '2026-10', parts: ['何俊杰 2026-10', '华东 2026-10'] });
    expect(names('评审')).toEqual({ whole: '评审', parts: ['评审-何俊杰', '评审-华东'] });
    expect(names('{name}').whole).toBe('全部');
  });

  it('are all different and safe, whatever people are called', () => {
    const values = [
      'A/B',
      'A_B',
      'a/b',
      '..',
      '...',
      'Li Ming',
      'LI MING',
      '李明 ',
      '李明',
      '$&',
      'x'.repeat(300),
      `${'x'.repeat(300)}y`,
      'con',
      '{period}',
    ];
    const { parts } = fileNames('r-{name}', { period: null, lang: 'en', values });
    expect(new Set(parts.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(values.length);
    for (const name of parts) {
      expect(name).toMatch(/^r-[^<>:"/\\|?*]+$/);
      expect(name).not.toMatch(/[. ]$/);
      expect(Buffer.byteLength(`${name}.xlsx`)).toBeLessThan(200);
    }
    expect(parts.at(-1)).toBe('r-{period}');
  });

  it('are refused where they lead elsewhere or have unknown places', () => {
    for (const pattern of ['a/b', '{rep}', '', '..', 'x{', 'a\\b', 'a:b', 'end.'])
      expect(() => checkNames(pattern), pattern).toThrow(/--names cannot be/);
    expect(placeOf('reviews/{period}', '/srv')).toEqual({ folder: '/srv/reviews', pattern: '{period}' });
    for (const to of ['{period}/x', 'x/{name}', 'x/.hidden', '/']) expect(() => placeOf(to, '/srv'), to).toThrow(/--to cannot be/);
  });
});
