import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, parseConfig } from '../../src/config/load.ts';
import { CrmEvalError } from '../../src/errors.ts';

function failure(text: string): { text: CrmEvalError['text']; fix: CrmEvalError['fix']; code: string; exit: string } {
  try {
    parseConfig(text, 'c.yaml');
  } catch (error) {
    if (!(error instanceof CrmEvalError)) throw error;
    return { text: error.text, fix: error.fix, code: error.code, exit: error.exit };
  }
  throw new Error('the config was accepted');
}

describe('parseConfig', () => {
  it('gives every key its default for an empty file', () => {
    expect(parseConfig('', 'c.yaml')).toMatchObject({
      score: {
        weights: 'balanced',
        industries: [],
        bands: {},
        min_coverage: 0.3,
        tiers: { method: 'quantile', cuts: [0.2, 0.5] },
        rfm: { method: 'quantile' },
        rfm_high: { rule: 'mean_score' },
      },
      churn: {
        definition: { rule: 'cycles', cycles: 3, min_days: 180 },
        at_risk: 0.5,
        watch: 0.3,
        care_days: [30, 60, 90],
      },
      value: { horizon_months: 12, discount: 0.1, margin: null, lifetime_years: null, model: 'auto' },
      output: {},
    });
    expect(parseConfig('# nothing\n', 'c.yaml')).toEqual(parseConfig('', 'c.yaml'));
  });

  it('takes rates once for all times, or by the day or month from which they hold', () => {
    const text = 'rates:\n  to: CNY\n  EUR: 7.8\n  USD:\n    2024-01: 7.1\n    2024-07-15: 7.2\n';
    expect(parseConfig(text, 'c.yaml').rates).toEqual({ to: 'CNY', EUR: 7.8, USD: { '2024-01': 7.1, '2024-07-15': 7.2 } });
  });

  it.each([
    ['rates: {to: CNY, USD: high}', 'rates name a currency as "to"', 'rates 需用 to 指明目标币种'],
    ['rates: {USD: 7}', 'rates name a currency as "to"', 'rates 需用 to 指明目标币种'],
    ['rates: {to: CNY, USD: {2024-13: 7}}', 'a rate holds from a day or a month on', '汇率的生效日期为日或月'],
  ])('refuses %s', (text, en, zh) => {
    expect(failure(text).text.en).toContain(en);
    expect(failure(text).text['zh-CN']).toContain(zh);
  });

  it('reads Chinese headers, value readings and weights', () => {
    const text = [
      'lang: zh-CN',
      'period: 2026-Q3',
      'sources:',
      '  orders:',
      '    files: [订单.csv]',
      '    columns: {amount: 实付金额}',
      '    values: {status: {completed: [已归档, 已收货]}, ordered_at: {order: day-first}}',
      'score: {weights: {revenue: 3, recency: 1}}',
    ].join('\n');
    expect(parseConfig(text, 'c.yaml')).toMatchObject({
      lang: 'zh-CN',
      period: '2026-Q3',
      sources: {
        orders: {
          files: ['订单.csv'],
          columns: { amount: '实付金额' },
          values: { status: { completed: ['已归档', '已收货'] }, ordered_at: { order: 'day-first' } },
        },
      },
      score: { weights: { revenue: 3, recency: 1 } },
    });
  });

  it('reads the least coverage of a score, a share', () => {
    expect(parseConfig('score: {min_coverage: 0.5}', 'c.yaml').score.min_coverage).toBe(0.5);
    expect(failure('lang: en\nscore: {min_coverage: 30}').text.en).toContain('c.yaml:2: score.min_coverage');
  });

  it('names the line of an unknown key and the key that was meant', () => {
    expect(failure('lang: en\nsources:\n  orders:\n    colums: {amount: x}\n')).toEqual({
      code: 'config-invalid',
      exit: 'usage',
      text: { en: 'c.yaml:4: there is no key sources.orders.colums', 'zh-CN': 'c.yaml:4：没有配置项 sources.orders.colums' },
      fix: { en: 'did you mean columns?', 'zh-CN': '是不是想写 columns？' },
    });
    expect(failure('score: {weights: {revenu: 2}}').fix?.en).toBe('did you mean revenue?');
    expect(failure('sources: {orders: {values: {statu: {a: b}}}}').fix?.en).toBe('did you mean status?');
  });

  it('refuses a key that belongs to another method', () => {
    expect(failure('score:\n  rfm:\n    method: quantile\n    cuts: {}\n').text.en).toBe('c.yaml:4: there is no key score.rfm.cuts');
  });

  it('names the line of a wrong value in both languages', () => {
    const { text } = failure('lang: en\nscore:\n  tiers:\n    method: quantile\n    cuts: [0.5, 0.2]\n');
    expect(text).toEqual({ en: 'c.yaml:5: score.tiers.cuts: cuts go up', 'zh-CN': 'c.yaml:5：score.tiers.cuts：切分点必须递增' });
    expect(failure('as_of: tomorrow').text.en).toBe('c.yaml:1: as_of: a date from 1970 to 2099 as 2026-10-31, or today');
    expect(failure('period: 2026-13').text.en).toContain('c.yaml:1: period: a year (2026), quarter (2026-Q3), month (2026-10)');
    expect(failure('timezone: Mars/Base').text.en).toBe('c.yaml:1: timezone: an IANA name such as Asia/Shanghai');
    expect(failure('max_errors: -1').text.en).toContain('c.yaml:1: max_errors: ');
    expect(failure('- 1').text.en).toContain('c.yaml:1: ');
  });

  it('reads tables of a database with their conditions', () => {
    const text = [
      'sources:',
      '  orders:',
      '    table: dwd."销售 订单"',
      '    columns: {order_id: so_no, status: state}',
      `    where: "dt = '2026-10-31'"`,
      '    values: {status: {completed: [已归档]}}',
      '  customers: {table: dwd.customer}',
    ].join('\n');
    expect(parseConfig(text, 'c.yaml').sources).toEqual({
      orders: {
        table: 'dwd."销售 订单"',
        where: "dt = '2026-10-31'",
        columns: { order_id: 'so_no', status: 'state' },
        values: { status: { completed: ['已归档'] } },
      },
      customers: { table: 'dwd.customer' },
    });
  });

  it('refuses a source with files and a table, a condition without a table, and blanks for either', () => {
    expect(failure('sources:\n  orders:\n    files: [a.csv]\n    table: dwd.orders\n').text).toEqual({
      en: 'c.yaml:4: sources.orders.table: a source has files or a table, not both',
      'zh-CN': 'c.yaml:4：sources.orders.table：同一来源只能填 files 或 table 之一',
    });
    expect(failure('sources:\n  orders:\n    files: [a.csv]\n    where: "true"\n').text).toEqual({
      en: 'c.yaml:4: sources.orders.where: where belongs to a table',
      'zh-CN': 'c.yaml:4：sources.orders.where：where 只能与 table 一起使用',
    });
    expect(failure(`sources: {orders: {table: ''}}`).text.en).toContain('c.yaml:1: sources.orders.table: ');
    expect(failure(`sources: {orders: {table: a, where: ''}}`).text.en).toContain('c.yaml:1: sources.orders.where: ');
    expect(failure('sources: {orders: {tabel: a}}').fix?.en).toBe('did you mean table?');
  });

  it('wants a name and an action for each tier', () => {
    expect(failure('score: {tier_names: [a, b]}').text.en).toBe(
      'c.yaml:1: score.tier_names: one entry for each tier: one more than there are cuts',
    );
    expect(failure('score: {tier_actions: [a, b]}').text.en).toContain('score.tier_actions');
    expect(parseConfig('score: {tier_names: [a, b, c]}', 'c.yaml').score.tier_names).toEqual(['a', 'b', 'c']);
  });

  it('refuses keys given twice, aliases, names of prototypes and what is no YAML', () => {
    expect(failure('lang: en\nlang: zh-CN\n').text.en).toContain('c.yaml:2: this is not valid YAML');
    expect(failure('a: &x 1\nb: *x\n').text.en).toBe('c.yaml:2: aliases (*name) are not read');
    expect(failure('score: {}\n__proto__: {lang: en}\n').text.en).toBe('c.yaml:2: a key must be a plain word');
    expect(failure('sources: {constructor: {}}').text.en).toBe('c.yaml:1: a key must be a plain word');
    expect(failure('lang: [en').text.en).toContain('this is not valid YAML');
    expect(failure('lang: !!js/function "x"').text.en).toContain('this is not valid YAML');
    expect(({} as Record<string, unknown>)['lang']).toBeUndefined();
  });
});

