import type { ResultCell, ResultRow } from '../../../result/result.ts';

/** A list as it is now. */
export interface FollowedList {
  readonly id: string;
  /** Its rows are news; of the others it only matters whether they came from one that is. */
  readonly isAnswer: boolean;
  readonly rows: Iterable<ResultRow>;
}

/** Where an id stands, and what is said of it there. */
export interface Place {
  readonly list: string;
  readonly row: ResultRow;
}

/** An id that came into a list of the answer from nowhere (`new`) or from elsewhere, left one, changed tier in one (`moved`), or is in no list any more (`gone`). */
export interface Change {
  readonly kind: 'new' | 'moved' | 'gone';
  readonly now: Place | null;
  readonly before: Place | null;
}

export interface Changes {
  /** Those into a list first, list by list in the order of its rows; then changes of tier, then those out of a list. */
  readonly changes: readonly Change[];
  /** How many ids are in each list that were not in it before; without an entry where the earlier result does not have the list. */
  readonly entered: ReadonlyMap<string, number>;
}

/** What became of the lists. `key` names the column of ids, by which rows are one, and that of tiers, where there is one. An id counts where it is first. */
export function changesOf(
  lists: readonly FollowedList[],
  earlier: ReadonlyMap<string, Iterable<ResultRow>>,
  key: { readonly id: string; readonly tier: string | null },
): Changes {
  const answers = new Set(lists.filter(({ isAnswer }) => isAnswer).map(({ id }) => id));
  const now = placesOf(
    lists.map(({ id, rows }) => [id, rows]),
    key.id,
  );
  const before = placesOf(
    lists.flatMap(({ id }) => (earlier.has(id) ? [[id, earlier.get(id)!] as const] : [])),
    key.id,
  );
  // Everybody is in the only list there is: who had no tier in it was not ranked.
  const isRanking = lists.length === 1;
  const entered = new Map(lists.filter(({ id }) => earlier.has(id)).map(({ id }) => [id, 0]));
  const [into, tiers, out]: [Change[], Change[], Change[]] = [[], [], []];
  for (const [id, place] of now) {
    const known = before.get(id) ?? null;
    const was = key.tier !== null && isRanking && isFirstTier(place.row[key.tier], known?.row[key.tier]) ? null : known;
    const kind = was === null ? 'new' : 'moved';
    if (was?.list === place.list) {
      if (answers.has(place.list) && key.tier !== null && isOther(place.row[key.tier], was.row[key.tier]))
        tiers.push({ kind, now: place, before: was });
      continue;
    }
    // Whether it was in a list that was not written is not known.
    const count = entered.get(place.list);
    if (count !== undefined) entered.set(place.list, count + 1);
    if (answers.has(place.list) && count !== undefined) into.push({ kind, now: place, before: was });
    else if (was !== null && answers.has(was.list)) out.push({ kind, now: place, before: was });
  }
  for (const [id, was] of before) if (!now.has(id) && answers.has(was.list)) out.push({ kind: 'gone', now: null, before: was });
  return { changes: [...into, ...tiers, ...out], entered };
}

/** One that was not written is not known. */
function isFirstTier(now: ResultCell | undefined, was: ResultCell | undefined): boolean {
  return was === null && typeof now === 'string';
}

/** A tier that was not known, or not written, is no other. */
function isOther(one: ResultCell | undefined, other: ResultCell | undefined): boolean {
  return typeof one === 'string' && typeof other === 'string' && one !== other;
}

function placesOf(lists: readonly (readonly [id: string, rows: Iterable<ResultRow>])[], key: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [list, rows] of lists)
    for (const row of rows) {
      const id = row[key] ?? null;
      if (id !== null && !places.has(String(id))) places.set(String(id), { list, row });
    }
  return places;
}
