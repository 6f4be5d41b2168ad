import type { Engine } from '../engine/engine.ts';
import type { Lang } from '../lib/localized.ts';
import type { MoneyDisplay } from '../lib/money-display.ts';

/** What the sections of a run are made with. */
export interface ViewContext {
  readonly engine: Engine;
  readonly lang: Lang;
  /** How sentences write amounts; without it as they are. */
  readonly money?: MoneyDisplay | undefined;
  /** Without it all rows are wanted. */
  readonly screen?: Screen | undefined;
}

/** Of each table only some rows are wanted: the others are not fetched. */
export interface Screen {
  /** Rows of each table; null: as many as its section says. */
  readonly limit: number | null;
  /** The sections that are asked for; null: those that are shown unasked. */
  readonly sections: readonly string[] | null;
  /** Whether details are among those that are shown unasked. */
  readonly shows: 'answer' | 'all';
  /** All columns are wanted, also those that say nothing in any row: what is shown is for programs. */
  readonly columns?: 'all';
}
