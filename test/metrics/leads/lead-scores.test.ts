import { expect, it } from 'vitest';
import { withMetrics } from '../run.ts';
import { leadSample } from './lead-sample.ts';

it('open leads have a chance to convert, what lifts it and what drags it down', async () => {
  await withMetrics(['lead_scores', 'lead_weights'], leadSample(), async ({ table }) => {
    const rows = await table('lead_scores');
    const weights = await table('lead_weights');
    expect(rows.map(({ lead_id }) => lead_id)).toEqual(['X1', 'X2', 'X3', 'X4']);
    const [best, worst, unknown, strange] = rows;
    expect(best).toMatchObject({ drag_attribute: null });
    expect([best!['lift_attribute'], best!['second_attribute']]).toEqual(expect.arrayContaining(['Visits', 'leads.source']));
    expect([worst!['drag_attribute'], worst!['lift_attribute']]).toEqual(['leads.source', null]);
    expect(worst!['drag_value']).toBe('web');
    expect(best!['probability']).toBeGreaterThan(0.8);
    expect(worst!['probability']).toBeLessThan(0.3);
    expect(unknown).toMatchObject({ score: 0, lift_attribute: null, drag_attribute: null });
    expect(unknown!['probability']).toBeGreaterThan(Number(worst!['probability']));
    expect(unknown!['probability']).toBeLessThan(Number(best!['probability']));
    // 500 visits count as the most that there were; a source that no lead had before is worth what sources are on average.
    const visits = weights.find(({ attribute, kind, up_to }) => attribute === 'Visits' && kind === 'range' && up_to === null)!;
    const number = (name: string): number => Number(visits[name]);
    const other = weights.find(({ attribute, kind }) => attribute === 'leads.source' && kind === 'other')!;
    const added = number('base') + number('slope') * number('high') + Number(other['base']);
    expect(Math.abs(Number(strange!['score']) - added * 100)).toBeLessThan(2);
    expect(strange!['lift_attribute']).toBe('Visits');
  });
});
