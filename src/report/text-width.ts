import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Letters, Chinese characters and the marks between them, none of which changes the one before it. */
const usual = /^[ -~·×–—‘’“”…−、。〈-】一-鿿！-～]*$/;

/** Terminal columns of a text; Chinese characters take two. */
export function widthOf(text: string): number {
  if (!usual.test(text)) return stringWidth(text);
  let width = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) >= 0x3001) width += 1;
  return width;
}

/** True where the text may be wider than `width`; far faster than measuring it, and never wrong when it says no. */
export function mayExceed(text: string, width: number): boolean {
  if (text.length * 2 <= width) return false;
  let bound = 0;
  for (let index = 0; index < text.length && bound <= width; index += 1) bound += text.charCodeAt(index) < 0x1100 ? 1 : 2;
  return bound > width;
}

/** The text, cut to at most `width` columns with `…` as the last of them. */
export function cutToWidth(text: string, width: number): string {
  // No character is narrower than nothing and few texts are long, so measuring a bounded head is enough.
  const head = text.length > width * 16 ? text.slice(0, width * 16) : text;
  if (head.length === text.length && widthOf(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const { segment } of segmenter.segment(head)) {
    used += widthOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The end of the text, at most `width` columns with `…` as the first of them. */
function endOfWidth(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const { segment } of [...segmenter.segment(text.slice(-width * 16))].toReversed()) {
    used += widthOf(segment);
    if (used > width) break;
    kept = segment + kept;
  }
  return `…${kept}`;
}

/** The texts of a column, cut: in front where they begin alike, as the paths of files of one folder do. */
export function cutAlike(texts: readonly string[], width: number): string[] {
  const [first = '', ...others] = new Set(texts.filter((text) => widthOf(text) > width));
  let alike = 0;
  while (alike < first.length && others.every((other) => other[alike] === first[alike])) alike += 1;
  const cut = others.length > 0 && alike * 2 >= width ? endOfWidth : cutToWidth;
  return texts.map((text) => cut(text, width));
}

export function padTo(text: string, width: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + blanks : blanks + text;
}

/** Marks that no line begins with. */
const closing = /^[，。；：！？、）》】」』”’]$/u;

/** Words as a line breaker sees them: runs of narrow characters with their blanks, and each wide character by itself, with the marks that end it. */
function breakable(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const { segment } of segmenter.segment(text)) {
    if (word === '' && words.length > 0 && closing.test(segment)) words[words.length - 1] += segment;
    else if (segment === ' ' || widthOf(segment) > 1) {
      words.push(word + segment);
      word = '';
    } else word += segment;
  }
  if (word !== '') words.push(word);
  return words;
}

/** Lines of at most `width` columns; Chinese breaks anywhere, other text at blanks, a longer word is cut. */
export function wrapToWidth(text: string, width: number): string[] {
  return wrapped(breakable(text), width);
}

/** As `wrapToWidth`, but Chinese breaks between words, and what stands in brackets goes to the next line whole; longer than a line they break anywhere. */
export function wrapTitle(title: string, width: number): string[] {
  const parts = titleWords(title, width).flatMap((word) => (widthOf(word.trimEnd()) > width ? breakable(word) : [word]));
  return wrapped(parts, width);
}

/** The parts of a title that stay together where they fit into a line; brackets and marks stay with their word. */
export function titleWords(title: string, width: number): string[] {
  const groups: readonly string[] = title.match(/[（(][^（）()]*[）)]\s*|[^（(]+|[（(]/gu) ?? [];
  return groups.flatMap((group) => (/^[（(]/u.test(group) && widthOf(group.trimEnd()) <= width ? [group] : wordsOf(group)));
}

function wordsOf(text: string): string[] {
  const parts: string[] = [];
  const segments = Array.from(wordSegmenter.segment(text), ({ segment }) => segment);
  let isSingles = false;
  for (const [index, segment] of segments.entries()) {
    const last = parts.at(-1);
    const stays =
      last !== undefined && (/[（(“]$/u.test(last) || /^[\s）)”，、：；/·]/u.test(segment) || isNarrow(last.at(-1), segment[0]));
    // Words that the dictionary lacks: 天数 of 天 and 数, 订单数 of 订单 and 数, 批次数 of 批 and 次数.
    const isAlone: boolean = isSingles || !isSingle(segments[index + 1]);
    const belongs: boolean =
      last !== undefined && (isSingle(last) ? /^\p{Script=Han}/u.test(segment) : isSingle(segment) && isAlone && !/[\s!-~]$/u.test(last));
    if (stays || belongs) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    isSingles = isSingle(segment) && (isSingles || !belongs);
  }
  return parts;
}

function isSingle(segment: string | undefined): boolean {
  return segment !== undefined && /^\p{Script=Han}$/u.test(segment);
}

function isNarrow(...characters: readonly (string | undefined)[]): boolean {
  return characters.every((character) => character !== undefined && /[!-~]/.test(character));
}

function wrapped(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of parts) {
    if (line !== '' && widthOf((line + word).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? word.trimStart() : word;
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines.map((each) => cutToWidth(each, width));
}

/** An entry of a list, indented, and its further lines more so. */
export function hanging(text: string, width: number): string[] {
  return wrapToWidth(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}
