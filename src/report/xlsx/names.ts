const longest = 31;
/** What Excel refuses in the name of a sheet; the apostrophe would break the names of print areas. */
const forbidden = /[\p{Cc}\p{Cs}:\\/?*[\]']/gu;

/** Hands out sheet names: what Excel refuses becomes a blank, names are at most 31 long and differ in more than case. */
export function createSheetNames(): (title: string) => string {
  // Excel keeps this name for itself.
  const taken = new Set(['history']);
  return (title) => {
    const clean = title.replace(forbidden, ' ').replace(/ +/g, ' ').trim() || 'Sheet';
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const name = shortened(clean, longest - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** Length counts UTF-16 units, as Excel does, but no character is cut in half. */
function shortened(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.trim();
}
