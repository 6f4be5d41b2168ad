/** Lines that are looked at. */
const mostLines = 200;
const leastLines = 3;
const leastGap = 2;

/**
 * Whether the lines are columns of a fixed width: places where every line has blanks, two at least, stand between texts. Only for a text that no
 * delimiter splits.
 */
export function isFixedWidth(text: string, complete: boolean): boolean {
  const all = text.split(/\r\n|\n|\r/, mostLines + 1);
  if (!complete || all.length > mostLines) all.pop();
  const lines = all.filter((line) => line.trim() !== '' && !/^[\s=+|-]*$/.test(line)).map(displayed);
  if (lines.length < leastLines) return false;
  const width = Math.max(...lines.map((line) => line.trimEnd().length));
  let gap = 0;
  let columns = 0;
  let inText = false;
  for (let at = 0; at < width; at += 1) {
    if (lines.every((line) => (line[at] ?? ' ') === ' ')) {
      gap += 1;
      continue;
    }
    if (!inText || gap >= leastGap) columns += 1;
    inText = true;
    gap = 0;
  }
  const spread = lines.filter((line) => /\S {2,}\S/.test(line)).length;
  return columns >= 2 && spread >= lines.length * 0.8;
}

/** Wide characters take two places, as they do on the screen of the program that wrote them. */
function displayed(line: string): string {
  return line
    .replaceAll('\t', ' ')
    .replaceAll(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g, '$&\u0000');
}
