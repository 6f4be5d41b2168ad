import type { ZipEntry } from '../workbook/zip-directory.ts';
import { readPart, type ZipPackage } from '../workbook/zip-part.ts';

export interface Theme {
  /** `1F5FA8`, in the order of their numbers; empty where they are those of the program. */
  readonly accents: readonly string[];
  readonly latin: string | null;
  readonly chinese: string | null;
}

/** First accents of the themes that Excel and WPS give every workbook: nobody chose them. */
const usual = new Set(['4F81BD', '5B9BD5', '4472C4', '156082', '4874CB']);
/** The faces of those themes, and what names a face of the theme by its place. */
const usualFaces = /^(?:Calibri(?: Light)?|Cambria|Aptos(?: Display| Narrow)?|宋体|SimSun|等线(?: Light)?|DengXian|\+.*)$/i;
/** What a face may be called: it stands in style sheets. */
const face = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,49}$/u;

/** The colours and faces of a theme. */
export async function readTheme(zip: ZipPackage, entry: ZipEntry): Promise<Theme> {
  const accents: (string | null)[] = [];
  const faces = { latin: null as string | null, chinese: null as string | null, eastAsian: null as string | null };
  let accent = 0;
  let inMinor = false;
  const named = (name: string | null): string | null => (name !== null && face.test(name) && !usualFaces.test(name) ? name : null);
  await readPart(zip, entry, {
    open(name, attribute) {
      const [, number] = /^accent([1-6])$/.exec(name) ?? [];
      if (number !== undefined) accent = Number(number);
      else if (accent > 0 && (name === 'srgbClr' || name === 'sysClr'))
        accents[accent - 1] ??= colour(attribute(name === 'srgbClr' ? 'val' : 'lastClr'));
      else if (name === 'minorFont') inMinor = true;
      else if (inMinor && name === 'latin') faces.latin = named(attribute('typeface'));
      else if (inMinor && name === 'ea') faces.eastAsian = named(attribute('typeface'));
      else if (inMinor && name === 'font' && attribute('script') === 'Hans') faces.chinese = named(attribute('typeface'));
    },
    text() {},
    close(name) {
      if (/^accent[1-6]$/.test(name)) accent = 0;
      else if (name === 'minorFont') inMinor = false;
    },
  });
  const own = accents.filter((each) => each !== null && each !== undefined);
  return {
    accents: usual.has(own[0] ?? '') ? [] : own,
    latin: faces.latin,
    chinese: faces.eastAsian ?? faces.chinese,
  };
}

function colour(value: string | null): string | null {
  return value !== null && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null;
}
