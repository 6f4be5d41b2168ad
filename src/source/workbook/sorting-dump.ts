import type { DumpCell, SheetDump } from './sheet-dump.ts';

/** Takes rows in any order, holds them in memory, and hands them on in order; of a cell stored twice the last one counts. */
export function createSortingDump(dump: SheetDump): SheetDump {
  const rows = new Map<number, DumpCell[]>();
  return {
    inOrder: false,
    add(row, cells) {
      const known = rows.get(row) ?? [];
      cells.forEach((cell, index) => {
        known[index] = cell;
      });
      rows.set(row, known);
    },
    finish() {
      for (const [row, cells] of [...rows].toSorted(([a], [b]) => a - b)) dump.add(row, cells);
      return dump.finish();
    },
    abandon: () => dump.abandon(),
  };
}
