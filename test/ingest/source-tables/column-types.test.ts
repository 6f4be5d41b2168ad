import { describe, expect, it } from 'vitest';
import { columnKind, fits, needOf, suggestedCast } from '../../../src/ingest/source-tables/column-types.ts';
import { columnTypes, type FieldType } from '../../../src/model/define.ts';

/** pg_attribute.atttypmod of numeric(precision, scale). */
function numeric(precision: number, scale: number): number {
  return (precision << 16) + scale + 4;
}

describe('the kind of a column', () => {
  it('is that of its type', () => {
    const kind = (base: string): string => columnKind({ base, isEnum: false, modifier: -1 });
    const known = ['text', 'varchar', 'bpchar', 'citext', 'int2', 'int8', 'float4', 'numeric', 'timestamptz', 'bool'].map(kind);
    expect(known.slice(0, 4)).toEqual(['text', 'text', 'text', 'text']);
    expect(known.slice(4)).toEqual(['integer', 'integer', 'float', 'numeric', 'timestamptz', 'boolean']);
    expect(['json', '_text', 'bytea', 'interval', 'time', 'int4range', 'orders'].map(kind)).toEqual(Array(7).fill('other'));
    expect(columnKind({ base: 'mood', isEnum: true, modifier: -1 })).toBe('enum');
  });

  it('is a whole number for a numeric that declares no digits after the point', () => {
    const kind = (modifier: number): string => columnKind({ base: 'numeric', isEnum: false, modifier });
    expect([numeric(18, 0), numeric(18, 2), numeric(38, 38), -1].map(kind)).toEqual(['integer', 'numeric', 'numeric', 'numeric']);
  });
});

describe('a field', () => {
  it('takes the kinds that can mean it', () => {
    expect(fits('id', 'uuid')).toBe(true);
    expect(fits('id', 'numeric')).toBe(false);
    expect(fits('money', 'float')).toBe(true);
    expect(fits('money', 'money')).toBe(false);
    expect(fits('money', 'text')).toBe(false);
    expect(fits('instant', 'text')).toBe(false);
    expect(fits('instant', 'integer')).toBe(false);
    expect(fits('flag', 'boolean')).toBe(true);
    expect(fits('choice', 'boolean')).toBe(false);
    expect(fits('choice', 'integer')).toBe(true);
  });

  it('says what it needs in both languages, and how to get it', () => {
    for (const type of Object.keys(columnTypes) as FieldType[]) {
      expect(needOf(type).en).not.toBe('');
      expect(needOf(type)['zh-CN']).not.toBe('');
    }
    expect(suggestedCast('instant', 'text', 'order_time')).toBe('cast(order_time as timestamp)');
    expect(suggestedCast('instant', 'integer', 'ts')).toBe('to_timestamp(ts)');
    expect(suggestedCast('money', 'money', '"net amt"')).toBe('cast("net amt" as decimal(18,4))');
    expect(suggestedCast('id', 'float', 'id')).toBe('cast(id as bigint)');
  });
});
