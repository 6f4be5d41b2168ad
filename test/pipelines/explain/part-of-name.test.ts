import { afterAll, describe, expect, it } from 'vitest';
import type { DuckDbEngine } from '../../../src/engine/duckdb.ts';
import { sql } from '../../../src/engine/sql.ts';
import { findCustomer } from '../../../src/pipelines/explain/customer-id.ts';
import { customerByPart } from '../../../src/pipelines/explain/part-of-name.ts';
import { openEngine } from '../../engine/open-engine.ts';

const engine: DuckDbEngine = await openEngine();
afterAll(() => engine.close());

await engine.run(
  sql`create table customer_profile as select * from (values
    ('C1', 'Suzhou Kerui Medical', 'Zhou', 100), ('C2', 'Kerui Trading', null, 900), ('C3', 'Kerui', 'Li', 5),
    ('C4', 'ＡＢＣ 机电', 'Wu', null), ('C5', null, 'Wu', 3), ('rui', 'Nobody', 'Wu', 1)
  ) as t(customer_id, customer_name, owner, revenue)`,
);

describe('a part of a name', () => {
  it('finds the one customer who has it, whatever the case and the width', async () => {
    expect(await customerByPart(engine, 'suzhou  KERUI')).toEqual({ id: 'C1', name: 'Suzhou Kerui Medical', owner: 'Zhou' });
    expect((await customerByPart(engine, 'abc'))?.id).toBe('C4');
    expect((await customerByPart(engine, 'ｔｒａｄｉｎｇ'))?.id).toBe('C2');
  });

  it('is first the whole name of one', async () => {
    expect((await customerByPart(engine, 'kerui'))?.id).toBe('C3');
  });

  it('of several is refused, with their ids, names and owners, those with most revenue first', async () => {
    await expect(customerByPart(engine, 'Keru')).rejects.toMatchObject({
      code: 'customer-ambiguous',
      exit: 'usage',
      text: { en: '3 customers have "Keru" in their name', 'zh-CN': '有 3 个客户的名称含“Keru”' },
      choices: ['C2  Kerui Trading', 'C1  Suzhou Kerui Medical · Zhou', 'C3  Kerui · Li'],
      fix: { en: 'give the id, such as C2' },
    });
  });

  it('of nobody, and a blank one, find nobody', async () => {
    expect([await customerByPart(engine, 'Bolt'), await customerByPart(engine, ' ')]).toEqual([null, null]);
  });

  it('comes after ids and whole names, and is said to be a part', async () => {
    expect(await findCustomer(engine, 'rui')).toEqual({ id: 'rui', byPartOf: null });
    expect(await findCustomer(engine, 'Kerui')).toEqual({ id: 'C3', byPartOf: null });
    expect(await findCustomer(engine, 'medical')).toEqual({ id: 'C1', byPartOf: 'Suzhou Kerui Medical' });
    await expect(findCustomer(engine, 'Bolt')).rejects.toMatchObject({ code: 'customer-unknown' });
  });

  it('of more than ten lists ten and says how many there are', async () => {
    const many = await openEngine();
    await many.run(
      sql`create table customer_profile as select 'N' || i as customer_id, 'Acme ' || i as customer_name, null::varchar as owner, 100 - i as revenue from range(13) as t(i)`,
    );
    await expect(customerByPart(many, 'acme')).rejects.toMatchObject({
      text: { en: '13 customers have "acme" in their name' },
      choices: Array.from({ length: 10 }, (_, i) => `N${i}  Acme ${i}`),
    });
    await many.close();
  });
});
