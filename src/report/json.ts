import type { Result, ResultCell, Section, TableSection } from '../result/result.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { ReportOptions } from './contract.ts';
import { chosenRows, chosenSections, portionsOf } from './sections.ts';

/** Legal in JSON, but able to steer a terminal or to end a line in a script. Structure is ASCII, so these stand in strings only. */
const risky = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * The Result as it is: one line for each input, column, row, fact and finding, keys in the order of the schema and cells in the
 * order of the columns. Numbers keep their full precision; what is not finite is null.
 */
export async function renderJson(result: Result, options: ReportOptions): Promise<Uint8Array> {
  const writer = createByteWriter();
  const { command, as_of, period, lang, engine } = result;
  const head = { schema: result.schema, command, as_of, period, lang, engine };
  writer.write('{\n');
  for (const [key, value] of Object.entries(head)) writer.write(`  "${key}": ${encode(value)},\n`);
  writeList(writer, 'inputs', result.inputs.map(encode));
  writer.write(',\n  "sections": [');
  chosenSections(result, options).forEach((section, index) => {
    writer.write(index === 0 ? '\n' : ',\n');
    writeSection(writer, section, options);
  });
  writer.write('\n  ],\n');
  writeList(writer, 'findings', result.findings.map(encode));
  writer.write(',\n');
  writeList(writer, 'not_computed', result.not_computed.map(encode));
  writer.write('\n}\n');
  return writer.bytes();
}

function encode(value: unknown): string {
  return JSON.stringify(value).replace(risky, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function writeList(writer: ByteWriter, key: string, items: readonly string[]): void {
  writer.write(items.length === 0 ? `  "${key}": []` : `  "${key}": [\n    ${items.join(',\n    ')}\n  ]`);
}

function writeSection(writer: ByteWriter, section: Section, options: ReportOptions): void {
  writer.write(`    { "id": ${encode(section.id)}, "title": ${encode(section.title)}, "kind": "${section.kind}",`);
  if (section.kind === 'facts') {
    writeItems(writer, 'facts', section.facts.map(encode));
    writer.write(' }');
    return;
  }
  writeItems(writer, 'columns', section.columns.map(encode));
  writer.write(',');
  writeRows(writer, section, options);
  writer.write(`, "chart": ${encode(section.chart)} }`);
}

function writeItems(writer: ByteWriter, key: string, items: readonly string[]): void {
  writer.write(items.length === 0 ? `\n      "${key}": []` : `\n      "${key}": [\n        ${items.join(',\n        ')}\n      ]`);
}

function writeRows(writer: ByteWriter, section: TableSection, options: ReportOptions): void {
  const rows = chosenRows(section, options);
  const keys = section.columns.map((column, index) => Buffer.from(`${index === 0 ? '{' : ','}${encode(column.id)}:`));
  const ids = section.columns.map((column) => column.id);
  writer.write('\n      "rows": [');
  let start = '\n        ';
  for (const { size, columns } of portionsOf(rows, ids)) {
    const cells = columns.map(encodedTexts);
    for (let row = 0; row < size; row += 1) {
      writer.write(start);
      start = ',\n        ';
      for (let column = 0; column < cells.length; column += 1) {
        writer.copy(keys[column]!);
        writeCell(writer, cells[column]![row]!);
      }
      writer.write('}');
    }
  }
  writer.write(rows.length === 0 ? ']' : '\n      ]');
}

/** Texts of a column as they will stand; each is looked through and encoded once, however often it occurs. */
function encodedTexts(cells: readonly ResultCell[]): (number | boolean | null | Uint8Array)[] {
  const known = new Map<string, Uint8Array>();
  return cells.map((cell) => {
    if (typeof cell !== 'string') return cell;
    let bytes = known.get(cell);
    if (bytes === undefined) known.set(cell, (bytes = Buffer.from(encode(cell))));
    return bytes;
  });
}

function writeCell(writer: ByteWriter, cell: number | boolean | null | Uint8Array): void {
  if (cell === null) writer.write('null');
  else if (typeof cell === 'number') writer.write(Number.isFinite(cell) ? String(cell) : 'null');
  else if (typeof cell === 'boolean') writer.write(cell ? 'true' : 'false');
  else writer.copy(cell);
}
