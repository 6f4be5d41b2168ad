import type { Letterhead } from '../../lib/letterhead.ts';
import { lookOf, type Pair } from '../letterhead/look.ts';

/** What a letterhead changes of a page: headlines, heads of tables and what is actual in its colours, texts in its face; better stays blue and worse brown. */
export function letterheadStyle(letterhead: Letterhead, fonts: string): string {
  const { accent, actual } = lookOf(letterhead);
  const names = [letterhead.faces.latin, letterhead.faces.chinese].flatMap((face) => (face === null ? [] : [`"${face}"`]));
  const colours = (of: keyof Pair): string =>
    [accent && `--brand:#${accent[of]}`, actual && `--actual:#${actual[of]}`].filter((each) => each !== null).join(';');
  return [
    `:root{${colours('light')}}@media screen and (prefers-color-scheme:dark){:root{${colours('dark')}}.logo{background:#fff;padding:4px;border-radius:3px}}`,
    accent === null
      ? ''
      : 'h1,.kicker b{color:var(--brand)}.grid{border-top-color:var(--brand)}thead th{border-bottom-color:var(--brand)}nav p{color:var(--brand)}',
    names.length === 0 ? '' : `body,svg text{font-family:${[...names, fonts].join(',')}}`,
    '.logo{float:right;display:block;width:auto;height:auto;max-width:200px;max-height:44px;margin:0 0 8px 24px}@media screen and (max-width:720px){.logo{max-width:120px;max-height:32px}}@media print{.logo{max-height:9mm;max-width:45mm}}',
  ].join('\n');
}
