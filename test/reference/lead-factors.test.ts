import { expect, it } from 'vitest';
import type { ResultRow } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { factOf } from '../pipelines/pool/pool-facts.ts';
import { poolPaths } from '../pipelines/pool/run-pool.ts';

/** Leads.csv of X Education: 9,240 leads without dates, 3,561 of which converted. */
describeWithData('leads of xeducation', (folder) => {
  const run = () => poolPaths([`${folder}/xeducation-leads/Leads.csv`]);
  const rowsOf = async (id: string): Promise<readonly ResultRow[]> => {
    const section = (await run()).sections.find((each) => each.id === id);
    return section?.kind === 'table' ? [...section.rows] : [];
  };

  it('are all learned from', async () => {
    const result = await run();
    expect(factOf(result, 'lead_model', 'leads')?.value).toBe(9240);
    expect(factOf(result, 'lead_model', 'converted')?.value).toBe(3561);
    expect(factOf(result, 'lead_model', 'against')?.code).toBe('all');
  });

  it('have these columns that are filled in after the fact, and no others', async () => {
    const columns = await rowsOf('lead_columns');
    const late = columns.filter(({ evidence }) => evidence !== null).map(({ attribute, evidence_code: reason }) => [attribute, reason]);
    expect(Object.fromEntries(late)).toEqual({
      Convertions: 'repeats_outcome',
      Tags: 'too_good',
      'Lead Quality': 'late_name',
      'Lead Profile': 'late_name',
      'Last Activity': 'late_name',
      'Last Notable Activity': 'late_name',
      'Asymmetrique Activity Index': 'late_name',
      'Asymmetrique Profile Index': 'late_name',
      'Asymmetrique Activity Score': 'late_name',
      'Asymmetrique Profile Score': 'late_name',
    });
    const used = columns.filter(({ evidence }) => evidence === null).map(({ attribute }) => attribute);
    expect(used).toEqual(
      expect.arrayContaining([
        'Source',
        'Lead Origin',
        'Total Time Spent on Website',
        'What is your current occupation',
        'TotalVisits',
        'Do Not Email',
      ]),
    );
  });

  it('are ranked and calibrated without them as well as is known of these data, and far too well with them', async () => {
    const result = await run();
    const area = (id: string): number => Number(factOf(result, 'lead_model', id)?.value);
    expect(area('area_logistic')).toBeGreaterThan(0.86);
    expect(area('area_naive_bayes')).toBeGreaterThan(0.83);
    expect(area('area_with_late_columns')).toBeCloseTo(0.98, 2);
    expect(Number(factOf(result, 'lead_model', 'largest_error')?.value)).toBeLessThan(0.03);
  });

  it('convert by occupation as counted by hand in the file; Select is a blank', async () => {
    const factors = await rowsOf('factors');
    const of = (attribute: string, value: string): ResultRow | undefined =>
      factors.find((row) => row['attribute'] === attribute && row['value'] === value);
    expect(of('What is your current occupation', 'Working Professional')).toMatchObject({ leads: 706, converted: 647 });
    expect(factors.some(({ value }) => value === 'Select')).toBe(false);
    // 1,942 times Select and 1,438 blank cells.
    expect(of('Specialization', 'not said')).toMatchObject({ leads: 3380 });
  });

  it('are listed open by chance, likeliest first', async () => {
    const listed = await rowsOf('priorities');
    const chances = listed.map(({ probability }) => Number(probability));
    expect(listed).toHaveLength(5679);
    expect(chances).toEqual(chances.toSorted((one, other) => other - one));
    expect(listed[0]!['reasons']).toContain('Working Professional (92% convert)');
  });
});
