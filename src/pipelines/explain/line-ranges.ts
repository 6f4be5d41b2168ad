/** `2–5, 9`: ascending numbers with runs drawn together; after `most` runs the rest is `…`. */
export function ranges(numbers: readonly number[], most = Infinity): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return [...shown, ...(runs.length > most ? ['…'] : [])].join(', ');
}
