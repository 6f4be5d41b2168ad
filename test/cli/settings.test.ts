import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/cli/call.ts';
import type { Run } from '../../src/cli/context.ts';
import { shared } from '../../src/cli/options.ts';
import { commands } from '../../src/cli/program.ts';
import { settingsOf } from '../../src/cli/settings.ts';
import { defaultConfig } from '../../src/config/load.ts';
import { temporaryFolder } from './run.ts';

const cards = commands.map(({ card }) => card);

type Value = string | number | boolean | readonly string[];

/** For each key of the config that has an option: what the config says, and what the option says. */
const values: Readonly<Record<string, readonly [config: Value, option: Value]>> = {
  as_of: ['2026-10-31', '2026-09-30'],
  period: ['2026-Q3', 'last-month'],
  timezone: ['Asia/Shanghai', 'UTC'],
  keep_placeholders: [false, true],
  max_errors: [1, 2],
  'engine.url': ['postgres://a@b/c', 'duckdb'],
  'engine.schema': ['dwd', 'ods'],
  'engine.memory_limit': ['8GB', '1GB'],
  'engine.threads': [4, 1],
  'engine.temp_dir': ['a', '/b'],
  'report.template': ['brand.xlsx', '/looks/brand.xlsx'],
  'output.limit': [50, 3],
  'output.unit': ['万', 'K'],
  'output.currency': ['CNY', 'USD'],
  lang: ['zh-CN', 'en'],
  'churn.horizon_days': [30, 180],
  'churn.model': ['logistic', 'recency'],
  'value.horizon_months': [24, 36],
  'value.discount': [0.08, 0],
  'value.margin': [0.3, 0.5],
  'value.model': ['bg-nbd', 'pareto-nbd'],
  'targets.split.season': ['even', 'working-days'],
  'targets.split.levels': [['team'], ['team', 'rep', 'customer']],
  'targets.split.by': ['equal', 'capacity'],
  'targets.split.each': ['quarter', 'year'],
  'targets.split.metric': ['orders', 'profit'],
  'targets.split.growth': [0.1, 0.2],
  'targets.split.round': [100, 10],
  'targets.split.floor': [0.8, 0.9],
  'targets.split.cap': [1.3, 1.2],
  'targets.split.stretch': [1.1, 1.15],
  'targets.split.challenge': [1.2, 1.25],
};

const keyed = cards.flatMap((card) =>
  Object.entries({ ...shared, ...card.options } as typeof card.options).flatMap(([name, { key }]) =>
    key === undefined ? [] : [{ card, name, key }],
  ),
);

async function settled(config: string, call: Partial<Pick<Call, 'card' | 'given' | 'flags'>>, env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ 'crm-eval.config.yaml': config });
  const run = { env, folder, lang: 'en', speak: () => {} } as unknown as Run;
  return settingsOf({ run, card: cards[0]!, given: {}, flags: {}, ...call }, []);
}

/** `engine.threads` of the config, as YAML. */
function yaml(key: string, value: Value): string {
  const [first = '', ...inner] = key.split('.');
  const whole = inner.reduceRight((said, part) => `{ ${part}: ${said} }`, Array.isArray(value) ? `[${value.join(', ')}]` : String(value));
  return `${first}: ${whole}\n`;
}

function at(config: object, key: string): unknown {
  return key.split('.').reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], config);
}

describe('a setting', () => {
  it.each([...new Map(keyed.map((one) => [one.key, one])).values()])(
    '$key is what its option says, else what the config says, else its default',
    async ({ card, name, key }) => {
      const [inConfig, inOption] = values[key]!;
      const both = await settled(yaml(key, inConfig), { card, given: { [name]: inOption } });
      expect(at(both.config, key)).toEqual(inOption);
      expect(at((await settled(yaml(key, inConfig), { card })).config, key)).toEqual(inConfig);
      expect((await settled('', { card })).config).toEqual(defaultConfig().config);
    },
  );

  it('of the period is for the commands that have the option', async () => {
    const card = (name: string): Pick<Call, 'card'> => ({ card: cards.find((one) => one.name === name)! });
    expect((await settled('period: 2026-Q3', card('score'))).period).not.toBeNull();
    expect((await settled('period: 2026-Q3', card('load'))).period).toBeNull();
  });

  it('takes paths of the config from where it lies', async () => {
    const { limits } = await settled('engine: { temp_dir: a, memory_limit: 1GB }', {});
    expect(limits).toMatchObject({ tempDir: expect.stringMatching(/crm-eval-test-\w+\/a$/), memoryLimit: 1_000_000_000 });
  });

  it('knows whether an option names the database', async () => {
    const config = 'engine: { url: postgres://a@b/c, statement_timeout: 5 }';
    expect((await settled(config, {})).database).toEqual({
      url: 'postgres://a@b/c',
      schema: 'crm_eval',
      statementTimeoutSeconds: 5,
      byOption: false,
    });
    expect((await settled(config, { given: { engine: 'postgres://d@e/f' } })).database).toMatchObject({ byOption: true });
    expect((await settled(config, { given: { engine: 'duckdb' } })).database).toBeNull();
  });

  it('of the config that was found is where it lies, and null of one that an option names', async () => {
    expect((await settled('lang: en', {})).configFound).toMatch(/crm-eval-test-\w+\/crm-eval\.config\.yaml$/);
    const named = temporaryFolder({ 'other.yaml': 'lang: en' });
    expect((await settled('lang: en', { flags: { config: `${named}/other.yaml` } })).configFound).toBeNull();
  });

  it('of the language: the option, CRM_EVAL_LANG, the config, the locale', async () => {
    const config = 'lang: zh-CN';
    expect((await settled(config, { given: { lang: 'en' } }, { CRM_EVAL_LANG: 'zh-CN' })).lang).toBe('en');
    expect((await settled(config, {}, { CRM_EVAL_LANG: 'en' })).lang).toBe('en');
    expect((await settled(config, {}, { LANG: 'en_US' })).lang).toBe('zh-CN');
    expect((await settled('', {}, { LANG: 'zh_CN' })).lang).toBe('zh-CN');
    expect((await settled('lang: zh', {}, { LANG: 'en_US' })).lang).toBe('zh-CN');
  });
});
