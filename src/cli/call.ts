import type { Card, CardOptions, Given, Keyed, Settled } from '../config/card.ts';
import type { Run } from './context.ts';
import type { Flags, shared } from './options.ts';

/** A command that was called. */
export interface Call<O extends CardOptions = CardOptions> {
  readonly run: Run;
  readonly card: Card;
  /** Options that stand in the config too, and files by their table, as given: read by `settingsOf`, which weighs them. */
  readonly given: Given<Keyed<typeof shared>>;
  readonly flags: Flags;
  /** The command's own options that stand in no config. */
  readonly options: Settled<O>;
  /** Prints how to use the command where it has nothing to do. */
  readonly help: () => void;
}
