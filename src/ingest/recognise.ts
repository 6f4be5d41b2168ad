import { entities } from '../model/entities.ts';
import { normaliseHeader } from '../model/names.ts';
import type { FieldMappings } from './overrides.ts';

/** How many of these cells are known column names; helps the reader, which knows no word of the field, to find the header. */
export function recogniseHeaders(mappings: FieldMappings): (cells: readonly string[]) => number {
  const known = new Set(mappings.columns.map((mapping) => normaliseHeader(mapping.header)));
  for (const entity of entities) {
    for (const [name, field] of Object.entries(entity.fields))
      for (const alias of [name, ...field.aliases]) known.add(normaliseHeader(alias));
  }
  return (cells) => cells.filter((cell) => cell !== '' && known.has(normaliseHeader(cell))).length;
}
