import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountDecimals, amountFigure, inUnit, type MoneyUnit, moneyUnits } from '../../src/lib/money-display.ts';
import { formatColumn, formatValue } from '../../src/report/format.ts';
import { sheetValue } from '../../src/report/xlsx/cells.ts';
import { moneyChange, moneyText } from '../../src/views/number-words.ts';

const units: readonly (MoneyUnit | null)[] = [null, ...moneyUnits];
const cents = fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }).map((sum) => sum / 100);

describe('an amount', () => {
  it('has one decimal in 万 and K, two in 亿 and M, none by itself', () => {
    const text = (unit: MoneyUnit | null): string => amountFigure(inUnit(12_600_919.27, { unit }), unit);
    expect(units.map(text)).toEqual(['12,600,919', '1,260.1', '0.13', '12,600.9', '12.60']);
  });

  it('has two significant digits where that would leave fewer', () => {
    expect([5_400, 9_960, 680, 99_949, 99_951].map((amount) => amountFigure(amount / 1e4, '万'))).toEqual([
      '0.54',
      '1.0',
      '0.068',
      '10.0',
      '10.0',
    ]);
    expect([0.5, 0.054, 4.5, 9.96, 9.949, 12.5, 5].map((amount) => amountFigure(amount))).toEqual([
      '0.50',
      '0.054',
      '4.50',
      '9.96',
      '9.95',
      '12.50',
      '5',
    ]);
    expect(amountFigure(1e-12)).toBe('0');
  });

  it('has a minus as wide as a plus, and no sign where it is nothing', () => {
    expect(amountFigure(-1234.5)).toBe('−1,235');
    expect([amountFigure(0), amountFigure(-0), amountFigure(0, '万')]).toEqual(['0', '0', '0.0']);
    expect([moneyChange(31_000, { unit: '万' }), moneyChange(-80.2), moneyChange(0)]).toEqual(['+3.1 万', '−80.20', '0']);
  });

  it('is rounded once, half away from zero, from the amount as it is written', () => {
    expect(amountFigure(inUnit(1_234_500, { unit: 'K' }), 'K')).toBe('1,234.5');
    expect(amountFigure(inUnit(10_500, { unit: '万' }), '万')).toBe('1.1');
    expect(amountFigure(inUnit(-10_449.99, { unit: '万' }), '万')).toBe('−1.0');
    expect(inUnit(992_237.1, { unit: '万' })).toBe(99.22371);
  });

  it('reads the same in a sentence, a cell, a column and a picture, whatever stands beside it', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 4 }), fc.constantFrom(...units), (amount, others, unit) => {
        const shown = inUnit(amount, { unit });
        const shape = { type: 'money', ...(unit === null ? {} : { counted_in: unit }) } as const;
        const figure = amountFigure(shown, unit);
        expect(formatValue(shown, shape, 'en')).toBe(figure);
        expect(formatColumn([shown, ...others.map((other) => inUnit(other, { unit }))], shape, 'zh-CN')[0]).toBe(figure);
        expect(
          moneyText(amount, { unit, currency: 'CNY' })
            .replace(/^CNY /, '')
            .replace(/ ?(万|亿|K|M)$/, ''),
        ).toBe(figure);
        expect(moneyChange(amount, { unit }).replace(/ ?(万|亿|K|M)$/, '')).toBe(
          amount > 0 && /[1-9]/.test(figure) ? `+${figure}` : figure,
        );
      }),
    );
  });

  it('is as near to what is written as its last digit says, and a cell of a workbook has it to the cent', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(...units), (amount, unit) => {
        const shown = inUnit(amount, { unit });
        const read = Number(amountFigure(shown, unit).replaceAll(',', '').replace('−', '-'));
        expect(Math.abs(read - shown)).toBeLessThanOrEqual(0.5000001 * 10 ** -amountDecimals(shown, unit));
        const cell = sheetValue(shown, { type: 'money', ...(unit === null ? {} : { counted_in: unit }) }, 'en');
        expect(Math.abs(Number(cell) * (amount === 0 ? 1 : amount / shown) - amount)).toBeLessThan(0.005);
      }),
    );
  });
});
