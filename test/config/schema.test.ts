import { describe, expect, it } from 'vitest';
import type { CardOption } from '../../src/config/card.ts';
import { forecastOptions, lifetimeValueOptions, settingOptions } from '../../src/config/options.ts';
import { optionText } from '../../src/config/option-text.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { type SchemaNode, unknownKey } from '../../src/config/unknown-keys.ts';
import { entities } from '../../src/model/entities.ts';

type Described = SchemaNode & {
  readonly description?: string;
  readonly 'x-zh-CN'?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
};

function described(node: Described, path: string): [string, Described][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
    [`${path}${key}`, child as Described] as [string, Described],
    ...described(child as Described, `${path}${key}.`),
  ]);
}

const keys = described(configJsonSchema() as Described, '').filter(
  ([path]) => !/^score\.(tiers|rfm|rfm_high|bands|industries)\./.test(path),
);

describe('the JSON Schema of the config', () => {
  it('describes every key in both languages', () => {
    expect(keys.length).toBeGreaterThan(entities.length * 3);
    expect(keys.filter(([, node]) => (node.description ?? '') === '' || (node['x-zh-CN'] ?? '') === '').map(([path]) => path)).toEqual([]);
  });

  it('gives every key outside sources a default or an example', () => {
    const bare = keys.filter(
      ([path, node]) =>
        !path.startsWith('sources') && node.properties === undefined && node.default === undefined && node.examples === undefined,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('knows every field of every table', () => {
    const paths = new Set(keys.map(([path]) => path));
    const missing = entities
      .flatMap((entity) => Object.keys(entity.fields).map((field) => `sources.${entity.id}.columns.${field}`))
      .filter((path) => !paths.has(path));
    expect(missing).toEqual([]);
  });
});

describe('an option that stands in the config too', () => {
  const declared: readonly CardOption[] = [settingOptions, forecastOptions, lifetimeValueOptions].flatMap((options) =>
    Object.values(options),
  );
  const keyed = declared.flatMap((option) => (option.key === undefined ? [] : [[option.key, option] as const]));
  const node = (key: string) => keys.find(([path]) => path === key)?.[1] as Readonly<Record<string, unknown>> | undefined;

  it.each(keyed)('has the same default and takes the same values as %s', (key, { takes, ...option }) => {
    expect(node(key)).toBeDefined();
    expect(node(key)?.['default']).toEqual(option.default);
    if (takes.kind === 'choice') expect(node(key)?.['enum']).toEqual(takes.values);
    if (takes.kind === 'whole')
      expect(node(key)).toMatchObject({ type: 'integer', minimum: takes.least, maximum: takes.most ?? 2 ** 53 - 1 });
  });

  it('says the same in both places, but for what holds in one of them', () => {
    expect(node('engine.threads')).toMatchObject({
      description: 'Threads of the engine; never changes a result (default: all cores, fewer for small files).',
      'x-zh-CN': '计算线程数；不影响结果（默认：全部核心，文件小时减少）。',
    });
    expect(optionText(settingOptions.threads, 'en')).toBe(
      'threads of the engine; never changes a result (default: all cores, fewer for small files)',
    );
    expect(node('value.discount')?.['description']).toBe('Discount a year; a month counts (1 + discount)^(1/12).');
    const { discount } = lifetimeValueOptions;
    expect(optionText(discount, 'en', lifetimeValueOptions)).toBe('discount a year, as 10% or 0.1; implies --clv (default: 10%)');
    expect(optionText(discount, 'zh-CN', { clv: { ...lifetimeValueOptions.clv, flags: '-v, --life-value' } })).toBe(
      '年折现率，写作 10% 或 0.1；同时启用 --life-value（默认：10%）',
    );
    expect(optionText(forecastOptions.horizon, 'zh-CN')).toBe('预测窗口，单位：天（默认：90）');
    expect(node('churn.model')?.['x-zh-CN']).toMatch(/^流失判断方法：auto、.*（默认：auto，采用回测最优者）。$/);
  });
});

describe('unknownKey', () => {
  const schema: SchemaNode = {
    properties: {
      name: {},
      list: { items: { properties: { a: {} }, additionalProperties: false } },
      free: { additionalProperties: { properties: { b: {} }, additionalProperties: false } },
      shape: { oneOf: [{ properties: { kind: { const: 'x' }, x: {} } }, { properties: { kind: { const: 'y' }, y: {} } }] },
    },
    additionalProperties: false,
  };

  it('finds nothing in what the schema names', () => {
    expect(unknownKey({ name: 1, list: [{ a: 1 }, { a: 2 }], free: { any: { b: 1 } }, shape: { kind: 'y', y: 1 } }, schema)).toBeNull();
    expect(unknownKey(null, schema)).toBeNull();
    expect(unknownKey('text', schema)).toBeNull();
  });

  it('finds the first key that the schema does not name, at any depth', () => {
    expect(unknownKey({ nam: 1 }, schema)).toEqual({ path: ['nam'], known: ['name', 'list', 'free', 'shape'] });
    expect(unknownKey({ list: [{ a: 1 }, { c: 1 }] }, schema)).toEqual({ path: ['list', 1, 'c'], known: ['a'] });
    expect(unknownKey({ free: { any: { toString: 1 } } }, schema)).toEqual({ path: ['free', 'any', 'toString'], known: ['b'] });
  });

  it('allows the keys of the shape that the constant chooses, and no others', () => {
    expect(unknownKey({ shape: { kind: 'x', y: 1 } }, schema)).toEqual({ path: ['shape', 'y'], known: ['kind', 'x'] });
  });
});
