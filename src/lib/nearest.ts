import type { Localized } from './localized.ts';

/** The longest text that is compared; anything longer is no slip of the finger. */
const longest = 64;

/**
 * The candidate that was most likely meant by `word`: the least Damerau–Levenshtein distance (insertions, deletions, changes, and swaps
 * of neighbours; case does not count), at most one slip for every three characters. Null where none is that near; the earliest of equals.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = [...word.toLowerCase()];
  if (wanted.length === 0 || wanted.length > longest) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const letters = [...candidate.toLowerCase()];
    const limit = Math.floor(Math.max(wanted.length, letters.length) / 3);
    if (letters.length > longest || Math.abs(letters.length - wanted.length) > limit) continue;
    const slips = distance(wanted, letters);
    if (slips <= limit && slips < bestDistance) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best;
}

/** The way out for a name that is none of those listed: the one that was meant, else all of them. */
export function meantOrListed(name: string, listed: readonly string[]): Localized {
  if (listed.length === 0) return { en: 'there is none to choose', 'zh-CN': '没有可选项' };
  const meant = nearest(name, listed);
  return meant === null
    ? { en: `choose one of: ${listed.join(', ')}`, 'zh-CN': `可选：${listed.join('、')}` }
    : { en: `did you mean ${meant}?`, 'zh-CN': `是不是想用 ${meant}？` };
}

/** Half of the share of pairs that are alike: less is chance. */
const leastLikeness = 0.15;

/** The few that are most like the word, the most alike first: those that share most of their pairs of letters with it. */
export function mostAlike(word: string, candidates: readonly string[], most: number): string[] {
  const own = pairsOf(word);
  const likeness = (candidate: string): number => {
    const other = pairsOf(candidate);
    return [...own].filter((each) => other.has(each)).length / Math.max(1, own.size + other.size);
  };
  return candidates
    .map((candidate, place) => ({ candidate, place, likeness: likeness(candidate) }))
    .filter((each) => each.likeness > leastLikeness)
    .toSorted((one, other) => other.likeness - one.likeness || one.place - other.place)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.toLowerCase()];
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Optimal string alignment: no part of the text is edited twice. */
function distance(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let slips = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) slips = Math.min(slips, before[column - 2]! + 1);
      current.push(slips);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length]!;
}
