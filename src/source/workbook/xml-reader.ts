import { workbookDamaged, workbookUnsafe } from './workbook-errors.ts';

/** Names come without their namespace prefix; `attribute` is good only during the call. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | null): void;
  text(text: string): void;
  close(name: string): void;
}

export interface XmlReader {
  write(chunk: string): void;
  /** Throws where the document is cut off. */
  end(): void;
}

/** A tag or a run of text longer than this is no part of a real workbook: Excel's cells end at 32,767 characters. */
const longestPiece = 4 * 1024 * 1024;
const deepest = 256;

const slash = 47;
const greaterThan = 62;
const equals = 61;

/**
 * Reads XML as it arrives, in one pass, holding one tag or one run of text at a time. Well-formedness is checked as far as a
 * workbook needs it. Extension lists, which hold no cells, are passed over. A document type declaration is refused, so no entity but the five of XML itself is ever expanded.
 */
export function createXmlReader(part: string, handler: XmlHandler): XmlReader {
  const stack: string[] = [];
  const names: string[] = [];
  const values: string[] = [];
  let attributes = 0;
  let sawRoot = false;
  /** How deep the extension list lies that is being passed over; 0 outside of one. */
  let extension = 0;
  let rest = '';

  const damaged = (detail: string): Error => workbookDamaged(`${part}: ${detail}`);

  const attribute = (name: string): string | null => {
    for (let index = 0; index < attributes; index += 1) {
      if (names[index] === name) return decodeEntities(values[index] ?? '', damaged);
    }
    return null;
  };

  const emitText = (text: string, decoded: boolean): void => {
    if (stack.length === 0) {
      if (text.trim() !== '') throw damaged('text outside the root element');
    } else if (extension === 0) {
      handler.text(decoded ? text : decodeEntities(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, damaged));
    }
  };

  const closeTag = (qualified: string): void => {
    if (stack.pop() !== qualified) throw damaged(`</${qualified.slice(0, 40)}> closes nothing`);
    if (extension === 0) handler.close(localName(qualified));
    else if (stack.length < extension) extension = 0;
  };

  /** The index after the opening tag at `start`, or -1 where it is not complete yet. */
  const openTag = (buffer: string, start: number): number => {
    let at = start + 1;
    while (!endsName(buffer.charCodeAt(at))) at += 1;
    const qualified = buffer.slice(start + 1, at);
    attributes = 0;
    for (;;) {
      at = skipBlanks(buffer, at);
      const code = buffer.charCodeAt(at);
      if (Number.isNaN(code)) return -1;
      if (code === greaterThan || code === slash) break;
      const equal = buffer.indexOf('=', at);
      if (equal === -1) return -1;
      const open = skipBlanks(buffer, equal + 1);
      if (open >= buffer.length) return -1;
      const quote = buffer[open];
      if (quote !== '"' && quote !== "'") throw damaged('an attribute without quotes');
      const close = buffer.indexOf(quote, open + 1);
      if (close === -1) return -1;
      const name = buffer.slice(at, equal).trimEnd();
      if (!name.startsWith('xmlns')) {
        names[attributes] = localName(name);
        values[attributes] = buffer.slice(open + 1, close);
        attributes += 1;
      }
      at = close + 1;
    }
    const empty = buffer.charCodeAt(at) === slash;
    if (empty) at += 1;
    if (at >= buffer.length) return -1;
    if (qualified === '' || buffer.charCodeAt(at) !== greaterThan) throw damaged('a broken tag');
    if (stack.length === 0 && sawRoot) throw damaged('a second root element');
    if (stack.length >= deepest) throw workbookUnsafe(`${part}: elements nested more than ${deepest} deep`);
    sawRoot = true;
    stack.push(qualified);
    const name = localName(qualified);
    if (extension === 0 && name === 'extLst') extension = stack.length;
    if (extension === 0) handler.open(name, attribute);
    if (empty) closeTag(qualified);
    return at + 1;
  };

  /** The index after the markup at `start`, or -1 where it is not complete yet. */
  const markup = (buffer: string, start: number): number => {
    const after = (end: string, from: number): number => {
      const found = buffer.indexOf(end, from);
      return found === -1 ? -1 : found + end.length;
    };
    switch (buffer[start + 1]) {
      case undefined:
        return -1;
      case '?':
        return after('?>', start + 2);
      case '/': {
        const end = after('>', start + 2);
        if (end !== -1) closeTag(buffer.slice(start + 2, end - 1).trimEnd());
        return end;
      }
      case '!': {
        if (buffer.length < start + 9) return -1;
        if (buffer.startsWith('<!--', start)) return after('-->', start + 4);
        if (!buffer.startsWith('<![CDATA[', start)) throw workbookUnsafe(`${part}: it declares a document type`);
        const end = after(']]>', start + 9);
        if (end !== -1) emitText(buffer.slice(start + 9, end - 3), true);
        return end;
      }
      default:
        return openTag(buffer, start);
    }
  };

  return {
    write(chunk) {
      const buffer = rest === '' ? chunk : rest + chunk;
      let at = 0;
      for (;;) {
        const start = buffer.indexOf('<', at);
        if (start === -1) break;
        if (start > at) emitText(buffer.slice(at, start), false);
        at = start;
        const next = markup(buffer, start);
        if (next === -1) break;
        at = next;
      }
      rest = buffer.slice(at);
      if (rest.length > longestPiece) throw workbookUnsafe(`${part}: one text or tag is longer than ${longestPiece} characters`);
    },
    end() {
      if (stack.length > 0 || !sawRoot || rest.trim() !== '')
        throw damaged(rest.trim() !== '' && stack.length === 0 ? 'text outside the root element' : 'it ends too early');
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

function endsName(code: number): boolean {
  return isBlank(code) || code === greaterThan || code === slash || code === equals || Number.isNaN(code);
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
