import Papa from 'papaparse';
import { isValueLike, runsUp } from './cell-kind.ts';
import type { Dialect } from './raw-table.ts';
import { createTextParser, type TextLayout, type TextRecord } from './text-parser.ts';

/** Delimiters that are tried, the likelier first. */
export const delimiters = [',', '\t', ';', '|'] as const;

/** Delimiter of a single column: stands in no text. */
export const noDelimiter = '\uffff';

/** How the head of a text splits. */
export interface DetectedLayout {
  readonly layout: TextLayout;
  /** Characters of an Excel line such as `sep=;`, which is no record; 0 without one. */
  readonly hintLength: number;
  /** Cells are separated by runs of blanks: the file is a print-out with aligned columns. */
  readonly aligned: boolean;
  /** No delimiter splits the first record. */
  readonly single: boolean;
}

interface Trial {
  readonly layout: TextLayout;
  /** The width most records have. */
  readonly width: number;
  /** Records of that width, of all that are not blank. */
  readonly share: number;
  /** Records with more than one cell. */
  readonly split: number;
  readonly problems: number;
  /** The first record of that width holds names: the delimiter splits the header, too. */
  readonly headed: boolean;
  readonly records: readonly TextRecord[];
}

const sampleLength = 256 * 1024;
const sampleRecords = 1000;

/** A delimiter fits where at least this share of the records has one width. */
const consistentShare = 0.8;

/** Finds the dialect of the head of a text (without a byte order mark). `complete`: the head is the whole text. */
export function detectLayout(head: string, complete: boolean): DetectedLayout {
  const hint = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r|$)/i.exec(head);
  const body = head.slice(hint?.[0].length ?? 0, sampleLength);
  const whole = complete && head.length <= sampleLength;
  const returnEndsRecord = endsWithReturns(body);
  const candidates = hint === null ? delimiters : [hint[1] ?? ','];
  const trials = candidates.map((delimiter) => bestVariant(body, whole, delimiter, returnEndsRecord));
  const likeliest = choose(trials, body);
  const chosen = trials.find((trial) => isBelowOtherHeader(trial, likeliest)) ?? likeliest;
  const aligned = hint === null && chosen.width === 1 && isAligned(body, whole);
  return {
    layout: chosen.layout,
    hintLength: hint?.[0].length ?? 0,
    aligned,
    single: !aligned && (chosen.width === 1 || chosen.records[0]?.cells.length === 1),
  };
}

/** The plain reading of a delimiter, unless it leaves misplaced quotes or ragged records that another reading of the quotes does not. */
function bestVariant(body: string, whole: boolean, delimiter: string, returnEndsRecord: boolean): Trial {
  const dialect: Dialect = { delimiter, quote: '"', escape: '"' };
  const plain = withMixedEnds(body, whole, tryLayout(body, whole, { dialect, returnEndsRecord, blankBeforeQuote: false }));
  let best = plain;
  if (plain.problems > 0 && body.includes('\\"')) {
    const escaped = tryLayout(body, whole, { ...plain.layout, dialect: { ...dialect, escape: '\\' } });
    if (escaped.problems === 0) best = escaped;
  }
  if (body.includes(`${delimiter} "`)) {
    const blank = tryLayout(body, whole, { ...best.layout, blankBeforeQuote: true });
    const isBetter = blank.share > best.share || (blank.share === best.share && isSpaced(best.records));
    if (isBetter && blank.problems <= best.problems) best = blank;
  }
  return body.includes("'") ? withSingleQuotes(body, whole, best) : best;
}

/** Carriage returns that end records in one part of the file and line feeds in another, where that makes the records regular. */
function withMixedEnds(body: string, whole: boolean, plain: Trial): Trial {
  if (plain.layout.returnEndsRecord || !/\r[^\r\n]/.test(body)) return plain;
  const split = tryLayout(body, whole, { ...plain.layout, returnEndsRecord: true });
  return split.share > plain.share && split.problems <= plain.problems ? split : plain;
}

