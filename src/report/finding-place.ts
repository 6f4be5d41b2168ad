import type { Finding } from '../result/result.ts';
import { fileAndSheet } from './reconciliation.ts';
import { cutToWidth } from './text-width.ts';
import { visible } from './visible.ts';

/** `orders.csv:118:下单日期="2018-02-29"`, as much of it as is known; '' where a finding is about no place. */
export function placeOf(finding: Finding): string {
  const { cell, line, column, value } = finding;
  const parts = [finding.file === null ? null : fileAndSheet({ file: finding.file, sheet: finding.sheet }), cell ?? line, column];
  const place = parts.filter((part) => part !== null).join(':');
  const shown = value === null ? '' : `"${cutToWidth(visible(value), 80)}"`;
  return visible(place) + (place !== '' && shown !== '' ? '=' : '') + shown;
}
