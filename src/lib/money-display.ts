import { movedPoint, rounded } from './rounded.ts';

/** Units that amounts can be shown in. */
export const moneyUnits = ['万', '亿', 'K', 'M'] as const;

export type MoneyUnit = (typeof moneyUnits)[number];

/** How amounts are shown where people read: in a unit and with the name of their currency. Nothing is converted. */
export interface MoneyDisplay {
  readonly unit?: MoneyUnit | null | undefined;
  readonly currency?: string | null | undefined;
}

/** Zeros of a unit, and the decimals that amounts in it have. */
const scales: Readonly<Record<MoneyUnit, { readonly zeros: number; readonly decimals: number }>> = {
  万: { zeros: 4, decimals: 1 },
  亿: { zeros: 8, decimals: 2 },
  K: { zeros: 3, decimals: 1 },
  M: { zeros: 6, decimals: 2 },
};

/** An amount in its unit, exactly; it is rounded where it is written. */
export function inUnit(amount: number, { unit }: MoneyDisplay): number {
  if (unit === undefined || unit === null) return amount;
  const { zeros } = scales[unit];
  const exact = movedPoint(amount, -zeros);
  return Number.isNaN(exact) ? amount / 10 ** zeros : exact;
}

/** `CNY 万`, what stands behind a title; null where amounts are shown as they are. */
export function moneyLabel({ unit, currency }: MoneyDisplay): string | null {
  return [currency, unit].filter((part) => part !== undefined && part !== null).join(' ') || null;
}

/**
 * An amount that is in its unit already, as it is written in every cell, sentence and picture: one decimal in 万 and K, two in 亿 and M, none without a
 * unit but for the cents of amounts below 100, which are prices, and never fewer than two significant digits (`0.54`). Rounded once; a minus is
 * U+2212, 0 has no sign.
 */
export function amountFigure(shown: number, unit: MoneyUnit | null = null): string {
  const decimals = amountDecimals(shown, unit);
  const size = formatOf(decimals).format(Math.abs(rounded(shown, decimals)));
  return shown < 0 && /[1-9]/.test(size) ? `−${size}` : size;
}

/** How many decimals such an amount is written with. */
export function amountDecimals(shown: number, unit: MoneyUnit | null = null): number {
  const least = unit === null ? 0 : scales[unit].decimals;
  // What has become of it by rounding may need fewer: 0.996 is 1.0.
  return decimalsOf(rounded(shown, decimalsOf(shown, least)), least);
}

/** Decimals of an amount in its unit that has cents. */
export function centDecimals(unit: MoneyUnit | null = null): number {
  return 2 + (unit === null ? 0 : scales[unit].zeros);
}

/** Digits behind the point: as many as the unit has, and as two significant ones need. */
function decimalsOf(shown: number, least: number): number {
  if (shown === 0 || (least === 0 && Number.isInteger(shown))) return least;
  const power = Number(shown.toExponential().split('e')[1]);
  const cents = least === 0 && power < 2 ? 2 : 0;
  return Math.min(mostDecimals, Math.max(least, cents, 1 - power));
}

/** What is smaller is nothing. */
const mostDecimals = 8;

const formats = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, made);
  return made;
}
