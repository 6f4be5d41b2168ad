import { describe, expect, it } from 'vitest';
import { resultOf, section } from '../pipelines/report/parts.ts';
import { countedAs, customerKind, withCountedUnits } from '../../src/result/counters.ts';

describe('customers', () => {
  it('are companies where their names say so, in either language, and people else', () => {
    expect(customerKind(['苏州科锐医疗器械有限公司', '张三', '某某集团'])).toBe('companies');
    expect(customerKind(['Acme Ltd.', 'Bikes GmbH', 'Jane Doe', 'Contoso, Inc.'])).toBe('companies');
    expect(customerKind(['张三', '李四', 'Jane Doe', 'John Cole', 'Ann Incardona'])).toBe('people');
    expect(customerKind([])).toBe('people');
  });

  it('are counted with 家 or 位, and other places of the character stay', () => {
    expect(countedAs('3 位客户有流失风险；每位客户；17 位需关注', 'companies')).toBe('3 家客户有流失风险；每位客户；17 家需关注');
    expect(countedAs('3 位客户', 'people')).toBe('3 位客户');
  });

  it('have their unit where a row has a figure of its own', () => {
    const figures = section('figures', [
      { figure: 'Customers', value: 7, unit: '家' },
      { figure: 'Orders', value: 9, unit: '单' },
    ]);
    const unitsOf = (customers?: 'people') => {
      const [table] = withCountedUnits(
        resultOf('report', [figures], { lang: 'zh-CN', ...(customers === undefined ? {} : { customers }) }),
      ).sections;
      return table?.kind === 'table' ? Array.from(table.rows, ({ unit }) => unit) : [];
    };
    expect(unitsOf('people')).toEqual(['位', '单']);
    expect(unitsOf()).toEqual(['家', '单']);
  });
});
