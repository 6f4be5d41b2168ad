import { expect, it } from 'vitest';
import { readScope, scopeText } from '../../src/lib/scope.ts';

it('a scope is of reps, teams or managers, by one name or several', () => {
  expect(readScope('rep=王芳,李明')).toEqual({ of: 'rep', names: ['王芳', '李明'] });
  expect(readScope(' Team ＝ 华东 、华南，华东')).toEqual({ of: 'team', names: ['华东', '华南'] });
  expect(readScope('manager=Eve')).toEqual({ of: 'manager', names: ['Eve'] });
  for (const text of ['', 'rep=', 'rep=Ann,', 'owner=Ann', 'Ann', 'rep Ann']) expect(readScope(text), text).toBeNull();
  expect(scopeText({ of: 'rep', names: ['Ann', 'Bob'] })).toBe('rep=Ann,Bob');
});
