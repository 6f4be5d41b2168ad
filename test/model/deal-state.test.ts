import { expect, it } from 'vitest';
import { dealState } from '../../src/model/deal-state.ts';

it.each([
  ['Closed Won', 'won'],
  ['closedwon', 'won'],
  ['Won', 'won'],
  ['赢单', 'won'],
  ['Closed Lost', 'lost'],
  ['输单', 'lost'],
  ['Negotiation/Review', 'open'],
  ['Engaging', 'open'],
  ['qualifiedtobuy', 'open'],
  ['商务谈判', 'open'],
])('calls %s %s', (stage, state) => {
  expect(dealState(stage)).toBe(state);
});

it("calls a stage of the company's own open", () => {
  expect(dealState('S3 技术交流')).toBe('open');
  expect(dealState('Pilot running')).toBe('open');
});

it('does not guess at a blank stage or at one that speaks of an end', () => {
  expect(dealState('')).toBeNull();
  expect(dealState('Not won yet')).toBeNull();
  expect(dealState('待成交')).toBeNull();
  expect(dealState('Closed')).toBeNull();
});

it('is won or lost whatever pipeline stands in brackets or behind', () => {
  expect(dealState('Closed Won (Renewals)')).toBe('won');
  expect(dealState('Closed Lost - Renewals')).toBe('lost');
  expect(dealState('赢单（续约）')).toBe('won');
  expect(dealState('6. Closed Won')).toBe('won');
  expect(dealState('Not closed won')).toBeNull();
});
