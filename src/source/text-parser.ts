import type { Dialect } from './raw-table.ts';

/** How the text of a file is laid out: its dialect, and two habits no dialect names. */
export interface TextLayout {
  readonly dialect: Dialect;
  /** A carriage return alone ends a record (classic Mac). Otherwise it is part of a cell unless a line feed follows. */
  readonly returnEndsRecord: boolean;
  /** Blanks between a delimiter and a quote are no part of the cell: `a, "b, c"`. */
  readonly blankBeforeQuote: boolean;
}

/** Something about the quotes of one record: one that never closes, one where none can stand, one in a cell that is not quoted, part of its text. */
export type QuoteProblem = 'quote-unclosed' | 'quote-misplaced' | 'quote-inside';

export interface TextRecord {
  /** Physical line on which the record starts, from 1. */
  readonly line: number;
  readonly cells: string[];
  readonly problem: QuoteProblem | null;
  /** One cell without quotes in which nothing but blanks stands: no record of a table. */
  readonly blank: boolean;
  /** The line did not end within the limit; the cells are what fitted, the rest was passed over. */
  readonly cut: boolean;
}

export interface TextParser {
  /** Adds text; returns the records that are complete. Where the chunks are cut changes nothing. */
  push(chunk: string): TextRecord[];
  /** Ends the text; returns the last record, if there is one. */
  end(): TextRecord[];
}

/** Characters after which an open quote counts as never closed and a line as endless. */
const recordLimit = 4 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
const incomplete = -1;

/**
 * Splits text into records, strictly by RFC 4180 where the text follows it. Where it does not, nothing is lost: a quote inside a quoted cell
 * stands for itself if the cell still closes on its line; otherwise the opening quote stands for itself and reading goes on behind it.
 */
