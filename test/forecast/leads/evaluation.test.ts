import { describe, expect, it } from 'vitest';
import { evaluateModels } from '../../../src/forecast/leads/evaluation.ts';
import { bayesModel, featuresOf, logisticModel, logOddsOfLead } from '../../../src/forecast/leads/models.ts';
import { oddsOf, weightsOf } from '../../../src/forecast/leads/weights.ts';
import { createRandom } from '../../../src/lib/random.ts';
import { trainingOf } from './lead-rows.ts';

/** 40 leads of a, 30 of which converted; 60 of b, 10 of which did. */
const two = trainingOf(
  Array.from({ length: 100 }, (_, lead) => (lead < 40 ? lead < 30 : lead < 50)),
  { letter: Array.from({ length: 100 }, (_, lead) => (lead < 40 ? 'a' : 'b')) },
);
const all = new Uint8Array(100).fill(1);

describe('naive Bayes of levels', () => {
  it('adds the logarithm of the smoothed factor of each', () => {
    const model = bayesModel(two, two.attributes, all)!;
    expect(model.intercept).toBeCloseTo(Math.log(40 / 60), 12);
    // a: (30.1 / 40.2) / (10.1 / 60.2); the values by number of leads: b, a.
    expect(model.terms[0]!.byLevel[1]).toBeCloseTo(Math.log(30.1 / 40.2 / (10.1 / 60.2)), 12);
    expect(logOddsOfLead(model, 0)).toBeCloseTo(Math.log((40 / 60) * (30.1 / 40.2 / (10.1 / 60.2))), 12);
  });
});

describe('the logistic regression of levels', () => {
  it('gives the rates back where the penalty is small', () => {
    const model = logisticModel(two, featuresOf(100, two.attributes), all, 1e-6)!;
    expect(1 / (1 + Math.exp(-logOddsOfLead(model, 0)))).toBeCloseTo(0.75, 6);
    expect(1 / (1 + Math.exp(-logOddsOfLead(model, 99)))).toBeCloseTo(10 / 60, 6);
  });
});

describe('both models by cross-validation', () => {
  // Log-odds −2 + 1.5 for a + 0.5 for each unit of a number that a fifth of the leads lacks.
  const random = createRandom(3, 'leads');
  const letters = Array.from({ length: 3000 }, () => random.pick(['a', 'b', 'c']));
  const numbers = letters.map(() => (random.chance(0.2) ? null : random.integer(0, 6)));
  const outcomes = letters.map((letter, lead) =>
    random.chance(1 / (1 + Math.exp(2 - (letter === 'a' ? 1.5 : 0) - 0.5 * (numbers[lead] ?? 2)))),
  );
  const training = trainingOf(outcomes, { letter: letters, visits: numbers, noise: letters.map(() => random.pick(['x', 'y'])) });
  const models = evaluateModels(training, training.attributes);

  it('rank about as well as the truth does, and are calibrated', () => {
    expect(models.map(({ id }) => id).toSorted()).toEqual(['logistic', 'naive_bayes']);
    for (const { area, error } of models) {
      expect(area.area).toBeGreaterThan(0.7);
      expect(area.area).toBeLessThan(0.8);
      expect(error).toBeLessThan(0.05);
    }
    expect(models[0]!.area.area).toBeGreaterThanOrEqual(models[1]!.area.area);
  });

  it('are the same as weights of cells', () => {
    for (const each of models) {
      const { start, weights } = weightsOf(each);
      for (let lead = 0; lead < 50; lead += 1) {
        const letter = weights.find(({ value }) => value === letters[lead])!;
        const visits = numbers[lead] ?? null;
        const range = weights.find(
          ({ attribute, kind, above, upTo }) =>
            attribute === 'visits' && kind === 'range' && visits !== null && visits > (above ?? -1) && visits <= (upTo ?? 99),
        );
        const noise = training.attributes[2]!;
        const own = weights.find(({ value }) => value === noise.levels[noise.levelOf[lead]!]!.value);
        const added =
          letter.base +
          (own?.base ?? 0) +
          (range === undefined ? 0 : range.base + range.slope * Math.min(range.high, Math.max(range.low, visits!)));
        expect(start + added).toBeCloseTo(logOddsOfLead(each.model, lead), 10);
      }
    }
  });

  it('give a probability for every sum, never less for a higher one', () => {
    const odds = oddsOf(models[0]!);
    expect(odds.some(({ score }) => score === 0)).toBe(true);
    for (const [index, { probability }] of odds.entries()) {
      expect(probability).toBeGreaterThanOrEqual(odds[index - 1]?.probability ?? 0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });
});
