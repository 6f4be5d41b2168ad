import type { stream, Style } from 'exceljs';
import type { ValueType } from '../../result/result.ts';
import { columnSide } from './cells.ts';

export type WorkbookWriter = stream.xlsx.WorkbookWriter;

/** A font without a name would be shown in whatever face the program falls back to. */
export const font = { name: 'Calibri', family: 2, size: 10 } as const;

export const titleStyle: Partial<Style> = { font: { ...font, bold: true, size: 14 } };
export const quietStyle: Partial<Style> = { font: { ...font, color: { argb: 'FF5B6673' } }, alignment: { vertical: 'top' } };

export const linkColour = 'FF1F5FA8';

/** The ground of heads and the mark of sheets that are read, where no letterhead has another. */
export const headColour = 'FF1F4E79';

/** White on dark blue: a contrast of 8.7 to 1. */
export function headStyle(type: ValueType): Partial<Style> {
  return {
    font: { ...font, bold: true, color: { argb: 'FFFFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headColour } },
    alignment: { vertical: 'middle', wrapText: true, ...columnSide(type) },
  };
}
