/** Months in which the climate category sells several times as much as in the others. */
export const winter: readonly number[] = [11, 12, 1];

/** Months in which the seasonal buyer buys. */
export const winterHalf: readonly number[] = [10, 11, 12, 1];
