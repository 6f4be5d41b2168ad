import { Readable } from 'node:stream';
import XmlStream from 'exceljs/lib/utils/xml-stream.js';
import SharedStringXform from 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js';
import type { WorkbookWriter } from './styles.ts';

/** What the writer of exceljs has beyond its types: the texts of all cells, each once, and the archive. */
interface OpenWriter {
  readonly sharedStrings: { readonly count: number; readonly values: string[]; add: (text: string) => number };
  readonly zip: { append: (source: Readable, entry: { name: string }) => unknown };
  addSharedStrings: () => Promise<void>;
}

const textsOfPiece = 2_000;

/**
 * Has the writer write the texts of the cells piece by piece: exceljs makes one text of them all, several times over. They are found again in a map, as
 * keys of an object they take twice the time. The part is the same.
 */
export function streamSharedStrings(workbook: WorkbookWriter): void {
  const writer = workbook as unknown as OpenWriter;
  const places = new Map<string, number>();
  writer.sharedStrings.add = (text) => {
    const place = places.get(text) ?? writer.sharedStrings.values.push(text) - 1;
    places.set(text, place);
    return place;
  };
  writer.addSharedStrings = async () => {
    const { values } = writer.sharedStrings;
    if (values.length > 0) writer.zip.append(Readable.from(piecesOf(values), { objectMode: false }), { name: '/xl/sharedStrings.xml' });
  };
}

function* piecesOf(values: readonly string[]): Generator<Buffer> {
  yield Buffer.from(head(values.length));
  const form = new SharedStringXform();
  for (let from = 0; from < values.length; from += textsOfPiece) {
    const stream = new XmlStream();
    for (const text of values.slice(from, from + textsOfPiece)) form.render(stream, text);
    yield Buffer.from(stream.xml);
  }
  yield Buffer.from('</sst>');
}

/** What stands before the first text. */
function head(count: number): string {
  const stream = new XmlStream();
  stream.openXml(XmlStream.StdDocAttributes);
  stream.openNode('sst', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', count, uniqueCount: count });
  // Open still, so that a text would follow.
  return stream.xml.replace(/\/>$/, '>');
}
