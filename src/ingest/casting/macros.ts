import type { Sql } from '../../engine/sql.ts';
import { dateMacros } from './date-macros.ts';
import { numberMacros } from './number-macros.ts';
import { textMacros } from './text-macros.ts';

/** The casting functions of every field type. */
export const castingMacros: readonly Sql[] = [...textMacros, ...numberMacros, ...dateMacros];