export function createTextParser(layout: TextLayout, limit: number = recordLimit): TextParser {
  const delimiter = layout.dialect.delimiter.charCodeAt(0);
  const quote = layout.dialect.quote.charCodeAt(0);
  const quoteText = layout.dialect.quote;
  const escape = layout.dialect.escape.charCodeAt(0);
  const { returnEndsRecord, blankBeforeQuote } = layout;
  const longest = limit * 2;

  let text = '';
  let position = 0;
  let line = 1;
  let ended = false;
  let skipping = false;
  /** Length of text below which an unfinished record is not tried again: keeps long records linear however small the chunks are. */
  let enough = 0;

  let cells: string[] = [];
  let problem: QuoteProblem | null = null;
  let quoted = false;
  /** No quote before this position of the current line closes a cell: keeps hostile lines linear. */
  let noCloserBefore = 0;
  let nextLine = 1;

  /** Length of the line end at `at`, 0 where there is none, or incomplete where only more text can tell. */
  function lineEnd(at: number): number {
    const code = text.charCodeAt(at);
    if (code === lineFeed) return 1;
    if (code !== carriageReturn) return 0;
    if (returnEndsRecord) {
      if (at + 1 === text.length && !ended) return incomplete;
      return text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
    }
    let behind = at + 1;
    while (text.charCodeAt(behind) === carriageReturn) behind += 1;
    if (behind === text.length) return ended ? behind - at : incomplete;
    return text.charCodeAt(behind) === lineFeed ? behind + 1 - at : 0;
  }

  /** End of the unquoted cell that starts at `start`, or incomplete. */
  function unquotedEnd(start: number): number {
    const { length } = text;
    for (let at = start; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lineFeed) return at;
      if (code === carriageReturn) {
        const size = lineEnd(at);
        if (size === incomplete) return incomplete;
        if (size > 0) return at;
      }
    }
    return ended ? length : incomplete;
  }

  /** Where a cell that closes with the quote at `at` ends (blanks behind the quote passed over), 0 if it cannot close there, or incomplete. */
  function closingEnd(at: number): number {
    let behind = at + 1;
    while (text.charCodeAt(behind) === blank && blank !== delimiter) behind += 1;
    if (behind === text.length) return ended ? behind : incomplete;
    const code = text.charCodeAt(behind);
    if (code === delimiter) return behind;
    const size = lineEnd(behind);
    if (size === incomplete) return incomplete;
    return size > 0 ? behind : 0;
  }

  function countLines(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed || (returnEndsRecord && code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count += 1;
    }
    return count;
  }

  /** Reads the quoted cell whose quote is at `open`; returns its end, incomplete, or 0 where the quote has to stand for itself. */
  function readQuoted(open: number): number {
    let value = '';
    let from = open + 1;
    for (let at = from; ;) {
      at = nextMark(at);
      if (at === -1) return ended || text.length - open > limit ? giveUp('quote-unclosed') : incomplete;
      if (at - open > limit) return giveUp('quote-unclosed');
      if (text.charCodeAt(at) === quote) {
        if (escape === quote && text.charCodeAt(at + 1) === quote) {
          value += text.slice(from, at + 1);
          at += 2;
          from = at;
          continue;
        }
        const end = closingEnd(at);
        if (end === incomplete) return incomplete;
        if (end === 0) return misplaced(open, at);
        cells.push(value + text.slice(from, at));
        nextLine += countLines(open, at);
        return end;
      }
      const escaped = text.charCodeAt(at + 1);
      if (at + 1 === text.length && !ended) return incomplete;
      if (escaped === quote || escaped === escape) {
        value += text.slice(from, at) + text[at + 1];
        at += 2;
        from = at;
      } else {
        at += 1;
      }
    }
  }

  function nextMark(from: number): number {
    if (escape === quote) return text.indexOf(quoteText, from);
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote || code === escape) return at;
    }
    return -1;
  }

  function giveUp(code: QuoteProblem): number {
    if (problem === null || problem === 'quote-inside') problem = code;
    return 0;
  }

  /** The quote at `at` closes nothing: tries the further quotes of the same line. */
  function misplaced(open: number, at: number): number {
    for (let mark = open; mark < at; mark += 1) if (lineEnd(mark) > 0) return giveUp('quote-unclosed');
    if (at < noCloserBefore) return giveUp('quote-misplaced');
    for (let mark = at + 1; mark < text.length; mark += 1) {
      if (mark - open > limit) return giveUp('quote-misplaced');
      const isQuote = text.charCodeAt(mark) === quote;
      const end = isQuote ? closingEnd(mark) : lineEnd(mark);
      if (end === incomplete) return incomplete;
      if (end === 0) continue;
      noCloserBefore = mark;
      giveUp('quote-misplaced');
      if (!isQuote) return 0;
      cells.push(text.slice(open + 1, mark).replaceAll(quoteText + quoteText, quoteText));
      return end;
    }
    if (!ended) return incomplete;
    noCloserBefore = text.length;
    return giveUp('quote-misplaced');
  }

  /** Reads one cell at `start`; returns its end, or incomplete. */
  function readCell(start: number): number {
    let at = start;
    if (blankBeforeQuote) while (text.charCodeAt(at) === blank) at += 1;
    if (text.charCodeAt(at) === quote) {
      if (at + 1 === text.length && !ended) return incomplete;
      const end = readQuoted(at);
      if (end === incomplete) return incomplete;
      if (end > 0) {
        quoted = true;
        return end;
      }
    } else if (at === text.length && !ended) {
      return incomplete;
    }
    const end = unquotedEnd(start);
    if (end === incomplete) return incomplete;
    cells.push(text.slice(start, end));
    if (problem === null && cells.at(-1)!.includes(quoteText)) problem = 'quote-inside';
    return end;
  }

  /** Reads the record at `position`; returns where the next one starts, or incomplete. */
  function readRecord(): number {
    cells = [];
    problem = null;
    quoted = false;
    noCloserBefore = 0;
    nextLine = line;
    for (let at = position; ; at += 1) {
      at = readCell(at);
      if (at === incomplete) return incomplete;
      if (at === text.length && ended) return at;
      const size = lineEnd(at);
      if (size === incomplete) return incomplete;
      if (size > 0) {
        nextLine += 1;
        return at + size;
      }
    }
  }

  /** Reads the record at `position` in the longest text a record may take, however much more has come: so the chunks decide nothing. */
  function readWithinLimit(): number | 'too-long' {
    const whole = { text, ended };
    const clipped = text.length - position > longest;
    if (clipped) {
      text = text.slice(0, position + longest + 1);
      ended = false;
    }
    const next = readRecord();
    ({ text, ended } = whole);
    return clipped && (next === incomplete || next - position > longest) ? 'too-long' : next;
  }

  function completed(): TextRecord {
    const isBlank = cells.length === 1 && !quoted && (cells[0] ?? '').trim() === '';
    return { line, cells, problem, blank: isBlank, cut: false };
  }

  /** Passes over the rest of a line that is longer than any line may be. */
  function skipLine(): void {
    for (; position < text.length; position += 1) {
      const size = lineEnd(position);
      if (size === incomplete) return;
      if (size > 0) {
        position += size;
        line += 1;
        skipping = false;
        return;
      }
    }
  }

  function drain(): TextRecord[] {
    const found: TextRecord[] = [];
    if (text.length < enough && !ended) return found;
    while (position < text.length) {
      if (skipping) skipLine();
      if (skipping || position === text.length) break;
      const next = readWithinLimit();
      if (next === 'too-long') {
        found.push({ line, cells: [text.slice(position, position + Math.min(80, limit))], problem: null, blank: false, cut: true });
        skipping = true;
      } else if (next === incomplete) {
        break;
      } else {
        found.push(completed());
        position = next;
        line = nextLine;
      }
    }
    text = text.slice(position);
    position = 0;
    enough = text.length * 2;
    return found;
  }

  return {
    push(chunk) {
      text += chunk;
      return drain();
    },
    end() {
      ended = true;
      return drain();
    },
  };
}
