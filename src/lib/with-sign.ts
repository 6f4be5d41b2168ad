/** A change with its sign before its size as it is shown: `+21%`, `−2`; what is shown as 0 has none. */
export function withSign(change: number, size: string): string {
  return isNothing(size) ? size : `${change < 0 ? '−' : '+'}${size}`;
}

/** Whether a figure as it is shown says nothing but 0: `0`, `0.0%`, `CNY 0`. */
export function isNothing(shown: string): boolean {
  return !/[1-9]/.test(shown);
}
