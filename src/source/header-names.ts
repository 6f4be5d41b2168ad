/** How many of these cells are names that are known. */
export type Recognise = (cells: readonly string[]) => number;

/**
 * The names that two header records give together, or null where the two are not one header: labels below field keys stand alone, notes in
 * brackets follow their names, children follow their merged parents where they need them. `aboveValues`: figures stand right below.
 */
export function namesOfTwo(
  upper: readonly string[],
  lower: readonly string[],
  recognise: Recognise,
  aboveValues: boolean,
): string[] | null {
  const labels = labelsBelowKeys(upper, lower);
  if (labels !== null) return aboveValues || recognise(lower) >= 2 ? labels : null;
  if (isBracketed(lower)) return join(upper, lower, (above, below) => `${above} ${below}`.trim());
  const joined = joinParents(upper, lower);
  if (joined === null) return null;
  const known = recognise(joined) - Math.max(recognise(upper), recognise(lower));
  const isNeeded = fills(upper, lower) || distinct(joined) > distinct(lower);
  return known > 0 || (known === 0 && aboveValues && isNeeded) ? joined : null;
}

function join(
  upper: readonly string[],
  lower: readonly string[],
  name: (above: string, below: string, column: number) => string,
): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) =>
    name(upper[column] ?? '', lower[column] ?? '', column),
  );
}

/** `FBillNo, FDate` above `单据编号, 日期`. */
function labelsBelowKeys(upper: readonly string[], lower: readonly string[]): string[] | null {
  const keys = upper.filter((cell) => cell !== '');
  const labels = lower.filter((cell) => cell !== '');
  const chinese = labels.filter((cell) => /[\u3400-\u9fff]/.test(cell));
  if (labels.length < keys.length * 0.6 || chinese.length < labels.length * 0.6) return null;
  return keys.every((cell) => /^[\w#*.$-]+$/.test(cell)) ? join(upper, lower, (above, below) => below || above) : null;
}

/** `name, weight` above `(at birth), (in grams)`. */
function isBracketed(lower: readonly string[]): boolean {
  const notes = lower.filter((cell) => cell !== '');
  return notes.length > 0 && notes.every((cell) => /^[(（[【].*[)）\]】]$/.test(cell));
}

/** `客户, , 订单, ` above `名称, 等级, 金额, 日期`. Null unless children stand beside the column of a parent. */
function joinParents(upper: readonly string[], lower: readonly string[]): string[] | null {
  let parent = '';
  let beside = 0;
  const names = join(upper, lower, (above, below) => {
    if (above !== '') parent = below === '' ? '' : above;
    else if (below !== '' && parent !== '') beside += 1;
    if (below === '') return above;
    return parent === '' ? below : `${parent} ${below}`;
  });
  return beside > 0 ? names : null;
}

/** A column has its name in the upper record only. */
function fills(upper: readonly string[], lower: readonly string[]): boolean {
  return upper.some((cell, column) => cell !== '' && (lower[column] ?? '') === '');
}

function distinct(names: readonly string[]): number {
  return new Set(names).size;
}
