import type { Engine } from '../engine/engine.ts';
import type { Lang } from '../lib/localized.ts';

/** What the sections of a run are made with. */
export interface ViewContext {
  readonly engine: Engine;
  readonly lang: Lang;
  /** Without it all rows are wanted. */
  readonly screen?: Screen | undefined;
}

/** Tables are only looked at: what nobody sees is not fetched. */
export interface Screen {
  /** Rows of each table; null: as many as its section says. */
  readonly limit: number | null;
  /** The one section that is shown; null: all but tables for other programs. */
  readonly section: string | null;
}
