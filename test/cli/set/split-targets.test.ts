import { expect, it } from 'vitest';
import { targetsOf } from '../../../src/cli/set/split-targets.ts';

const person = (name: string, team: string | readonly string[], namesakes: readonly { id: string; isTold: boolean }[] = []) => ({
  name,
  teams: [team].flat(),
  managers: [],
  namesakes,
});
const told = [
  { id: '7', isTold: true },
  { id: '8', isTold: false },
];
const untold = told.map(({ id }) => ({ id, isTold: false }));

it('gives namesakes files by their numbers, and leaves out whose rows nothing tells', () => {
  const targets = targetsOf(
    { by: 'owner', people: () => [person('Ann', 'North'), person('Twin', 'North', told), person('Two', 'South', untold)] },
    'en',
  );
  expect(targets.map(({ name, scope, members, reason }) => [name, scope.names, members, reason === null])).toEqual([
    ['Ann', ['Ann'], ['Ann'], true],
    ['Twin (7)', ['7'], [], true],
    ['Twin (8)', ['8'], [], false],
    ['Two', ['Two'], [], false],
  ]);
});

it('gives a team with a namesake of another team files where numbers tell them apart', () => {
  const reasonsOf = (namesakes: typeof told) =>
    targetsOf({ by: 'team', people: () => [person('Twin', ['North', 'South'], namesakes), person('Ann', 'West')] }, 'en').map(
      ({ name, reason }) => [name, reason === null],
    );
  expect(reasonsOf(told)).toEqual([
    ['North', true],
    ['South', true],
    ['West', true],
  ]);
  expect(reasonsOf(untold)).toEqual([
    ['North', false],
    ['South', false],
    ['West', true],
  ]);
});
