import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { pngOf, templateOf } from '../source/letterhead/template.ts';
import { run, temporaryFolder } from './run.ts';

const folder = temporaryFolder({
  'orders.csv': '客户编号,下单日期,订单金额\nA,2026-01-05,10\nA,2026-04-05,20\nB,2026-02-03,5\n',
  'looks/crm-eval.config.yaml': 'report:\n  template: brand.xlsx\n  company: 华东精密仪器\n',
});
writeFileSync(
  join(folder, 'looks/brand.xlsx'),
  templateOf({ company: '模板公司', accents: ['FFC000', '00695C'], pictures: [{ name: 'a.png', bytes: pngOf(20, 10) }] }),
);
const crm = (...args: readonly string[]) => run(['cohorts', 'orders.csv', '--lang', 'zh', '-q', ...args], { cwd: folder });

describe('--template', () => {
  it('gives pages the look of a workbook and its company, and says which of its colours could not be taken', async () => {
    const { code, stdout } = await crm('--template', 'looks/brand.xlsx', '--format', 'html');
    expect(code).toBe(0);
    expect(stdout).toContain('<p class="kicker">模板公司 · ');
    expect(stdout).toContain('--brand:#00695C');
    expect(stdout).toContain('模板的“着色 1”#FFC000 用于标题时对比度不足 4.5，改用 #00695C');
    expect(stdout).toMatch(/模板：brand\.xlsx · SHA-256 [0-9a-f]{64}/);
  });

  it('stands in the config too, beside it, where the company goes before that of the template; a saved result has the company alone', async () => {
    const { stdout } = await crm('--config', 'looks/crm-eval.config.yaml', '--format', 'json');
    const saved = JSON.parse(stdout) as Result;
    expect(saved.company).toBe('华东精密仪器');
    expect(saved.findings.filter(({ code }) => code.startsWith('template'))).toEqual([]);
    const rendered = await run(['render', '-', '--template', 'looks/brand.xlsx', '--format', 'html'], { cwd: folder, input: stdout });
    expect(rendered.stdout).toContain('<p class="kicker">华东精密仪器 · ');
    const page = await crm('--config', 'looks/crm-eval.config.yaml', '--format', 'html');
    expect(page.stdout).toBe(rendered.stdout);
  });

  it('with a picture that cannot be shown says so beside the output, too', async () => {
    const damaged = pngOf(20, 10);
    damaged.fill(0, damaged.indexOf('IDAT') + 4, damaged.indexOf('IEND') - 8);
    writeFileSync(join(folder, 'damaged.xlsx'), templateOf({ pictures: [{ name: 'a.png', bytes: damaged }] }));
    const said = 'damaged.xlsx: 模板中的图片 a.png 已损坏，未采用\n';
    const page = await crm('--template', 'damaged.xlsx', '--format', 'html');
    expect([page.code, page.stderr]).toEqual([0, said]);
    const { stdout: input } = await crm('--format', 'json');
    const rendered = await run(['render', '-', '--template', 'damaged.xlsx', '--format', 'html', '-q'], { cwd: folder, input });
    expect(rendered.stderr).toBe(said);
  });

  it('is refused where the format has no look, and where it is none, before any work', async () => {
    expect(await crm('--template', 'looks/brand.xlsx', '--format', 'csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--template 只用于网页与工作簿，不能用于 csv'),
    });
    expect(await crm('--template', 'orders.csv', '--format', 'html')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('orders.csv 不能用作模板：'),
    });
  });
});
