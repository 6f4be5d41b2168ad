/** Control characters (C0, DEL, C1), marks that turn the direction of writing, and halves of surrogate pairs. */
const unsafe = /[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;
const lineBreaks = /\r\n|[\r\n\u2028\u2029]/g;

/** `\x1b`, `\u202e`: a character that cannot be shown, as it would be written in source code. */
export function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text that came from a file or a user, safe for one line of a terminal: what could steer the terminal is written out (`\x1b`), a line break is `⏎`. */
export function visible(text: string): string {
  return text.replace(lineBreaks, '⏎').replace(unsafe, escapeCharacter);
}

/** As `visible`, but line breaks (as `\n`) and tabs stay: for cells of documents. */
export function visibleLines(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(unsafe, (character) => (character === '\n' || character === '\t' ? character : escapeCharacter(character)));
}
