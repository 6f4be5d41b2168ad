import { describe, expect, it } from 'vitest';
import { pageStyle } from '../../../src/report/html/style.ts';

/** The colours of a theme, by their names. */
function coloursOf(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name, colour]) => [name!, colour!]));
}

const style = pageStyle('', null);
const [light, dark] = [...style.matchAll(/:root\{([^}]*--page[^}]*)\}/g)].map(([, block]) => coloursOf(block!));
const themes = [
  ['light', light!],
  ['dark', dark!],
] as const;

/** As WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

describe('the colours of a page', () => {
  it('are computed as WCAG does', () => {
    expect(contrast('#fff', '#000')).toBe(21);
    expect(contrast('#777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(themes)('give each text in %s a contrast of 4.5 or more', (_, colours) => {
    const texts = [
      ['ink', 'page'],
      ['ink-2', 'page'],
      ['ink-3', 'page'],
      ['good', 'page'],
      ['bad', 'page'],
      ['ink', 'surface'],
      ['ink', 'zone'],
      ['page', 'actual'],
      ['ink', 'heat-1'],
      ['ink', 'heat-2'],
      ['on-heat-3', 'heat-3'],
      ['on-heat-4', 'heat-4'],
      ['on-heat-5', 'heat-5'],
    ] as const;
    const low = texts.flatMap(([text, ground]) => {
      const found = contrast(colours.get(text)!, colours.get(ground)!);
      return found < 4.5 ? [`${text} on ${ground}: ${found.toFixed(2)}`] : [];
    });
    expect(low).toEqual([]);
  });

  it.each(themes)('give each mark that means something in %s a contrast of 3 or more', (_, colours) => {
    for (const mark of ['actual', 'middle', 'good', 'bad'])
      expect(contrast(colours.get(mark)!, colours.get('page')!), mark).toBeGreaterThanOrEqual(3);
  });
});
