import { describe, expect, it } from 'vitest';
import { changesOf, type FollowedList } from '../../../../src/pipelines/parts/since/changes.ts';

const key = { id: 'id', tier: 'tier' };
const rowsOf = (text: string) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ id: word.split(':')[0]!, tier: word.split(':')[1] ?? null }));
/** Lists by name, each with its ids and their tiers (`a:1`); those of the answer are `risk` and `watch`. */
const listsOf = (lists: Readonly<Record<string, string>>): FollowedList[] =>
  Object.entries(lists).map(([id, ids]) => ({ id, isAnswer: id === 'risk' || id === 'watch', rows: rowsOf(ids) }));

function changed(now: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>) {
  const earlier = new Map(Object.entries(before).map(([id, ids]) => [id, rowsOf(ids)]));
  const { changes, entered } = changesOf(listsOf(now), earlier, key);
  const said = changes.map((change) => {
    const id = String((change.now ?? change.before)?.row['id']);
    return `${id} ${change.kind} ${change.before?.list ?? '-'} → ${change.now?.list ?? '-'}`;
  });
  return { said, entered: Object.fromEntries(entered) };
}

describe('what changed in lists', () => {
  it('is new where no list had it, moved where another had it, gone where none has it', () => {
    const before = { risk: 'a b', watch: 'c d', fine: 'e f' };
    const now = { risk: 'g a c', watch: 'e', fine: 'b f h' };
    expect(changed(now, before)).toEqual({
      said: ['g new - → risk', 'c moved watch → risk', 'e moved fine → watch', 'b moved risk → fine', 'd gone watch → -'],
      entered: { risk: 2, watch: 1, fine: 2 },
    });
  });

  it('says nothing of lists beside the answer, but for what left it', () => {
    expect(changed({ risk: '', fine: 'a' }, { risk: '', fine: 'b' })).toEqual({ said: [], entered: { risk: 0, fine: 1 } });
  });

  it('is another tier in the same list of the answer; a tier that is missing on either side is none', () => {
    expect(changed({ risk: 'a:2 b:1 c d:1', fine: 'e:2' }, { risk: 'a:1 b:1 c:1 d', fine: 'e:1' }).said).toEqual(['a moved risk → risk']);
  });

  it('is new in a ranking where there was no tier', () => {
    expect(changed({ risk: 'a:1 b:2 c d:1' }, { risk: 'a b:2 c:1' })).toEqual({
      said: ['a new - → risk', 'd new - → risk'],
      entered: { risk: 2 },
    });
    const lists = [{ id: 'risk', isAnswer: true, rows: [{ id: 'a', tier: '1' }] }];
    expect(changesOf(lists, new Map([['risk', [{ id: 'a' }]]]), key).changes).toEqual([]);
  });

  it('is nothing where the earlier result has not the list: who was in it is not known', () => {
    expect(changed({ risk: 'a', watch: 'b c' }, { risk: 'c' })).toEqual({
      said: ['a new - → risk', 'c moved risk → watch'],
      entered: { risk: 1 },
    });
  });

  it('counts an id once, where it is first, and no row without one', () => {
    const lists = [{ id: 'risk', isAnswer: true, rows: [{ id: 1 }, { id: null }, { id: 1 }] }];
    expect(changesOf(lists, new Map([['risk', []]]), { id: 'id', tier: null }).entered.get('risk')).toBe(1);
    expect(changesOf(lists, new Map([['risk', [{ id: '1' }]]]), { id: 'id', tier: null }).changes).toEqual([]);
  });
});
