import { describe, expect, it } from 'vitest';
import { allUnusable } from '../../../src/pipelines/parts/all-unusable.ts';
import { ingestFiles, lines } from '../../ingest/ingest-files.ts';

async function refusal(
  files: Readonly<Record<string, string>>,
  asOf?: string,
): Promise<{ en: string; zh: string; fix: string; exit: string } | null> {
  const error = await allUnusable((await ingestFiles(files, asOf === undefined ? {} : { asOf })).ingested);
  return error === null ? null : { en: error.text.en, zh: error.text['zh-CN'], fix: error.fix?.en ?? '', exit: error.exit };
}

describe('the refusal of orders none of which can be used', () => {
  it('names statuses that are not understood, with the option', async () => {
    const error = await refusal({
      'orders.csv': lines('Order ID,Customer ID,Order Date,Status,Total', '1,A,2024-01-05,zz-one,10', '2,B,2024-01-06,zz-two,20'),
    });
    expect(error?.exit).toBe('dataProblems');
    expect(error?.en).toContain(
      'orders.csv can be used: 2/2 a status that is not understood; "Status" words that are not understood: "zz-one" (1), "zz-two" (1)',
    );
    expect(error?.zh).toMatch(/没有可用的行：2\/2 无法识别的状态；"Status" .*“zz-one”.*“zz-two”/);
    expect(error?.fix).toMatch(/--map orders\.status\.<completed\|[^>]*>=zz-one/);
    expect(error?.fix).toMatch(/crm-eval check FILES lists all findings$/);
  });

  it.each([
    [
      'ids without their digits',
      '订单编号,客户编号,下单日期,金额',
      '1,1.23457E+15,2024-01-05,10',
      'the id was cut to scientific notation and has lost digits',
      '--map orders.customer_id=HEADER',
    ],
    [
      'amounts that are no numbers',
      '订单编号,客户编号,下单日期,金额',
      '1,A,2024-01-05,十块钱吧',
      'the amount is no number',
      '--map orders.amount=HEADER',
    ],
    ['dates that are no dates', '订单编号,客户编号,下单日期,金额', '1,A,昨天,10', 'the date is no date', '--map orders.ordered_at'],
    ['blank customers', '订单编号,客户编号,下单日期,金额', '1,,2024-01-05,10', 'no customer', '--map orders.customer_id=HEADER'],
    [
      'pending orders',
      '订单编号,客户编号,下单日期,订单状态,金额',
      '1,A,2024-01-05,待付款,10',
      'not yet paid, approved or closed',
      '--map orders.status.completed=WORD',
    ],
  ])('says %s', async (_, header, line, reason, fix) => {
    const error = await refusal({ 'orders.csv': lines(header, line) });
    expect(error?.en).toContain(`1/1 ${reason}`);
    expect(error?.fix).toMatch(new RegExp(fix.replaceAll('.', String.raw`\.`)));
  });

  it('asks for a later day, and for no mending, where the rows lie after it', async () => {
    const file = {
      'orders.csv': lines(
        'Order ID,Customer ID,Order Date,Status,Total',
        '1,A,2024-01-05,paid,10',
        '2,B,2024-01-06,paid,20',
        '3,B,2024-01-06,cancelled,20',
      ),
    };
    const error = await refusal(file, '2020-01-01');
    expect(error?.en).toContain('2/3 later than the as-of date; 1/3 cancelled');
    expect(error?.fix).toBe(
      'give a later day as --as-of, or leave it out: these rows lie after it; crm-eval check FILES lists all findings',
    );
  });

  it('says that no deal is won', async () => {
    const error = await refusal({
      'deals.csv': lines(
        'Deal ID,Account Name,Deal Stage,Amount,Close Date',
        '1,A,Negotiation,10,2024-01-01',
        '2,B,Negotiation,20,2024-01-02',
      ),
    });
    expect(error?.en).toContain('no deal is won');
    expect(error?.fix).toContain('--map opportunities.state.won=WORD');
  });

  it('is none where rows are used, or no column says whose they are', async () => {
    expect(
      await refusal({
        'a.csv': lines('Order ID,Customer ID,Order Date,Status,Total', '1,A,2024-01-05,zz,10', '2,B,2024-01-06,Completed,20'),
      }),
    ).toBeNull();
    expect(await refusal({ 'b.csv': lines('Order ID,Order Date,Total', '1,2024-01-05,10') })).toBeNull();
  });
});
