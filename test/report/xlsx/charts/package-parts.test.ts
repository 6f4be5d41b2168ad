import { PassThrough } from 'node:stream';
import type { Worksheet } from 'exceljs';
import ExcelJsWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js';
import { expect, it } from 'vitest';
import { taken } from '../../../../src/report/xlsx/charts/package-parts.ts';

/** Bytes that the archive has not taken yet. */
function waiting(sheet: Worksheet): number {
  const { stream } = sheet as unknown as { stream: { pipes: readonly { _writableState: { length: number } }[] } };
  return stream.pipes.reduce((sum, { _writableState: state }) => sum + state.length, 0);
}

it('little of a long sheet waits for the archive', async () => {
  const stream = new PassThrough().resume();
  const workbook = new ExcelJsWriter({ stream });
  const sheet = workbook.addWorksheet('long');
  for (let row = 0; row < 4_000; row += 1) sheet.addRow([`${row} ${'x'.repeat(3_000)}`]).commit();
  expect(waiting(sheet)).toBeGreaterThan(8_000_000);
  await taken(sheet);
  expect(waiting(sheet)).toBeLessThanOrEqual(4_000_000);
  sheet.commit();
  await workbook.commit();
});
