import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/model/define.ts';
import { entities } from '../../src/model/entities.ts';
import { normaliseHeader, normaliseWord } from '../../src/model/names.ts';
import { flagWords } from '../../src/model/words.ts';

function fieldsOf(entity: (typeof entities)[number]): (readonly [string, Field])[] {
  return Object.entries(entity.fields);
}

/** `a (of x), a (of y)` for every text that two places share after normalisation. */
function clashes(places: readonly (readonly [place: string, text: string])[], normalise: (text: string) => string): string[] {
  const seen = new Map<string, string>();
  return places.flatMap(([place, text]) => {
    const word = normalise(text);
    const before = seen.get(word);
    if (before === undefined) seen.set(word, `${text} (${place})`);
    return before === undefined ? [] : [`${text} (${place}) = ${before}`];
  });
}

describe.each(entities.map((entity) => [entity.id, entity] as const))('%s', (_, entity) => {
  it('gives no header to two fields, or twice to one', () => {
    const places = fieldsOf(entity).flatMap(([name, field]) =>
      [name, ...field.aliases, ...(field.lastResort?.headers ?? [])].map((alias) => [name, alias] as const),
    );
    expect(clashes(places, normaliseHeader)).toEqual([]);
  });

  it('has no alias that says nothing once normalised', () => {
    expect(fieldsOf(entity).flatMap(([, field]) => field.aliases.filter((alias) => normaliseHeader(alias) === ''))).toEqual([]);
  });

  it('knows every field by a Chinese and a Latin header', () => {
    const known = fieldsOf(entity).map(([name, field]) => [name, ...field.aliases].join(' '));
    expect(known.filter((headers) => !/\p{Script=Han}/u.test(headers) && !/KPI|SKU/.test(headers))).toEqual([]);
    expect(known.filter((headers) => !/[a-z]/.test(headers))).toEqual([]);
  });

  it('titles and explains every field in both languages', () => {
    for (const [name, field] of fieldsOf(entity)) {
      expect([name, field.title.en !== '', /[\p{Script=Han}]|NPS/u.test(field.title['zh-CN'])]).toEqual([name, true, true]);
      expect([name, field.meaning.en.endsWith('.'), field.meaning['zh-CN'].endsWith('。')]).toEqual([name, true, true]);
    }
  });

  it('needs only fields that it has, and its key is one of them', () => {
    const names = Object.keys(entity.fields);
    expect(entity.needs.flat().filter((field) => !names.includes(field))).toEqual([]);
    if (entity.key !== undefined) expect(names).toContain(entity.key);
  });

  it('has layouts that lead only to its own fields', () => {
    const fields = (entity.layouts ?? []).flatMap((layout) => Object.values(layout.headers)).filter((field) => field !== null);
    expect(fields.filter((field) => !Object.hasOwn(entity.fields, field))).toEqual([]);
  });

  it('has words exactly for its choices', () => {
    expect(
      fieldsOf(entity).flatMap(([name, field]) => ((field.type === 'choice') === (field.choices !== undefined) ? [] : [name])),
    ).toEqual([]);
  });

  it('calls fields in snake_case', () => {
    expect(Object.keys(entity.fields).filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))).toEqual([]);
  });
});

const choices = entities.flatMap((entity) =>
  fieldsOf(entity).flatMap(([name, field]) => (field.choices === undefined ? [] : [[`${entity.id}.${name}`, field.choices] as const])),
);

describe.each([['flags', flagWords] as const, ...choices])('words of %s', (_, words) => {
  it('gives no word to two values, or twice to one', () => {
    const places = Object.entries<readonly string[]>(words).flatMap(([value, list]) =>
      (list.some((word) => normaliseWord(word) === normaliseWord(value)) ? list : [value, ...list]).map((word) => [value, word] as const),
    );
    expect(clashes(places, normaliseWord)).toEqual([]);
  });

  it('has words in both languages for every value', () => {
    for (const [value, list] of Object.entries<readonly string[]>(words)) {
      expect([value, list.some((word) => /\p{Script=Han}/u.test(word)), list.some((word) => /[a-z]/i.test(word))]).toEqual([
        value,
        true,
        true,
      ]);
    }
  });
});

it('has the twelve canonical tables and two auxiliary ones', () => {
  expect(entities.filter((entity) => entity.auxiliary !== true).map((entity) => entity.id)).toEqual([
    'customers',
    'orders',
    'products',
    'leads',
    'pool_events',
    'opportunities',
    'activities',
    'feedback',
    'targets',
    'actions',
    'reps',
    'market',
  ]);
  expect(entities.filter((entity) => entity.auxiliary === true).map((entity) => entity.id)).toEqual(['returns', 'territories']);
});
