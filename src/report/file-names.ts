import type { Input, Result, ResultCell, ResultRows, Section } from '../result/result.ts';
import { RowList } from '../lib/row-list.ts';
import { cellsOf } from './sections.ts';

/** Columns and figures that name a file, alone (`file`) or among other words (`rows`: `orders orders.csv: 29–31`). */
const naming = new Set(['file', 'rows']);

/** Folders of a machine before the name of a file that no table was read from: `/srv/crm/` of `/srv/crm/notes.csv`. */
const absoluteFolders = /(?<![\w:/\\.])(?:[A-Za-z]:)?[\\/](?:[^\s\\/“”":：，；,;（）()]+[\\/])+(?=[^\s\\/“”":：，；,;（）()]+\.\w)/g;

/** The name of a file without its folders; where files of several folders are called the same, with as many of them as tell it from the others: `b/orders.csv`. */
export function shortFiles(files: Iterable<string>): (file: string) => string {
  const names = new Map<string, string>();
  const given = [...new Set(files)].map((file) => ({ file, parts: file.split(/[\\/]/) }));
  for (const { file, parts } of given) {
    const tail = (of: readonly string[], length: number): string => of.slice(-length).join('/');
    let length = 1;
    const isShared = (): boolean => given.some((other) => other.file !== file && tail(other.parts, length) === tail(parts, length));
    while (length < parts.length && isShared()) length += 1;
    names.set(file, tail(parts, length));
  }
  return (file) => names.get(file) ?? file;
}

export function filesOf(inputs: readonly Input[]): string[] {
  return inputs.map(({ file }) => file);
}

/** The Result as it is given to other people: files by their names, since the folders of a machine are nobody else's business. */
export function withoutFolders(result: Result): Result {
  const files = [
    ...filesOf(result.inputs),
    ...result.findings.flatMap(({ file }) => (file === null ? [] : [file])),
    ...result.sections.flatMap(namedIn),
  ];
  const short = shortFiles(files);
  const text = shortener(files, short);
  return {
    ...result,
    answer: result.answer.map(text),
    inputs: result.inputs.map((input) => ({ ...input, file: short(input.file) })),
    findings: result.findings.map((finding) => ({
      ...finding,
      file: finding.file === null ? null : short(finding.file),
      message: text(finding.message),
      fix: finding.fix === null ? null : text(finding.fix),
    })),
    sections: result.sections.map((section) => shortened(section, text)),
  };
}

/** The files that a section names by themselves. */
function namedIn(section: Section): string[] {
  const cells =
    section.kind === 'facts'
      ? section.facts.filter(({ id }) => id === 'file').map(({ value }) => value)
      : section.columns.some(({ id, type }) => id === 'file' && type === 'text')
        ? [...cellsOf(section.rows, 'file')]
        : [];
  return cells.filter((cell) => typeof cell === 'string');
}

/** Known files become their names, and what lies beside them loses the folder they share. */
function shortener(files: readonly string[], short: (file: string) => string): (text: string) => string {
  const names = new Map<string, string>();
  for (const file of files) {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (folder === '') continue;
    names.set(file, short(file));
    names.set(folder, '');
  }
  const known = [...names.keys()].toSorted((one, other) => other.length - one.length).map(escaped);
  const pattern = known.length === 0 ? null : new RegExp(String.raw`(?<![\w./\\-])(?:${known.join('|')})`, 'g');
  return (text) =>
    (pattern === null ? text : text.replaceAll(pattern, (found) => names.get(found) ?? found)).replaceAll(absoluteFolders, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

function shortened(section: Section, text: (text: string) => string): Section {
  const cell = (value: ResultCell): ResultCell => (typeof value === 'string' ? text(value) : value);
  if (section.kind === 'facts')
    return { ...section, facts: section.facts.map((fact) => (naming.has(fact.id) ? { ...fact, value: cell(fact.value) } : fact)) };
  const ids = section.columns.filter(({ id, type }) => naming.has(id) && type === 'text').map(({ id }) => id);
  return ids.length === 0 ? section : { ...section, rows: withCells(section.rows, ids, cell) };
}

function withCells(rows: ResultRows, ids: readonly string[], cell: (value: ResultCell) => ResultCell): ResultRows {
  if (rows instanceof RowList) return ids.reduce((list, id) => list.with(id, [id], cell), rows);
  return [...rows].map((row) => ({ ...row, ...Object.fromEntries(ids.map((id) => [id, cell(row[id] ?? null)])) }));
}
