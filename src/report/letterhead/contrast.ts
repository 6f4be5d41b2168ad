type Colour = readonly [red: number, green: number, blue: number];

function channels(hex: string): Colour {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

function linear(hex: string): Colour {
  const [red, green, blue] = channels(hex).map((each) => (each <= 0.040_45 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return [red!, green!, blue!];
}

/** The contrast of two colours (`1F5FA8`) as WCAG defines it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How different two colours look: their distance in OKLab (Ottosson 2020), 0 to about 1. */
export function distance(one: string, other: string): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab(hex: string): Colour {
  const [red, green, blue] = linear(hex);
  const l = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const m = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const s = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ];
}

/** The colour so far towards white that it has this contrast on the ground. */
export function lightened(hex: string, ground: string, least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = channels(hex)
      .map((each) => Math.round((each + (1 - each) * share) * 255))
      .map((each) => each.toString(16).padStart(2, '0'))
      .join('');
    if (contrast(mixed, ground) >= least) return mixed.toUpperCase();
  }
  return 'FFFFFF';
}
