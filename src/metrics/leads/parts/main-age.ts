/** The age at which groups and reps are compared: the middle one, of two in the middle the younger. */
export function mainAge(ages: readonly number[]): number {
  return ages[Math.floor((ages.length - 1) / 2)]!;
}
