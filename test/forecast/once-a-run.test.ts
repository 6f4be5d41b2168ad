import { describe, expect, it } from 'vitest';
import { onceARun } from '../../src/forecast/once-a-run.ts';
import type { Read } from '../../src/forecast/read.ts';

describe('what is made once a run', () => {
  const reader = (): Read => () => Promise.resolve([]);

  it('is the same for the same way to read and the same settings, even while it is made', async () => {
    const made: string[] = [];
    const letter = onceARun(
      (settings: { readonly id: string }) => settings.id,
      (_, { id }) => {
        made.push(id);
        return Promise.resolve({ id });
      },
    );
    const [one, other] = [reader(), reader()];
    const [first, second] = await Promise.all([letter(one, { id: 'a' }), letter(one, { id: 'a' })]);
    expect(second).toBe(first);
    expect(await letter(one, { id: 'b' })).toEqual({ id: 'b' });
    expect(await letter(other, { id: 'a' })).not.toBe(first);
    expect(made).toEqual(['a', 'b', 'a']);
  });
});
