import type { FindingCode } from '../codes.ts';
import { CrmEvalError } from '../errors.ts';
import { checkWidth, columnLimit, copyCarefully, type CarefulSource } from './careful.ts';
import { copyDialect } from './clean-text.ts';
import { decodeFile, encodingUnknown, scratchPath, writeTexts } from './decode.ts';
import { alignedCells, detectLayout, noDelimiter, parseHead, type DetectedLayout } from './dialect.ts';
import { recordsFit } from './record-fit.ts';
import { splitApart } from './split-header.ts';
import { fitHeader } from './surplus-cells.ts';
import { noTable } from './detect.ts';
import { detectEncoding, encodingBeyondHead, wholeCharacters, type TextEncodingFound } from './encoding.ts';
import { isFixedWidth } from './fixed-width.ts';
import type { GridRow } from './grid.ts';
import { readHead, type FileHead } from './head.ts';
import { findHeader, type Header } from './header.ts';
import type { OpenOptions, RawTable, RecordProblem, TextTable } from './raw-table.ts';
import { recordLines } from './record-lines.ts';
import { columnShapes } from './row-step.ts';
import { isRegular, tailIsRegular } from './regular.ts';
import type { TextRecord } from './text-parser.ts';

const utf8: TextEncodingFound = { name: 'utf-8', encoding: 'utf-8', markLength: 0, damaged: false, guessed: false };
const headRecords = 1000;

/** A text file as UTF-8: the user's own, or a transcoded copy. */
interface TextFile {
  readonly path: string;
  readonly name: string;
  /** Of the user's file. */
  readonly encoding: string;
  /** Of `path`. */
  readonly found: TextEncodingFound;
  readonly damaged: boolean;
  readonly guessed: boolean;
  readonly head: string;
  readonly complete: boolean;
}

/** What the head of a text tells. */
interface TextPlan {
  readonly detected: DetectedLayout;
  readonly header: Header;
  readonly records: readonly TextRecord[];
  readonly hasHeader: boolean;
  /** Blank cells behind the last column that all records may have. */
  readonly trailing: number;
  /** About the file as a whole. */
  readonly notes: readonly RecordProblem[];
}

/** Opens a text file as a table. `path` is what is read, `name` what the user calls it. */
export async function openText(path: string, name: string, head: FileHead, options: OpenOptions): Promise<TextTable> {
  const found = detectEncoding(head.bytes, head.complete, options.encoding);
  if (found === null) throw encodingUnknown(name, null, null);
  const file = await asUtf8(path, name, head, found, options);
  const plan = planOf(file, options);
  return (await isClean(file, plan)) ? ownTable(file, plan, options) : carefulTable(file, plan, options);
}

/** As far as can be told from its head and its tail. */
async function isClean(file: TextFile, { records, header, detected, trailing }: TextPlan): Promise<boolean> {
  const width = header.columns.length;
  if (trailing > 0 || (file.complete && records.some((record) => record.problem !== null))) return false;
  if (file.damaged || !isRegular(records, header.taken, width, detected, file.head)) return false;
  if (file.complete) return true;
  const holdsData = records.filter((record) => !record.blank).length > header.taken;
  return holdsData && tailIsRegular(file.path, detected.layout, width);
}

/** The file itself where it is UTF-8, else a transcoded copy with the same line ends. */
async function asUtf8(path: string, name: string, head: FileHead, found: TextEncodingFound, options: OpenOptions): Promise<TextFile> {
  const isUtf8 = found.encoding === 'utf-8';
  let own = { path, head, found };
  if (!isUtf8) {
    const copy = scratchPath(options.scratch, 'transcoded');
    await writeTexts(copy, decodeFile(path, found, name), options.signal);
    own = { path: copy, head: await readHead(copy), found: utf8 };
  }
  const bytes = own.head.bytes.subarray(own.found.markLength);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(own.head.complete ? bytes : wholeCharacters(bytes));
  const { damaged, guessed } = found;
  return { path: own.path, name, encoding: found.name, found: own.found, damaged, guessed, head: text, complete: own.head.complete };
}

function planOf(file: TextFile, options: OpenOptions): TextPlan {
  const detected = detectLayout(file.head, file.complete);
  const text = file.head.slice(detected.hintLength);
  if (detected.single) refuseFixedWidth(file, text);
  const records = parseHead(text, file.complete, detected.layout, headRecords);
  const shift = detected.hintLength > 0 ? 1 : 0;
  const filled = records.filter((record) => !record.blank);
  const apart = splitApart(filled, text, detected.layout);
  const rows: GridRow[] = filled.map((record, index) => ({
    line: record.line + shift,
    cells: index === apart?.index ? apart.cells : detected.aligned ? alignedCells(record.cells[0] ?? '') : record.cells,
  }));
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const named = findHeader(rows, 0, options.recognise);
  const hasHeader = named.line > 0;
  checkWidth(hasHeader ? named.columns.length : width, file.name);
  const note = (code: FindingCode, value: string | null, line: number = named.line): RecordProblem => {
    return { code, record: null, line, cell: null, column: null, value };
  };
  const guessed = file.guessed ? [note('encoding-guessed', file.encoding)] : [];
  if (!hasHeader) {
    const header = findHeader(rows, Math.min(width, columnLimit), options.recognise);
    return { detected, records, hasHeader, header, trailing: 0, notes: guessed };
  }
  const data = rows.slice(named.taken).map((row) => row.cells);
  const { columns, trailing, short } = fitHeader(named.columns, data, options.kindOf);
  const below = rows[named.taken - 1];
  const quotes = filled.slice(0, named.taken).find((record) => record.problem !== null);
  const notes = [
    ...guessed,
    ...(named.described ? [note('description-row', below?.cells.find((cell) => cell.trim() !== '') ?? null, below?.line)] : []),
    ...(quotes === undefined ? [] : quotesInside([quotes]).map((problem) => ({ ...problem, record: null, line: quotes.line + shift }))),
    ...(short ? [note('header-short', columns[1] ?? null)] : []),
    ...(apart !== null && apart.index < named.taken ? [note('delimiter-mixed', apart.delimiter === '\t' ? 'TAB' : apart.delimiter)] : []),
  ];
  return { detected, records, hasHeader, header: { ...named, columns }, trailing, notes };
}

