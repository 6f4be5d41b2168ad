import { expect, it } from 'vitest';
import { sql } from '../../src/engine/sql.ts';
import { ingestFiles } from './ingest-files.ts';

it('keeps the owner of a target as the file has it, and beside it without a remark', async () => {
  const owners = ['Screw (M6)', '王海燕（1024）', '"Amy; Jae"', '"HL Road Frame - Black, 58"', '齿轮/轴承', 'East'];
  const lines = owners.map((owner) => `${owner},revenue,2026-01,1`);
  const { rows } = await ingestFiles({ 'targets.csv': `owner,metric,period,target value\n${lines.join('\n')}\n` });
  const found = await rows(sql`select owner, owner_plain from targets order by owner`);
  expect(found.map(({ owner, owner_plain: plain }) => [owner, plain])).toEqual([
    ['Amy; Jae', 'Amy'],
    ['East', 'East'],
    ['HL Road Frame - Black, 58', 'HL Road Frame - Black'],
    ['Screw (M6)', 'Screw'],
    ['王海燕（1024）', '王海燕'],
    ['齿轮/轴承', '齿轮'],
  ]);
});
