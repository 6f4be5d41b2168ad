import { expect } from 'vitest';

/** The values agree to this relative tolerance (absolute where 0 is expected). */
export function expectClose(actual: number | null | undefined, expected: number, tolerance = 1e-12): void {
  expect(actual).toBeTypeOf('number');
  const error = Math.abs(actual! - expected) / (expected === 0 ? 1 : Math.abs(expected));
  expect(error, `${actual} is not ${expected}`).toBeLessThanOrEqual(tolerance);
}
