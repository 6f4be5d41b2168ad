import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remembered } from '../remembered.ts';
import { rendered, resultOf, writtenTo } from './rendered.ts';
import { run, temporaryFolder } from './run.ts';

const names = ['feedback', 'customers', 'orders', 'activities', 'reps'];
const demo = names.map((name) => `fixtures/demo/${name}.csv`);
const english = names.map((name) => `fixtures/demo-en/${name}.csv`);
const satisfaction = remembered((...args: readonly string[]) => run(['satisfaction', ...args, '-q']));

describe('satisfaction of the demo company', () => {
  it('is the whole report in English', async () => {
    const { code, stdout, stderr } = await satisfaction(...english, '--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/satisfaction.txt');
  });

  it('is the whole report in Chinese, of a quarter and by region', async () => {
    const { code, stdout, stderr } = await satisfaction(...demo, '--lang', 'zh-CN', '--period', '2026-Q3', '--by', 'region');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/satisfaction-quarter-zh.txt');
  });

  it('lists whom to call for other programs', async () => {
    const csv = await rendered(await resultOf(['satisfaction', ...demo]), { section: ['to_call'], format: 'csv' });
    const [header, first] = csv.split('\r\n');
    expect(header?.replace('﻿', '')).toMatch(/^customer_id,customer_name,owner,calls_for,calls_for_code,revenue,open_complaints,open_days,/);
    expect(first).toMatch(/^C\d{4},/);
  });

  it('says who is newly to call since an earlier result', async () => {
    const earlier = join(temporaryFolder(), 'earlier.json');
    expect((await satisfaction(...demo, '--as-of', '2026-09-30', '--out', earlier)).code).toBe(0);
    const { stdout } = await run(['satisfaction', ...demo, '--lang', 'en', '--since', earlier, '-q']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('6 customers are newly to call since 2026-09-30: ');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('; 2 left the list.');
  });

  it('writes a workbook', async () => {
    const path = await writtenTo('s.xlsx', await resultOf(['satisfaction', ...demo]));
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('satisfaction', () => {
  it('refuses files without feedback, and says what it needs', async () => {
    const { code, stderr } = await satisfaction('fixtures/demo/orders.csv');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: there is no feedback in fixtures/demo/orders.csv (Orders, 3213): satisfaction needs survey answers or complaints with a date, and a customer or a rep (no-feedback)\nfix: add the feedback file (--feedback FILE), or name its columns: --map feedback.nps=HEADER, --map feedback.kind=HEADER, --map feedback.at=HEADER\n',
    );
  });
});
