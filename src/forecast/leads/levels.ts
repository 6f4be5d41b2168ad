/** Leads alike in one attribute: with one value, with numbers of one range, with a value too rare to tell of, or with none. */
export interface Level {
  readonly kind: 'value' | 'range' | 'other' | 'blank';
  /** Of a value; null otherwise. */
  readonly value: string | null;
  /** Of a range: numbers above the one (null: from the least) and up to the other (null: to the greatest). */
  readonly above: number | null;
  readonly upTo: number | null;
  /** Of a range: the least and the greatest number seen. */
  readonly least: number | null;
  readonly greatest: number | null;
  readonly leads: number;
  readonly converted: number;
}

export interface LeadAttribute {
  readonly id: string;
  readonly levels: readonly Level[];
  /** The level of each lead, by its place in `levels`. */
  readonly levelOf: Uint8Array;
  /** The number of each lead, NaN where it has none; null for an attribute of words. */
  readonly numbers: Float64Array | null;
}

/** A value of fewer leads is told of with the others of its kind; so are those beyond the most frequent. */
export const leastLeads = 10;
export const mostValues = 40;
const parts = 5;

/** Values by number of leads, then by their bytes; rare ones and blanks last. Null where no lead has a value. */
export function wordLevels(id: string, values: readonly (string | null)[], converted: Uint8Array): LeadAttribute | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, leads]) => leads >= leastLeads)
    .toSorted(([value, leads], [other, otherLeads]) => otherLeads - leads || (value < other ? -1 : 1))
    .slice(0, mostValues);
  if (counts.size === 0) return null;
  const places = new Map(frequent.map(([value], place) => [value, place]));
  const heads: Head[] = [...frequent.map(([value]): Head => ({ kind: 'value', value })), { kind: 'other' }, { kind: 'blank' }];
  const [other, blank] = [frequent.length, frequent.length + 1];
  const placed = Uint8Array.from(values, (value) => (value === null ? blank : (places.get(value) ?? other)));
  return { id, ...counted(heads, placed, converted), numbers: null };
}

/** Numbers in fifths of those that have one, fewer where many are equal; blanks last. Null where no lead has a number. */
export function numberLevels(id: string, numbers: Float64Array, converted: Uint8Array): LeadAttribute | null {
  const known = numbers.filter((number) => !Number.isNaN(number)).toSorted();
  if (known.length === 0) return null;
  const cuts = Array.from({ length: parts - 1 }, (_, part) => known[Math.ceil(((part + 1) * known.length) / parts) - 1]!);
  const inside = [...new Set(cuts)].filter((cut) => cut < known.at(-1)!);
  const heads: Head[] = [
    ...[...inside, null].map((upTo, place): Head => ({ kind: 'range', above: place === 0 ? null : inside[place - 1]!, upTo })),
    { kind: 'blank' },
  ];
  const levelOf = Uint8Array.from(numbers, (number) => {
    if (Number.isNaN(number)) return heads.length - 1;
    const place = inside.findIndex((cut) => number <= cut);
    return place === -1 ? inside.length : place;
  });
  return { id, ...counted(heads, levelOf, converted, numbers), numbers };
}

type Head = Pick<Level, 'kind'> & Partial<Pick<Level, 'value' | 'above' | 'upTo'>>;

/** The levels that any lead has, with their counts. */
function counted(
  heads: readonly Head[],
  placed: Uint8Array,
  converted: Uint8Array,
  numbers: Float64Array | null = null,
): Pick<LeadAttribute, 'levels' | 'levelOf'> {
  const levels = heads.map(({ kind, value = null, above = null, upTo = null }) => {
    return { kind, value, above, upTo, least: null as number | null, greatest: null as number | null, leads: 0, converted: 0 };
  });
  for (const [lead, place] of placed.entries()) {
    const level = levels[place]!;
    level.leads += 1;
    level.converted += converted[lead]!;
    if (numbers === null || level.kind === 'blank') continue;
    level.least = Math.min(level.least ?? Infinity, numbers[lead]!);
    level.greatest = Math.max(level.greatest ?? -Infinity, numbers[lead]!);
  }
  const kept = levels.filter(({ leads }) => leads > 0);
  const places = new Map(kept.map((level, place) => [level, place]));
  return { levels: kept, levelOf: placed.map((place) => places.get(levels[place]!) ?? 0) };
}
