import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { CrmEvalError } from '../../src/errors.ts';
import { ratesFromFile } from '../../src/ingest/rates-file.ts';
import type { Rates } from '../../src/model/rates.ts';
import { lines } from './ingest-files.ts';
import { workbookBytes } from './workbook-bytes.ts';

async function read(content: string | Uint8Array, { name = 'rates.csv', to = null as string | null } = {}): Promise<Rates> {
  const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-rates-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  writeFileSync(join(scratch, name), content);
  const engine = await DuckDbEngine.open({ scratch, threads: 1 });
  onTestFinished(() => engine.close());
  return ratesFromFile(name, { engine, open: { scratch, folder: scratch }, to });
}

async function refusal(content: string): Promise<CrmEvalError> {
  return read(content).then(
    () => {
      throw new Error('the file was accepted');
    },
    (error: unknown) => {
      if (error instanceof CrmEvalError) return error;
      throw error;
    },
  );
}

const always = (rate: number) => [{ from: null, rate }];

describe('a file of rates', () => {
  it('has a rate for each currency, and 1 for that of the company', async () => {
    const { to, worth } = await read(lines('currency,rate', 'USD,7.1', '欧元,"7.80"', 'RMB,1'));
    expect(to).toBe('CNY');
    expect(worth).toEqual(
      new Map([
        ['USD', always(7.1)],
        ['EUR', always(7.8)],
        ['CNY', always(1)],
      ]),
    );
  });

  it('may have rates by date or month, in any order; a blank date is whatever the day', async () => {
    const text = lines('币种,汇率,月份', '美元,7.2,2024年7月', '美元,7.1,2024-01', '美元,7,', '日元,0.05,2024/02/03', '人民币,1,');
    const { worth } = await read(text);
    expect(worth.get('USD')).toEqual([
      { from: null, rate: 7 },
      { from: '2024-01-01', rate: 7.1 },
      { from: '2024-07-01', rate: 7.2 },
    ]);
    expect(worth.get('JPY')).toEqual([{ from: '2024-02-03', rate: 0.05 }]);
  });

  it.each([
    ['a column', lines('币种,本位币,汇率', 'USD,人民币,7.1'), 'CNY'],
    ['the header', lines('Currency,Rate to EUR', 'USD,0.9'), 'EUR'],
    ['the header', lines('币种,对人民币汇率', 'USD,7.1'), 'CNY'],
    ['the header', lines('币种,汇率（人民币）', 'USD,7.1'), 'CNY'],
  ])('says by %s what the rates are to', async (_, text, to) => {
    expect((await read(text)).to).toBe(to);
  });

  it('need not say what the config does', async () => {
    expect((await read(lines('Ccy,FX Rate', 'USD,0.9'), { to: 'EUR' })).to).toBe('EUR');
  });

  it('is read from a workbook, its dates as dates', async () => {
    const sheet = workbookBytes([
      ['币种', '汇率', '生效日期'],
      ['USD', 7.1, new Date(Date.UTC(2024, 0, 1))],
      ['CNY', 1, null],
    ]);
    const { worth } = await read(sheet, { name: 'rates.xlsx' });
    expect(worth.get('USD')).toEqual([{ from: '2024-01-01', rate: 7.1 }]);
  });

  it.each([
    ['without a column of rates', lines('currency,price', 'USD,7'), 'the columns are currency, price'],
    ['with a rate that is none', lines('currency,rate', 'CNY,1', 'USD,seven'), 'line 3: no rate above 0 for USD'],
    ['with a rate of 0', lines('currency,rate', 'USD,0', 'CNY,1'), 'line 2: no rate above 0 for USD'],
    ['with a currency that is none', lines('currency,rate', 'CNY,1', '12,7'), 'line 3: no currency: 12'],
    ['with a date that is none', lines('currency,rate,date', 'CNY,1,', 'USD,7,soon'), 'line 3: not a date or month: soon'],
    ['with days under an unknown header', lines('currency,rate,day of it', 'CNY,1,', 'USD,7,2024-01-01'), '"day of it" may say from when'],
    ['with dates of either order', lines('currency,rate,date', 'CNY,1,', 'USD,7,01/02/2024'), 'the day or the month first'],
    ['with two rates of one day', lines('currency,rate', 'CNY,1', 'USD,7', 'USD,8'), 'line 4: USD  has another rate in line 3'],
    ['without a company currency', lines('currency,rate', 'USD,7'), 'it is not said what the rates are to'],
    ['of two company currencies', lines('currency,to,rate', 'USD,CNY,7', 'USD,EUR,0.9'), 'it is not said what the rates are to: CNY, EUR'],
  ])('%s is refused by name', async (_, text, message) => {
    const error = await refusal(text);
    expect(error).toMatchObject({ code: 'rates-invalid', exit: 'usage' });
    expect(error.text.en).toContain(message);
    expect(error.text['zh-CN']).toContain('汇率文件 rates.csv');
  });
});
