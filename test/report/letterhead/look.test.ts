import { describe, expect, it } from 'vitest';
import { contrast, distance, lightened } from '../../../src/report/letterhead/contrast.ts';
import { lookOf } from '../../../src/report/letterhead/look.ts';

describe('the colours of a letterhead', () => {
  it('are measured as WCAG and OKLab do', () => {
    expect(contrast('000000', 'FFFFFF')).toBeCloseTo(21, 10);
    // The example of WCAG's technique G18: #777 on white falls just short.
    expect(contrast('777777', 'FFFFFF')).toBeCloseTo(4.478, 3);
    // Ottosson: white is L = 1, black L = 0.
    expect(distance('000000', 'FFFFFF')).toBeCloseTo(1, 4);
    expect(contrast(lightened('00695C', '11161C', 4.5), '11161C')).toBeGreaterThanOrEqual(4.5);
  });

  it('are those of the theme where they can be read on both pages', () => {
    expect(lookOf({ accents: ['00695C', 'B8860B'] })).toEqual({
      accent: { light: '00695C', dark: '408F85' },
      actual: { light: '00695C', dark: '408F85' },
    });
  });

  it('skip an accent that is too light, and for charts one that would be taken for better or worse', () => {
    const look = lookOf({ accents: ['FFC000', '1E62B0', '4A148C'] });
    expect([look.accent?.light, look.actual?.light]).toEqual(['1E62B0', '4A148C']);
  });

  it('are ours where none will do', () => {
    expect(lookOf({ accents: ['FFC000', 'FFE699'] })).toEqual({ accent: null, actual: null });
    expect(lookOf({ accents: [] })).toEqual({ accent: null, actual: null });
  });
});
