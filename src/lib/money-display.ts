/** Units that amounts can be shown in. */
export const moneyUnits = ['万', '亿', 'K', 'M'] as const;

export type MoneyUnit = (typeof moneyUnits)[number];

/** How amounts are shown where people read: in a unit and with the name of their currency. Nothing is converted. */
export interface MoneyDisplay {
  readonly unit?: MoneyUnit | null | undefined;
  readonly currency?: string | null | undefined;
}

const sizes: Readonly<Record<MoneyUnit, number>> = { 万: 1e4, 亿: 1e8, K: 1e3, M: 1e6 };

/** An amount in its unit. */
export function inUnit(amount: number, { unit }: MoneyDisplay): number {
  return unit === undefined || unit === null ? amount : amount / sizes[unit];
}

/** `CNY 万`, what stands behind a title; null where amounts are shown as they are. */
export function moneyLabel({ unit, currency }: MoneyDisplay): string | null {
  return [currency, unit].filter((part) => part !== undefined && part !== null).join(' ') || null;
}
