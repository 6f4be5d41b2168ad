import { both, column } from '../../columns.ts';

export const attributeColumn = column.text(
  both('Attribute', '属性'),
  both('leads.source and so on for a field, else the header of the column.', '字段为 leads.source 等，其他为列名。'),
);

export const tooFew = both('There are too few leads to ask.', '线索过少，无法检验。');

/** `0–305`, `7`: a range of numbers in words of no language. */
export function rangeText(least: number | null, greatest: number | null): string {
  return least === greatest ? String(least) : `${least}–${greatest}`;
}
