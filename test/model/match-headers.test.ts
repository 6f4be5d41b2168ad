import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entities, entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';

const orders = entityById('orders');

function pairs(
  entity: string,
  headers: readonly string[],
  mappings: readonly { field: string; header: string }[] = [],
): Record<string, string> {
  const { matches } = matchHeaders(entityById(entity), headers, mappings);
  return Object.fromEntries([...matches].map(([field, match]) => [field, headers[match.index] ?? '']));
}

describe('matchHeaders', () => {
  it("prefers the field's own name, then the stronger alias, whatever the order of columns", () => {
    expect(pairs('orders', ['付款日期', '下单日期', '客户名称'])).toMatchObject({ ordered_at: '下单日期' });
    expect(pairs('orders', ['下单日期', '付款日期', '客户名称'])).toMatchObject({ ordered_at: '下单日期' });
    expect(pairs('orders', ['下单日期', 'ordered_at', '客户名称'])).toMatchObject({ ordered_at: 'ordered_at' });
    expect(pairs('orders', ['Sub Total', 'Grand Total'])).toEqual({ amount: 'Grand Total' });
    expect(pairs('orders', ['Sub-Category', 'Category'])).toEqual({ category: 'Category', subcategory: 'Sub-Category' });
    expect(pairs('orders', ['买家实际支付金额', '总金额'])).toEqual({ amount: '总金额', paid_amount: '买家实际支付金额' });
    expect(pairs('orders', ['StandardCost', 'TotalProductCost'])).toEqual({ cost: 'TotalProductCost', unit_cost: 'StandardCost' });
    expect(pairs('orders', ['INVOICEID', 'Invoice Number', 'Sales Order Id'])).toEqual({ order_id: 'INVOICEID' });
  });

  it('takes the column further left of two that are called the same', () => {
    const { matches } = matchHeaders(orders, ['合同编号', '合同编号']);
    expect(matches.get('order_id')).toEqual({ index: 0, confidence: 0.9, how: 'alias' });
  });

  it('follows the user before anything else, also away from the stronger header', () => {
    expect(pairs('orders', ['订单金额', '到手价'], [{ field: 'amount', header: '到手价' }])).toEqual({ amount: '到手价' });
    expect(pairs('orders', ['amount', ' 实付 金额'], [{ field: 'amount', header: '实付金额' }])).toEqual({ amount: ' 实付 金额' });
    expect(pairs('customers', ['客户名称'], [{ field: 'customer_id', header: '客户名称' }])).toEqual({ customer_id: '客户名称' });
  });

  it('prefers the exact text where two headers compare equal', () => {
    const { matches } = matchHeaders(orders, ['金额（元）', '金额'], [{ field: 'amount', header: '金额' }]);
    expect(matches.get('amount')?.index).toBe(1);
  });

  it('passes over a mapping whose header is in another file', () => {
    expect(pairs('orders', ['订单金额'], [{ field: 'amount', header: '到手价' }])).toEqual({ amount: '订单金额' });
  });

  it('reads a header without its remark where nothing fits as it stands', () => {
    const { matches } = matchHeaders(entityById('customers'), ['客户名称（全称）', '负责人（工号）']);
    expect(matches.get('name')).toEqual({ index: 0, confidence: 0.8, how: 'remark' });
    expect(matches.get('owner')?.how).toBe('alias');
    expect(pairs('orders', ['金额（备注）', '金额'])).toEqual({ amount: '金额' });
  });

  it("takes a bare id for the customer's only where nothing else says who bought", () => {
    expect(pairs('orders', ['Id', 'Date', 'Price'])).toEqual({ customer_id: 'Id', ordered_at: 'Date', unit_price: 'Price' });
    expect(pairs('orders', ['ID', '单号', '日期'])).toEqual({ order_id: '单号', ordered_at: '日期' });
  });

  it('takes the time of entry for the time of the order only beside an order number', () => {
    expect(pairs('orders', ['SALESORDERID', 'Created Time'])).toEqual({ order_id: 'SALESORDERID', ordered_at: 'Created Time' });
    expect(matchHeaders(orders, ['ACCOUNTID', 'Created Time']).missing).toEqual([['ordered_at']]);
  });

  it("reads Shopify's own names", () => {
    const headers = [
      'Name',
      'Email',
      'Financial Status',
      'Total',
      'Created at',
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem price',
      'Billing Name',
      'Id',
      'Subtotal',
    ];
    expect(pairs('orders', headers)).toEqual({
      order_id: 'Name',
      customer_id: 'Email',
      customer: 'Billing Name',
      ordered_at: 'Created at',
      status: 'Financial Status',
      amount: 'Total',
      quantity: 'Lineitem quantity',
      product: 'Lineitem name',
      unit_price: 'Lineitem price',
    });
  });

  it('says which needs are not met', () => {
    expect(matchHeaders(orders, ['金额']).missing).toEqual([['order_id', 'customer_id', 'customer'], ['ordered_at']]);
    expect(matchHeaders(orders, []).matches.size).toBe(0);
  });

  it('gives a column to one field and a field one column, whatever the headers and their order', () => {
    const words = entities.flatMap((entity) => Object.values(entity.fields).flatMap((field) => [...field.aliases]));
    const header = fc.oneof(
      fc.constantFrom(...words),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('__proto__', 'constructor', ''),
    );
    fc.assert(
      fc.property(fc.uniqueArray(header, { maxLength: 12, selector: (text) => text }), fc.constantFrom(...entities), (headers, entity) => {
        const { matches } = matchHeaders(entity, headers);
        const columns = [...matches.values()].map((match) => match.index);
        expect(new Set(columns).size).toBe(columns.length);
        const reversed = headers.toReversed();
        const mirrored = matchHeaders(entity, reversed).matches;
        expect(new Set(mirrored.keys())).toEqual(new Set(matches.keys()));
      }),
    );
  });
});
