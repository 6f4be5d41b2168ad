import { describe, expect, it } from 'vitest';
import { explainLead, leadFields } from '../../../src/pipelines/explain/lead.ts';
import type { Lang } from '../../../src/lib/localized.ts';
import type { Result } from '../../../src/result/result.ts';
import { ingestFiles, lines } from '../../ingest/ingest-files.ts';

const files = {
  '线索.csv': lines(
    '线索编号,公司名称,负责人,线索状态,创建时间,下次跟进时间',
    'L1,海川,,待分配,2026-01-01 09:00:00,',
    'L2,远望,张三,跟进中,2026-03-01 09:00:00,2026-03-20 09:00:00',
    'L3,嘉禾,李四,已转化,2026-02-01 09:00:00,',
    'L4,宏远,李四,已转化,2026-02-01 09:00:00,',
    'L5,宏远,,待分配,2026-03-01 09:00:00,',
  ),
  '流转.csv': lines(
    '线索编号,操作类型,操作时间,销售人员',
    'L1,领取,2026-01-02 09:00:00,张三',
    'L1,跟进,2026-01-03 09:00:00,张三',
    'L1,回收,2026-01-20 09:00:00,',
    'L2,领取,2026-03-02 09:00:00,张三',
    'L3,分配,2026-02-02 09:00:00,李四',
    'L3,转化,2026-02-11 09:00:00,李四',
  ),
};

async function lead(name: string, lang: Lang = 'en'): Promise<Result> {
  const { engine, ingested } = await ingestFiles(files, { fields: leadFields(), asOf: '2026-03-31' });
  return explainLead({ engine, ingested, lang, lead: name });
}

describe('a lead taken apart', () => {
  it('says where it stands, what was tried and what to do', async () => {
    const { answer, sections, title } = await lead('L1');
    expect([title, ...answer]).toEqual([
      'One lead',
      '海川 (L1) is open for 89 days and in the pool, taken once, back in the pool once, contacted once, last 87 days ago. To do: hand it to a rep who has room for it.',
    ]);
    const spells = sections.find(({ id }) => id === 'spells');
    expect(spells?.kind === 'table' && Array.from(spells.rows)).toMatchObject([
      { spell_order: 1, rep: '张三', taken_by_code: 'claim', ended_by: 'recycled', contacts: 1 },
    ]);
  });

  it('reminds of the contact that was planned, by the name of the company and in Chinese', async () => {
    expect((await lead('远望', 'zh-CN')).answer).toEqual([
      '远望 (L2)：进入 30 天，未决，由张三持有，被取得 1 次，从未跟进。建议：完成原定 2026-03-20 的跟进。',
    ]);
  });

  it('has nothing to do about one that converted', async () => {
    expect((await lead('L3')).answer).toEqual(['嘉禾 (L3) is converted after 10 days, taken once, never contacted.']);
  });

  it('is told of one that nobody knows', async () => {
    await expect(lead('L22')).rejects.toMatchObject({ code: 'lead-unknown', exit: 'usage', fix: { en: 'did you mean L2?' } });
  });

  it('asks among several leads of one company, open ones first', async () => {
    await expect(lead('宏远')).rejects.toMatchObject({
      code: 'lead-ambiguous',
      exit: 'usage',
      message: '2 leads are of 宏远',
      fix: { en: 'give the id, such as L5' },
      choices: ['L5  宏远', 'L4  宏远 · 李四'],
    });
    expect((await lead('L4')).answer[0]).toContain('宏远 (L4) is converted');
  });
});