/** No delimiter splits the text: blanks may do. */
function refuseFixedWidth(file: TextFile, text: string): void {
  if (isFixedWidth(text, file.complete)) throw noTable(file.name, { en: 'text in columns of a fixed width', 'zh-CN': '固定列宽的文本' });
}

/** The records stay where they are: the engine reads the file itself. */
function ownTable(file: TextFile, plan: TextPlan, options: OpenOptions): TextTable {
  const { header, detected, records } = plan;
  const data = records.filter((record) => !record.blank).slice(header.taken);
  const first = data[0];
  const rowsAbove = header.taken === 0 ? 0 : first === undefined ? records.length : records.indexOf(first);
  const skip = trailingBlanks(records, rowsAbove) + (detected.hintLength > 0 ? 1 : 0);
  const { dialect } = detected.layout;
  const width = header.columns.length;
  return {
    ...described(file, plan),
    columns: header.columns,
    head: data.map((record) => record.cells.slice(0, width)),
    text: { path: file.path, skip, dialect, clean: true },
    rejected: [],
    problems: [...plan.notes, ...quotesInside(data)],
    // Of the user's own file the fingerprint tells it.
    fits: () => recordsFit(file.path, { width, dialect, skip }, options.signal),
    linesOf: (indexes) => recordLines(file.path, skip, dialect, indexes),
    careful: () => reopen(file, plan, options),
  };
}

/** Of a large file only those in its head are known; to find all, each byte would have to be looked at once more. */
function quotesInside(records: readonly TextRecord[]): RecordProblem[] {
  return records.flatMap(({ problem, line, cells }, record) =>
    problem === null
      ? []
      : [
          {
            code: problem,
            record,
            line,
            cell: null,
            column: null,
            value: cells.find((cell) => cell.includes('"')) ?? null,
            lookedAt: records.length,
          },
        ],
  );
}

/** Rows above the first record without the blank ones right before it, which the engine passes over by itself. */
function trailingBlanks(records: readonly TextRecord[], rows: number): number {
  let count = rows;
  while (count > 0 && records[count - 1]?.blank === true) count -= 1;
  return count;
}

function described(
  file: TextFile,
  plan: TextPlan,
): Pick<RawTable, 'file' | 'sheet' | 'format' | 'encoding' | 'dialect' | 'headerLine' | 'preamble' | 'hidden'> {
  const { dialect } = plan.detected.layout;
  return {
    file: file.name,
    sheet: null,
    format: 'text',
    encoding: file.encoding,
    dialect: plan.detected.aligned
      ? { ...dialect, delimiter: ' ' }
      : dialect.delimiter === noDelimiter
        ? { ...dialect, delimiter: '' }
        : dialect,
    headerLine: plan.header.line,
    preamble: plan.header.preamble,
    hidden: false,
  };
}

/** The records of the head that have all cells of the table. */
function wholeRecords({ records, header }: TextPlan): string[][] {
  const data = records.filter((record) => !record.blank).slice(header.taken);
  return data.map(({ cells }) => cells).filter((cells) => cells.length >= header.columns.length);
}

async function carefulTable(file: TextFile, plan: TextPlan, options: OpenOptions): Promise<TextTable> {
  const { detected, header, hasHeader } = plan;
  const source: CarefulSource = {
    path: file.path,
    name: file.name,
    found: file.found,
    damaged: file.damaged,
    layout: detected.layout,
    aligned: detected.aligned,
    hintLength: detected.hintLength,
    taken: header.taken,
    columns: hasHeader ? header.columns : null,
    trailing: plan.trailing,
    shapes: hasHeader && !detected.aligned ? columnShapes(wholeRecords(plan), header.columns.length) : null,
  };
  const copy = await copyCarefully(source, options.scratch, options.signal);
  return {
    ...described(file, plan),
    columns: copy.columns,
    head: copy.head,
    text: { path: copy.path, skip: 1, dialect: copyDialect, clean: true },
    rejected: copy.rejected,
    problems: [...plan.notes, ...copy.problems],
    linesOf: async (records) => copy.linesOf(records),
    careful: null,
  };
}

/** The engine refused the file: reads all of it. Where it is not UTF-8 after all, its encoding is looked for again. */
async function reopen(file: TextFile, plan: TextPlan, options: OpenOptions): Promise<TextTable> {
  try {
    return await carefulTable(file, plan, options);
  } catch (error) {
    const wasGuessed = file.encoding === 'utf-8' && options.encoding === undefined;
    if (!wasGuessed || !(error instanceof CrmEvalError) || error.code !== 'encoding-undetected') throw error;
  }
  const found = await encodingBeyondHead(file.path);
  if (found === null) throw encodingUnknown(file.name, null, null);
  return carefulTable(await asUtf8(file.path, file.name, await readHead(file.path), found, options), plan, options);
}
