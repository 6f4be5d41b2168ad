/** Names one below the other where they would lie over each other. */
export function apart<End extends { readonly y: number }>(ends: readonly End[]): End[] {
  let last = -Infinity;
  return ends
    .toSorted((one, other) => one.y - other.y)
    .map((end) => {
      last = Math.max(end.y, last + 15);
      return { ...end, y: last };
    });
}