/** Single quotes are quotes where no double one is and every cell that begins with one ends with one, in a column throughout. */
function withSingleQuotes(body: string, whole: boolean, plain: Trial): Trial {
  const { layout, records } = plain;
  if (/(?:^|[\n\r]|[^\w\s"'])\s*"/.test(body) || records.length < 2) return plain;
  const escapes = body.includes("\\'") ? ["'", '\\'] : ["'"];
  const blankBeforeQuote = body.includes(`${layout.dialect.delimiter} '`);
  for (const escape of escapes) {
    const dialect = { ...layout.dialect, quote: "'", escape };
    const apostrophes = tryLayout(body, whole, { ...layout, dialect, blankBeforeQuote });
    const isBetter = apostrophes.share > plain.share || isWrapped(records, "'");
    const isAsGood = apostrophes.problems === 0 && apostrophes.share >= plain.share;
    if (isAsGood && isBetter && isThroughout(records, apostrophes.width)) return apostrophes;
  }
  return plain;
}

/** Most records hold a cell in quotes behind a blank, and every such cell ends with its quote. */
function isSpaced(records: readonly TextRecord[]): boolean {
  const spaced = records.filter(({ cells }) => cells.some((cell) => /^ +"/.test(cell)));
  return spaced.length * 2 > records.length && isWrapped(spaced, '"');
}

/** Every cell that begins with this quote, blanks before it left out, ends with one. */
function isWrapped(records: readonly TextRecord[], quote: string): boolean {
  const quoted = records.flatMap(({ cells }) => cells.map((cell) => cell.trim())).filter((cell) => cell.startsWith(quote));
  return quoted.length > 0 && quoted.every((cell) => cell.length > 1 && cell.endsWith(quote));
}

/** In some column every record has a cell that begins with a single quote. */
function isThroughout(records: readonly TextRecord[], width: number): boolean {
  const data = records.slice(1).filter(({ cells }) => cells.length >= width);
  return Array.from({ length: width }, (_, column) => column).some(
    (column) =>
      data.length > 0 &&
      data.every(({ cells }) => {
        const cell = (cells[column] ?? '').trim();
        return cell.startsWith("'") && (cell.length > 1 || cells.length > width);
      }),
  );
}

function tryLayout(body: string, whole: boolean, layout: TextLayout): Trial {
  const records = parseHead(body, whole, layout, sampleRecords).filter((record) => !record.blank);
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  for (const [candidate, count] of counts) {
    const most = counts.get(width) ?? 0;
    if (count > most || (count === most && candidate > width)) width = candidate;
  }
  const total = Math.max(1, records.length);
  return {
    layout,
    width,
    share: (counts.get(width) ?? 0) / total,
    split: (total - (counts.get(1) ?? 0)) / total,
    problems: records.filter((record) => record.problem !== null && record.problem !== 'quote-inside').length / total,
    headed: width > 1 && holdsNames(records.find((record) => record.cells.length === width)?.cells ?? []),
    records,
  };
}

/** Cells that can be the names of columns: neither figures nor dates, and no two the same. */
export function holdsNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return names.length * 2 > cells.length && new Set(names).size === names.length && (!names.some(isValueLike) || runsUp(names));
}

/** Of the beginning of a long text in which an open quote leaves fewer records than this, a quote that is not closed soon counts as never closed. */
const fewRecords = 20;
const soon = 32 * 1024;

/** The records at the beginning of a text, at most `most` of them; an unfinished last one only when the text is whole. */
export function parseHead(text: string, whole: boolean, layout: TextLayout, most: number): TextRecord[] {
  const records = parseWithin(text, whole, layout, most);
  if (whole || records.length >= Math.min(most, fewRecords) || text.length < soon * 2) return records;
  const more = parseWithin(text, whole, layout, most, soon);
  return more.length > records.length ? more : records;
}

function parseWithin(text: string, whole: boolean, layout: TextLayout, most: number, limit?: number): TextRecord[] {
  const parser = createTextParser(layout, limit);
  const records: TextRecord[] = [];
  for (let at = 0; at < text.length && records.length < most; at += 65_536) records.push(...parser.push(text.slice(at, at + 65_536)));
  if (whole && records.length < most) records.push(...parser.end());
  return records.slice(0, most);
}

/** Widest among the consistent ones; else PapaParse's opinion where it splits at least half of the records; else a single column, unsplit. */
function choose(trials: readonly Trial[], body: string): Trial {
  const fitting = trials.filter((trial) => trial.width > 1 && trial.share >= consistentShare);
  if (fitting.length > 0)
    return foremost(fitting, (trial) => [-trial.problems, Number(trial.headed), Math.round(trial.share * 20), trial.width]);
  const splitting = trials.filter((trial) => trial.split >= 0.5);
  const opinion = Papa.parse<string[]>(body.slice(0, 65_536), { delimitersToGuess: [...delimiters], preview: 100 }).meta.delimiter;
  const seconded = splitting.find((trial) => trial.layout.dialect.delimiter === opinion);
  if (seconded !== undefined && seconded.problems === 0) return seconded;
  if (splitting.length > 0) return foremost(splitting, (trial) => [-trial.problems, trial.split]);
  return trials.find((trial) => trial.split === 0) ?? single(foremost(trials, (trial) => [-trial.split]));
}

/**
 * The other delimiter splits the header only, and all it splits of the records are figures (`customer,amount` above `K1;1,50`): they are split as
 * well by this one.
 */
function isBelowOtherHeader(trial: Trial, other: Trial): boolean {
  const [header, ...data] = trial.records;
  if (trial === other || trial.width < 2 || trial.width !== other.width || header?.cells.length !== 1 || data.length < 3) return false;
  const sign = other.layout.dialect.delimiter;
  return data.every(({ cells }) => {
    const cut = cells.filter((cell) => cell.includes(sign));
    return cells.length === trial.width && cut.length > 0 && cut.every(isValueLike);
  });
}

/** The whole line is the cell. */
function single(trial: Trial): Trial {
  return { ...trial, width: 1, layout: { ...trial.layout, dialect: { ...trial.layout.dialect, delimiter: noDelimiter } } };
}

/** The first with the greatest rank, compared place by place. */
function foremost(trials: readonly Trial[], rank: (trial: Trial) => readonly number[]): Trial {
  return trials.reduce((winner, trial) => {
    const difference =
      rank(trial)
        .map((value, index) => value - (rank(winner)[index] ?? 0))
        .find((value) => value !== 0) ?? 0;
    return difference > 0 ? trial : winner;
  });
}

/** True where records end with a carriage return alone: line feeds, if any, stand inside quotes. */
function endsWithReturns(text: string): boolean {
  let inQuotes = false;
  let returns = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (code === 10) return false;
    else if (code === 13) returns = true;
  }
  return returns;
}

/** Three columns or more, the same number on every line, and at least half of them figures all the way down. */
function isAligned(body: string, whole: boolean): boolean {
  const lines = body.split(/\r\n|\n|\r/).slice(0, sampleRecords + 1);
  if (!whole || lines.length > sampleRecords) lines.pop();
  const rows = lines.filter((text) => text.trim() !== '').map(alignedCells);
  const width = rows[0]?.length ?? 0;
  if (rows.length < 3 || width < 3 || rows.some((row) => row.length !== width)) return false;
  const data = rows.slice(1);
  const figures = rows[0]!.filter((_, column) => data.every((row) => /^[-+]?\d[\d.,:/-]*$/.test(row[column] ?? '')));
  return figures.length * 2 >= width;
}

/** The cells of one line of aligned text. */
export function alignedCells(text: string): string[] {
  return text.trim().split(/[ \t]+/);
}
