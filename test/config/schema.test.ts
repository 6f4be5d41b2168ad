import { describe, expect, it } from 'vitest';
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
