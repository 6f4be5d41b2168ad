import { describe, expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { findingsOf, ingestFiles, lines } from './ingest-files.ts';

describe('the entry of a list from which nobody chose', () => {
  it('is read as a blank, and said', async () => {
    const file = lines(
      'Lead ID,Lead Source,Industry,Region,Company Size',
      '1,Select,--None--,请选择,Select Inc',
      '2,Web,Retail,NA,10-50',
      '3,select,None,East,- Please select -',
    );
    const loaded = await ingestFiles({ 'leads.csv': file });
    expect(await loaded.rows(sql`select source, industry, region, size from leads order by lead_id`)).toEqual([
      { source: null, industry: null, region: null, size: 'Select Inc' },
      { source: 'Web', industry: 'Retail', region: 'NA', size: '10-50' },
      { source: null, industry: 'None', region: 'East', size: null },
    ]);
    const said = findingsOf(loaded, 'value-not-chosen');
    expect(said.map(({ column, count }) => [column, count])).toEqual([
      ['Industry', 1],
      ['Region', 1],
      ['Company Size', 1],
      ['Lead Source', 2],
    ]);
  });
});
