import { describe, expect, it } from 'vitest';
import { addTo, groupedBy } from '../../src/lib/groups.ts';

describe('groups', () => {
  it('hold the items of each key in the order they come', () => {
    const groups = groupedBy(['pear', 'plum', 'apple', 'peach'], (word) => word.charAt(0));
    addTo(groups, 'a', 'apricot');
    expect([...groups]).toEqual([
      ['p', ['pear', 'plum', 'peach']],
      ['a', ['apple', 'apricot']],
    ]);
  });
});
