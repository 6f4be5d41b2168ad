import { expect, it } from 'vitest';
import { defaultConfig } from '../../../src/config/load.ts';
import { query, queryFields } from '../../../src/pipelines/query/query.ts';
import { readQuestion } from '../../../src/pipelines/query/question.ts';
import { ingestFiles, lines } from '../../ingest/ingest-files.ts';

it('years that a query computes are told by their names, and shown as names are: without a comma', async () => {
  const question = await readQuestion(
    `select
      extract(year from ordered_at) as year, extract(year from ordered_at) as order_year, extract(year from ordered_at) as 年份,
      extract(year from ordered_at) as "订单年", count(*) as years, 2026 as yearly, cast(2026 as double) as fiscal_year
    from orders group by 1, 2, 3, 4`,
    { fits: true },
  );
  const file = lines('订单编号,客户编号,下单日期,金额', 'S1,C1,2026-01-01,10', 'S2,C2,2026-01-02,20');
  const { engine, ingested } = await ingestFiles({ 'orders.csv': file }, { fields: queryFields(question) });
  const { config } = defaultConfig();
  const { sections } = await query({ engine, ingested, lang: 'en', period: null, config, question });
  const [table] = sections;
  expect(table?.kind === 'table' && table.columns.map(({ id, type }) => [id, type])).toEqual([
    ['year', 'id'],
    ['order_year', 'id'],
    ['年份', 'id'],
    ['订单年', 'id'],
    ['years', 'integer'],
    ['yearly', 'integer'],
    ['fiscal_year', 'number'],
  ]);
  expect(table?.kind === 'table' && [...table.rows]).toEqual([
    { year: 2026, order_year: 2026, 年份: 2026, 订单年: 2026, years: 2, yearly: 2026, fiscal_year: 2026 },
  ]);
});
