import type { TableSection } from '../../src/result/result.ts';

/** Every column that the glance or the chart of a section names. */
export function columnsSeen({ glance, chart }: TableSection): string[] {
  const drawn = chart === null ? [] : Object.entries(chart).flatMap(([part, ids]) => (part === 'kind' ? [] : (ids ?? [])));
  return [...glance.first.flat(), ...glance.hidden, ...drawn];
}