describe('loadConfig', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crm-eval-config-'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the nearest crm-eval.config.yaml upwards', async () => {
    writeFileSync(join(folder, 'crm-eval.config.yaml'), 'max_errors: 1');
    writeFileSync(join(folder, 'a/crm-eval.config.yaml'), 'max_errors: 2');
    const loaded = await loadConfig({ path: undefined, folder: join(folder, 'a/b') });
    expect(loaded.path).toBe(join(folder, 'a/crm-eval.config.yaml'));
    expect(loaded.config.max_errors).toBe(2);
  });

  it('prefers the file that is named', async () => {
    writeFileSync(join(folder, 'crm-eval.config.yaml'), 'max_errors: 1');
    writeFileSync(join(folder, 'other.yaml'), 'max_errors: 3');
    expect((await loadConfig({ path: 'other.yaml', folder })).config.max_errors).toBe(3);
  });

  it('refuses a named file that is not there, is no UTF-8 or is far too large', async () => {
    await expect(loadConfig({ path: 'nope.yaml', folder })).rejects.toMatchObject({
      code: 'config-unreadable',
      text: { en: 'cannot read the config nope.yaml: it does not exist' },
    });
    writeFileSync(join(folder, 'gbk.yaml'), Buffer.from([0xd6, 0xd0]));
    await expect(loadConfig({ path: 'gbk.yaml', folder })).rejects.toMatchObject({ code: 'config-unreadable', exit: 'usage' });
    writeFileSync(join(folder, 'large.yaml'), Buffer.alloc(1_048_577, 0x20));
    await expect(loadConfig({ path: 'large.yaml', folder })).rejects.toMatchObject({ code: 'config-unreadable' });
  });
});
