import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../src/report/table.ts';
import { awkward, everything } from './awkward-result.ts';

const records = (more = {}) =>
  renderTable(awkward, { ...everything, detail: 'answer', sections: ['ranking'], record: true, width: 60, ...more });

describe('a record', () => {
  it('is a block of a line for each column, with long values wrapped, and others after a blank line', async () => {
    const lines = (await records()).split('\n');
    expect(lines.slice(2, 14)).toEqual([
      'Ranking: customers [by/score]',
      '  Customer          001',
      '  Name              北京海鸥科技有限公司',
      '  Score (points)    87.23',
      '  Revenue (CNY)     1,234,568',
      '  Share of revenue  12.3%',
      '  Orders            1,234',
      '  Last order        2026-10-30',
      '  Seen              2026-10-30 23:59:59',
      '  Active            yes',
      '  Note              =1+1',
      '',
    ]);
    const long = lines.findIndex((line) => line.includes('客户客户'));
    expect(lines[long + 1]).toMatch(/^ {20}(?:客户)+$/);
  });

  it('shows a missing value as one, counts what is left out, and keeps within the width', async () => {
    const text = await records({ limit: 3 });
    expect(text).toContain('  Revenue (CNY)     –\n');
    expect(text).toContain('… 2 more rows: --out FILE.xlsx has all\n');
    for (const line of text.split('\n').slice(2)) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });
});
