import { expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { score } from '../../../src/pipelines/score/score.ts';
import { renderTable } from '../../../src/report/table.ts';
import type { Result } from '../../../src/result/result.ts';
import type { Screen } from '../../../src/views/context.ts';
import { demoFiles } from '../../metrics/two-engines.ts';
import { table } from '../run-score.ts';

async function demoScore(screen: Screen | undefined): Promise<Result> {
  const { engine, ingested, close } = await demoFiles();
  try {
    return await score({
      engine,
      ingested,
      settings: defaultConfig().config.score,
      churn: defaultConfig().config.churn,
      lang: 'en',
      period: null,
      screen,
    });
  } finally {
    await close();
  }
}

it('a terminal shows the same whether all rows were fetched or those it shows', async () => {
  const whole = await demoScore(undefined);
  for (const limit of [null, 3]) {
    const part = await demoScore({ limit, sections: null, shows: 'answer' });
    expect(table(part, 'ranking').rows.length).toBe(limit ?? 10);
    for (const width of [80, 120, 200, 400]) {
      const look = {
        limit,
        sections: null,
        detail: 'usual' as const,
        width,
        color: false,
        escapeFormulas: true,
        precise: false,
        byteOrderMark: false,
      };
      expect(await renderTable(part, look)).toBe(await renderTable(whole, look));
    }
  }
}, 60_000);
