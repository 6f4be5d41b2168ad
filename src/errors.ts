import type { ErrorCode } from './codes.ts';
import type { Localized } from './lib/localized.ts';

/** The one table of exit codes; the names say what a script may conclude. */
export const exitCodes = {
  done: 0,
  dataProblems: 1,
  usage: 2,
  inputUnreadable: 3,
  outputFailed: 4,
  locked: 5,
  /** What a user asked to be told of holds. */
  conditionHolds: 10,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitName = keyof typeof exitCodes;

/**
 * An expected failure: the user, a file or the system is at fault, and the text says how to go on.
 * Anything else that is thrown is a bug. `code` is kebab-case and stable.
 */
export class CrmEvalError extends Error {
  readonly code: ErrorCode;
  readonly exit: ExitName;
  readonly text: Localized;
  readonly fix: Localized | null;
  /** What there is to choose from, a line each. */
  readonly choices: readonly string[];

  constructor(
    code: ErrorCode,
    exit: ExitName,
    text: Localized,
    options: { fix?: Localized; cause?: unknown; choices?: readonly string[] } = {},
  ) {
    super(text.en, 'cause' in options ? { cause: options.cause } : {});
    this.name = 'CrmEvalError';
    this.code = code;
    this.exit = exit;
    this.text = text;
    this.fix = options.fix ?? null;
    this.choices = options.choices ?? [];
  }
}
