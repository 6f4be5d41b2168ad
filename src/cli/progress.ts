import type { Lang, Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';
import { createBar, createLog, type Display } from './progress-display.ts';
import type { ProgressView } from './progress-line.ts';
import { createMeter, type Measure } from './progress-measure.ts';

const phases = new Map<string, Localized>([
  ['read', { en: 'reading', 'zh-CN': '读取' }],
  ['load', { en: 'loading', 'zh-CN': '载入' }],
  ['check', { en: 'checking', 'zh-CN': '检查' }],
  ['send', { en: 'sending', 'zh-CN': '发送' }],
  ['compute', { en: 'computing', 'zh-CN': '计算' }],
  ['write', { en: 'writing', 'zh-CN': '写入' }],
]);

export interface Progress {
  /** What is being done now, with what (a file, or ''), and how far it is, asked again and again. */
  readonly show: (phase: string, subject: string, measure?: () => Measure | null) => void;
  /** Takes the line off the terminal and rests until the next phase; to be called before anything else is printed. */
  readonly clear: () => void;
}

export const noProgress: Progress = { show: () => {}, clear: () => {} };

export type ProgressKind = 'bar' | 'plain' | 'none';

/** A bar is for a terminal that can take a line back, and not for the log of a build server. */
export function progressKind(run: Pick<Run, 'stderr' | 'env'>, flags: Pick<Flags, 'progress' | 'quiet'>): ProgressKind {
  if (flags.quiet === true || flags.progress === 'none') return 'none';
  if (flags.progress === 'plain') return 'plain';
  const logged = !['', 'false', '0'].includes(run.env['CI'] ?? '');
  return run.stderr.isTTY === true && run.env['TERM'] !== 'dumb' && !logged ? 'bar' : 'none';
}

/** Shows on the error stream what the run is doing. A Ctrl-C takes the line off the terminal at once, and no other follows. */
export function startProgress(
  run: Pick<Run, 'stderr' | 'env' | 'signal' | 'clock'>,
  flags: Pick<Flags, 'progress' | 'quiet' | 'color'>,
  lang: Lang,
): Progress {
  const { clock } = run;
  const kind = progressKind(run, flags);
  if (kind === 'none') return noProgress;
  const display: Display = kind === 'bar' ? createBar(run, flags, lang) : createLog(run, lang);
  const began = clock.now();
  const meter = createMeter(clock.now);
  let label = '';
  let measure: (() => Measure | null) | undefined;
  let stop: (() => void) | null = null;
  const view = (): ProgressView => ({ label, reading: meter(measure?.() ?? null), seconds: (clock.now() - began) / 1_000 });
  const clear = (): void => {
    stop?.();
    stop = null;
    measure = undefined;
    display.erase();
  };
  run.signal.addEventListener('abort', clear, { once: true });
  return {
    show: (phase, subject, next) => {
      if (run.signal.aborted) return;
      const before = label;
      label = visible(`${phases.get(phase)?.[lang] ?? phase} ${subject}`.trimEnd());
      measure = next;
      if (label === before && stop !== null) return;
      meter(null);
      display.begin(view(), phase === 'write');
      stop ??= clock.every(display.tickMs, () => display.tick(view()));
    },
    clear,
  };
}
