import { Chalk } from 'chalk';
import type { Lang } from '../lib/localized.ts';
import { hasColour, type Run, widthOf } from './context.ts';
import type { Flags } from './options.ts';
import { barLine, plainLine, type ProgressView } from './progress-line.ts';

/** Where progress is shown. */
export interface Display {
  /** How often it wants to know. */
  readonly tickMs: number;
  /** A phase begins; `busy` where it leaves no time for ticks. */
  readonly begin: (view: ProgressView, busy: boolean) => void;
  readonly tick: (view: ProgressView) => void;
  /** Leaves nothing on a terminal. */
  readonly erase: () => void;
}

/** Nothing is drawn for work that is done within this time. */
const quietSeconds = 1;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const eraseLine = '\r\u001B[2K';

/** One line of a terminal, drawn again and again. */
export function createBar({ stderr, env }: Pick<Run, 'stderr' | 'env'>, { color }: Pick<Flags, 'color'>, lang: Lang): Display {
  const { cyan } = new Chalk({ level: hasColour(stderr, env, color) ? 1 : 0 });
  let drawn = 0;
  let shown = false;
  const tick = (view: ProgressView): void => {
    if (view.seconds < quietSeconds) return;
    const frame = frames[drawn % frames.length] ?? '';
    stderr.write(`${eraseLine}${barLine(view, frame, { lang, width: widthOf(stderr, env), paint: cyan })}`);
    drawn += 1;
    shown = true;
  };
  return {
    tickMs: 120,
    begin: (view, busy) => {
      if (busy) tick(view);
    },
    tick,
    erase: () => {
      if (shown) stderr.write(eraseLine);
      shown = false;
    },
  };
}

/** Lines of one phase are ten seconds apart, give or take half a tick. */
const lineSeconds = 9.5;

/** A line for each phase and for every ten seconds within, without control characters: for logs. */
export function createLog({ stderr }: Pick<Run, 'stderr'>, lang: Lang): Display {
  let last = 0;
  const line = (view: ProgressView): void => {
    stderr.write(`${plainLine(view, lang)}\n`);
    last = view.seconds;
  };
  return {
    tickMs: 1_000,
    begin: line,
    tick: (view) => {
      if (view.seconds - last >= lineSeconds) line(view);
    },
    erase: () => {},
  };
}
