import { describe, expect, it } from 'vitest';
import { entityById } from '../../src/model/entities.ts';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';
import { exportCases } from './export-headers.ts';

describe('rankRoles', () => {
  it.each(exportCases)('knows %s', (_, list, role, pairs) => {
    const headers = list.split(',').map((header) => header.replace(/^ /, ''));
    const ranked = rankRoles(headers, [], 'export');
    expect(chooseRole(ranked)).toMatchObject({ kind: 'role', candidate: { role } });
    const { matches } = matchHeaders(entityById(role), headers);
    expect(Object.fromEntries([...matches].map(([field, match]) => [field, headers[match.index]]))).toMatchObject(pairs);
  });

  it('takes a short customer list for customers, not for orders that were entered some time', () => {
    expect(rankRoles(['客户编号', '客户名称', '负责人', '创建时间'], [], 'Sheet1').map((candidate) => candidate.role)).toEqual([
      'customers',
    ]);
  });

  it.each([
    ['receipts', '回款编号,回款方式,回款金额,计划回款日期,客户名字,合同编号,负责人名字,审批状态'],
    [
      'items of an order list',
      '主订单编号, 子订单编号, 标题, 价格, 购买数量, 外部系统编号, 商品属性, 套餐信息, 商家编码, 退款状态, 退款金额',
    ],
    ['nothing of ours', 'time,status,x'],
    ['blank headers', ',,'],
  ])('has no role for %s', (_, list) => {
    expect(chooseRole(rankRoles(list.split(/, ?/), [], 'export'))).toEqual({ kind: 'none' });
  });

  it('leaves roles that fit equally well to the user, unless the name of the file tells', () => {
    const headers = ['客户名称', '日期'];
    expect(chooseRole(rankRoles(headers, [], 'Sheet1'))).toEqual({ kind: 'ambiguous', roles: ['orders', 'activities'] });
    expect(chooseRole(rankRoles(headers, [], '拜访记录'))).toMatchObject({ kind: 'role', candidate: { role: 'activities' } });
    expect(chooseRole(rankRoles(headers, [], '拜访/订单.csv'))).toMatchObject({ kind: 'role', candidate: { role: 'orders' } });
  });

  it('does not let a name outweigh the headers', () => {
    expect(chooseRole(rankRoles(['订单编号', '客户编号', '下单日期', '订单金额'], [], '客户线索.csv'))).toMatchObject({
      kind: 'role',
      candidate: { role: 'orders' },
    });
  });

  it('follows columns that the user mapped', () => {
    const headers = ['主体', '某日', '多少'];
    expect(rankRoles(headers, [], 'x')).toEqual([]);
    const mappings = [
      { entity: 'orders', field: 'customer', header: '主体' },
      { entity: 'orders', field: 'ordered_at', header: '某日' },
    ];
    expect(rankRoles(headers, mappings, 'x')).toEqual([{ role: 'orders', score: 2 / 2.1, named: false }]);
  });

  it('scores between 0 and 1, and blank headers for nothing', () => {
    expect(rankRoles([], [], '')).toEqual([]);
    expect(rankRoles(['cust', 'date', '', ' '], [], '')[0]).toMatchObject({ role: 'orders', score: 1 });
  });
});
