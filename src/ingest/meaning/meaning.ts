import type { Trouble } from '../../quality/check.ts';
import type { FieldMappings } from '../overrides.ts';
import { type LoadedTable, type TablePlan, undecided } from '../table-plan.ts';
import { settleGrain } from './amount-grain.ts';
import { inCompanyCurrency } from './company-currency.ts';
import { findCurrency } from './currency-source.ts';
import { scaleMoney } from './money-units.ts';
import { decideSeparators } from './separators.ts';
import { withPointingRows } from './pointing-rows.ts';
import { withProcessingOrders } from './processing-orders.ts';
import { withReturnFiles } from './return-files.ts';
import { withoutUnfitColumns } from './unfit-columns.ts';
import { settleDiscounts } from './discounts.ts';
import { settlePrice } from './price-or-total.ts';

/**
 * One thing that is decided of a whole table, of a file or of a database: what its rows and columns mean, by the evidence of its headers and
 * of the head of its records (`head-values.ts`), and by what the user said. It gives the plan as it is then to be read, with a note of
 * what was decided or is doubtful.
 */
export type MeaningStep = <P extends TablePlan>(plan: P, said: FieldMappings) => P;

/** In the order in which they build on each other. */
const steps: readonly MeaningStep[] = [
  withoutUnfitColumns,
  inCompanyCurrency,
  findCurrency,
  decideSeparators,
  scaleMoney,
  settlePrice,
  settleDiscounts,
  withPointingRows,
  withReturnFiles,
  settleGrain,
  withProcessingOrders,
];

/** The plan once columns are matched and the readings of their cells are known; whoever decides a reading anew asks anew. */
export function settleMeaning<P extends TablePlan>(plan: P, said: FieldMappings): P {
  return steps.reduce((settled, step) => step(settled, said), { ...plan, ...undecided });
}

/** What was decided, as findings. */
export function meaningTroubles(table: LoadedTable): Trouble[] {
  return table.notes.map((note) => ({ ...note, table }));
}
