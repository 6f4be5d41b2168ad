import { both } from '../../../lib/localized.ts';

/** When there is no actual. */
export const mayBeMissing = both('It cannot be told; the column missing says why.', '无法得出，原因见 missing 列。');
