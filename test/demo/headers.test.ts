import { describe, expect, it } from 'vitest';
import { demoCompany } from '../../build/demo/company.ts';
import { languages } from '../../src/lib/localized.ts';
import { entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { normaliseWord } from '../../src/model/names.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';

const tables = languages.flatMap((lang) => demoCompany({ lang }).map((table) => ({ lang, ...table })));

describe.each(tables)('$name of the demo in $lang', ({ name, header, rows }) => {
  const entity = entityById(name);
  const { matches } = matchHeaders(entity, header);

  it('is recognised by its headers alone, whatever the file is called', () => {
    expect(chooseRole(rankRoles(header, [], ''))).toMatchObject({ kind: 'role', candidate: { role: name } });
  });

  it('has a field for every column but the reason why a deal was won', () => {
    const used = new Set([...matches.values()].map(({ index }) => index));
    const left = header.filter((_, index) => !used.has(index));
    expect(left.filter((column) => column !== '赢单原因' && column !== 'Won Reason')).toEqual([]);
  });

  it('uses only words that the model knows where a field is a choice', () => {
    for (const [field, { index }] of matches) {
      const choices = entity.fields[field]!.choices;
      if (choices === undefined) continue;
      const known = new Set(Object.values<readonly string[]>(choices).flat().map(normaliseWord));
      const words = new Set(rows.map((row) => row[index]).filter((cell) => typeof cell === 'string'));
      expect([...words].filter((word) => !known.has(normaliseWord(word)))).toEqual([]);
    }
  });
});
