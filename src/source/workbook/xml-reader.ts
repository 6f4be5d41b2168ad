import { createAttributeSpans } from './attribute-spans.ts';
import { workbookDamaged, workbookUnsafe } from './workbook-errors.ts';

/** Names come without their namespace prefix; `attribute` is good only during the call. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | null): void;
  text(text: string): void;
  close(name: string): void;
  /**
   * Offered the text from a `<` on, inside the root element: takes a whole element that is well-formed and gives the index behind it, or -1
   * to leave it to the reader. For elements that come by the million.
   */
  take?(text: string, at: number): number;
}

export interface XmlReader {
  write(chunk: string): void;
  /** Throws where the document is cut off. */
  end(): void;
}

/** A tag or a run of text longer than this is no part of a real workbook: Excel's cells end at 32,767 characters. */
const longestPiece = 4 * 1024 * 1024;
const deepest = 256;

const exclamationMark = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const lessThan = 60;
const equals = 61;
const greaterThan = 62;
const questionMark = 63;

/**
 * Reads XML as it arrives, in one pass, holding one tag or one run of text at a time. Well-formedness is checked as far as a
 * workbook needs it. Extension lists, which hold no cells, are passed over. A document type declaration is refused, so no entity but the five of XML itself is ever expanded.
 */
export function createXmlReader(part: string, handler: XmlHandler): XmlReader {
  /** The open elements: their names as they stand in the document, and without their prefixes. */
  const stack: string[] = [];
  const localNames: string[] = [];
  const attributes = createAttributeSpans();
  let sawRoot = false;
  /** How deep the extension list lies that is being passed over; 0 outside of one. */
  let extension = 0;
  let waiting = '';
  let enough = 0;

  const damaged = (detail: string): Error => workbookDamaged(`${part}: ${detail}`);

  const attribute = (name: string): string | null => {
    const value = attributes.find(name);
    return value === null ? null : decodeEntities(value, damaged);
  };

  const emitText = (text: string, decoded: boolean): void => {
    if (stack.length === 0) {
      if (text.trim() !== '') throw damaged('text outside the root element');
    } else if (extension === 0) {
      handler.text(decoded ? text : decodeEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, damaged));
    }
  };

  const closeElement = (): void => {
    stack.pop();
    const name = localNames.pop() ?? '';
    if (extension === 0) handler.close(name);
    else if (stack.length < extension) extension = 0;
  };

  /** The index after the closing tag at `start`, or -1 where it is not complete yet. */
  const closeTag = (buffer: string, start: number): number => {
    const expected = stack.at(-1);
    let end = start + 2 + (expected?.length ?? 0);
    if (expected === undefined || buffer.charCodeAt(end) !== greaterThan || !buffer.startsWith(expected, start + 2)) {
      end = buffer.indexOf('>', start + 2);
      if (end === -1) return -1;
      const qualified = buffer.slice(start + 2, end).trimEnd();
      if (qualified !== expected) throw damaged(`</${qualified.slice(0, 40)}> closes nothing`);
    }
    closeElement();
    return end + 1;
  };

  /** The index after the opening tag at `start`, or -1 where it is not complete yet. */
  const openTag = (buffer: string, start: number): number => {
    let at = endOfName(buffer, start + 1);
    const qualified = buffer.slice(start + 1, at);
    attributes.clear(buffer);
    for (;;) {
      at = skipBlanks(buffer, at);
      const code = buffer.charCodeAt(at);
      if (Number.isNaN(code)) return -1;
      if (code === greaterThan || code === slash) break;
      const end = endOfName(buffer, at);
      const equal = skipBlanks(buffer, end);
      const open = skipBlanks(buffer, equal + 1);
      if (open >= buffer.length) return -1;
      const quote = buffer.charCodeAt(open);
      if (end === at || buffer.charCodeAt(equal) !== equals || (quote !== doubleQuote && quote !== singleQuote))
        throw damaged('an attribute without quotes');
      const close = indexOfCode(buffer, quote, open + 1);
      if (close === -1) return -1;
      attributes.add(at, end, open + 1, close);
      at = close + 1;
    }
    const empty = buffer.charCodeAt(at) === slash;
    if (empty) at += 1;
    if (at >= buffer.length) return -1;
    if (qualified === '' || buffer.charCodeAt(at) !== greaterThan) throw damaged('a broken tag');
    if (stack.length === 0 && sawRoot) throw damaged('a second root element');
    if (stack.length >= deepest) throw workbookUnsafe(`${part}: elements nested more than ${deepest} deep`);
    sawRoot = true;
    const name = localName(qualified);
    stack.push(qualified);
    localNames.push(name);
    if (extension === 0 && name === 'extLst') extension = stack.length;
    if (extension === 0) handler.open(name, attribute);
    if (empty) closeElement();
    return at + 1;
  };

  /** The index after the markup at `start`, or -1 where it is not complete yet. */
  const markup = (buffer: string, start: number): number => {
    const code = buffer.charCodeAt(start + 1);
    if (code === slash) return closeTag(buffer, start);
    if (Number.isNaN(code)) return -1;
    if (code === questionMark) return indexAfter(buffer, '?>', start + 2);
    if (code !== exclamationMark) return openTag(buffer, start);
    if (buffer.length < start + 9) return -1;
    if (buffer.startsWith('<!--', start)) return indexAfter(buffer, '-->', start + 4);
    if (!buffer.startsWith('<![CDATA[', start)) throw workbookUnsafe(`${part}: it declares a document type`);
    const end = indexAfter(buffer, ']]>', start + 9);
    if (end !== -1) emitText(buffer.slice(start + 9, end - 3), true);
    return end;
  };

  /** The index after the element at `start` if the handler takes it, which may have children of its own; else -1. */
  const taken = (buffer: string, start: number): number =>
    handler.take === undefined || extension > 0 || stack.length === 0 || stack.length + 2 > deepest ? -1 : handler.take(buffer, start);

  /** Reads all that has come and is complete; what is not waits for the rest. */
  const scan = (): void => {
    const buffer = waiting;
    let at = 0;
    for (;;) {
      const start = indexOfCode(buffer, lessThan, at);
      if (start === -1) break;
      if (start > at) emitText(buffer.slice(at, start), false);
      at = start;
      const whole = taken(buffer, start);
      const next = whole === -1 ? markup(buffer, start) : whole;
      if (next === -1) break;
      at = next;
    }
    waiting = buffer.slice(at);
    if (waiting.length > longestPiece) throw workbookUnsafe(`${part}: one text or tag is longer than ${longestPiece} characters`);
    // A long piece is not looked through again before it has doubled: it may arrive in a hundred chunks.
    enough = Math.min(2 * waiting.length, longestPiece + 1);
  };

  return {
    write(chunk) {
      waiting += chunk;
      if (waiting.length >= enough) scan();
    },
    end() {
      scan();
      if (stack.length > 0 || !sawRoot || waiting.trim() !== '')
        throw damaged(waiting.trim() !== '' && stack.length === 0 ? 'text outside the root element' : 'it ends too early');
    },
  };
}

function localName(qualified: string): string {
  const colon = qualified.indexOf(':');
  return colon === -1 ? qualified : qualified.slice(colon + 1);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** The index of the first character after a name; the length of the text where it does not end in it. */
function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= greaterThan && (code === equals || code === greaterThan || code === slash || isBlank(code))) return at;
  }
  return text.length;
}

/** As `indexOf`, and faster for the few characters between two marks of a sheet. */
function indexOfCode(text: string, code: number, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text.charCodeAt(at) === code) return at;
  return -1;
}

function indexAfter(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? -1 : found + end.length;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string, damaged: (detail: string) => Error): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const value = named.get(name);
        if (value === undefined) throw damaged(`the entity ${all} is not defined`);
        return value;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0x10ffff) throw damaged(`${all} is no character`);
      return String.fromCodePoint(code);
    },
  );
}
