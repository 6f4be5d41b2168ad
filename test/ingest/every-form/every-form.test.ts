import { describe, expect, it } from 'vitest';
import { describeWithPostgres, type PostgresServer } from '../../postgres-server.ts';
import { customers } from './customers.ts';
import { type Form, languages, readAs, type Situation } from './forms.ts';
import { money } from './money.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { refunds } from './refunds.ts';
import { rows } from './rows.ts';

/** What should come out; null where the form cannot have the situation. */
function expected(situation: Situation, form: Form): Outcome | null {
  const own = situation.except?.[form];
  return typeof own === 'string' ? null : (own ?? situation);
}

function mean(form: Form, server: PostgresServer | null): void {
  for (const situation of [...refunds, ...money, ...customers, ...rows]) {
    const right = expected(situation, form);
    if (right === null) continue;
    it.each(languages)(`${situation.is} (%s)`, async (lang) => {
      const { revenue, refused, warned, noted } = await outcomeOf(() => readAs(situation, lang, form, server));
      if (right.refused !== undefined) return expect({ refused }).toEqual({ refused: right.refused });
      // Words that are customers are in the language, too.
      const named = Object.entries(right.revenue ?? {}).map(([name, amount]) => [(lang === 'zh' && situation.zh?.[name]) || name, amount]);
      expect({ revenue, warned, refused }).toEqual({ revenue: Object.fromEntries(named), warned: right.warned ?? [], refused: undefined });
      expect(noted).toEqual(expect.arrayContaining([...(right.noted ?? [])]));
    });
  }
}

describe('in a CSV file', () => {
  mean('csv', null);
});

describe('in a workbook', () => {
  mean('xlsx', null);
});

describeWithPostgres('in a table of a database', (server) => mean('table', server));
