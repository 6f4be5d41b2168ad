import { describe, expect, it } from 'vitest';
import { choose } from '../../src/forecast/choice.ts';

const candidates = { asked: null, tested: ['second', 'third'], untested: ['first', 'second', 'last'] };
const only =
  (...able: readonly string[]) =>
  (id: string): string | null =>
    able.includes(id) ? id.toUpperCase() : null;

describe('a choice', () => {
  it('is the first that yields something: as asked for, as tested, then untested', () => {
    expect(choose({ ...candidates, asked: 'last' }, only('first', 'second', 'last'))).toEqual({
      id: 'last',
      why: 'asked',
      found: 'LAST',
      passedOver: [],
    });
    expect(choose(candidates, only('first', 'third'))).toEqual({ id: 'third', why: 'tested', found: 'THIRD', passedOver: ['second'] });
    expect(choose({ ...candidates, asked: 'third' }, only('last'))).toEqual({
      id: 'last',
      why: 'untested',
      found: 'LAST',
      passedOver: ['third', 'second', 'first'],
    });
    expect(choose(candidates, only())).toBeNull();
  });
});
