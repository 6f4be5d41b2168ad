import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFillingDump, fillableRanges } from './filling-dump.ts';
import { createCoverage, type MergedRange, mergedRange } from './merged-cells.ts';
import type { NumberDisplay } from './number-format.ts';
import { readWorkbookParts } from './package-parts.ts';
import { readSharedStrings } from './shared-strings.ts';
import { createSheetDump, type DumpedSheet, type SheetContent, type SheetDump } from './sheet-dump.ts';
import { createSheetHandler, RowsOutOfOrder, type SheetContext } from './sheet-part.ts';
import { createSortingDump } from './sorting-dump.ts';
import { readNumberDisplays } from './styles.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readPart, type ZipPackage } from './zip-part.ts';

/** Streams every sheet of an .xlsx package into a dump of its own; the shared texts are all that is held in memory. */
export async function dumpPackage(zip: ZipPackage, scratch: string): Promise<DumpedSheet[]> {
  const parts = await readWorkbookParts(zip);
  const displays: readonly NumberDisplay[] = parts.styles === null ? [] : await readNumberDisplays(zip, parts.styles);
  const sharedStrings = parts.sharedStrings === null ? [] : await readSharedStrings(zip, parts.sharedStrings);
  const sheets: DumpedSheet[] = [];
  for (const [index, sheet] of parts.sheets.entries()) {
    const path = join(scratch, `sheet-${index + 1}.csv`);
    const dumped = await dumpSheet(zip, sheet.entry, path, { sharedStrings, displays, date1904: parts.date1904 });
    if (dumped !== null) sheets.push({ name: sheet.name, hidden: sheet.hidden, ...dumped });
  }
  return sheets;
}

/** A sheet with merged cells is read twice: only at its end is known what they cover. */
async function dumpSheet(
  zip: ZipPackage,
  entry: ZipEntry,
  path: string,
  context: Pick<SheetContext, 'sharedStrings' | 'displays' | 'date1904'>,
): Promise<SheetContent | null> {
  const ranges: MergedRange[] = [];
  const onMerge = (reference: string): void => {
    const range = mergedRange(reference);
    if (range !== null) ranges.push(range);
  };
  const first = await dumpInAnyOrder(zip, entry, path, { ...context, part: entry.name, coverage: null, onMerge });
  if (first === null || ranges.length === 0) return first;
  await rm(path);
  const covered = { ...context, part: entry.name, coverage: createCoverage(ranges), onMerge: () => {} };
  const fillable = fillableRanges(ranges, first);
  return await dumpInAnyOrder(zip, entry, path, covered, (dump) =>
    fillable.length === 0 ? dump : createFillingDump(dump, fillable, first),
  );
}

async function dumpInAnyOrder(
  zip: ZipPackage,
  entry: ZipEntry,
  path: string,
  context: SheetContext,
  filling: (dump: SheetDump) => SheetDump = (dump) => dump,
): Promise<SheetContent | null> {
  try {
    return await dumpOnce(zip, entry, context, filling(createSheetDump(path)));
  } catch (error) {
    if (!(error instanceof RowsOutOfOrder)) throw error;
    await rm(path, { force: true });
    return await dumpOnce(zip, entry, context, createSortingDump(filling(createSheetDump(path))));
  }
}

async function dumpOnce(zip: ZipPackage, entry: ZipEntry, context: SheetContext, dump: SheetDump): Promise<SheetContent | null> {
  try {
    await readPart(zip, entry, createSheetHandler(context, dump));
    return dump.finish();
  } finally {
    dump.abandon();
  }
}
