import { describe, expect, it } from 'vitest';
import { both } from '../../../src/lib/localized.ts';
import { repsAnswer } from '../../../src/pipelines/reps/answer.ts';

const march = { whole: { from: '2026-03-01', to: '2026-04-01' } };
const sentence = (text: string) => both(text, text);

describe('the answer of reps', () => {
  it('is of five sentences at most: what weighs least is left out, never what is to be done', () => {
    const given = { drivers: [], gaps: [], ranking: [], shrinking: sentence('Shrinking.'), actions: sentence('To do.') };
    const more = [null, sentence('Coach.'), sentence('Strength.'), null, sentence('Neglected.'), sentence('Pattern.')];
    const answer = repsAnswer({ rep: null, manager: null, money: undefined }, march, { ...given, more });
    expect(answer.map(({ en }) => en)).toEqual(['Shrinking.', 'Coach.', 'Strength.', 'Neglected.', 'To do.']);
  });
});
