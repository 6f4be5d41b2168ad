import type { ExitName } from '../errors.ts';
import type { Lang } from '../lib/localized.ts';
import type { Clock } from './clock.ts';

/** What the program uses of the process that it runs in; in tests something like one. */
export type Process = Pick<
  NodeJS.Process,
  'argv' | 'stdin' | 'stdout' | 'stderr' | 'env' | 'cwd' | 'on' | 'removeAllListeners' | 'kill' | 'pid'
>;

/** What the process gives a command; the program itself never names `process`. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are relative to. */
  readonly folder: string;
  readonly clock: Clock;
  readonly version: string;
}

/** A run from its first line to its exit code. */
export interface Run extends Surroundings {
  /** Of help and of messages until the config has been read. */
  readonly lang: Lang;
  /** Sets the language of later errors, once the config is known. */
  readonly speak: (lang: Lang) => void;
  /** Aborted by Ctrl-C, by SIGTERM and by a reader that closed the pipe. */
  readonly signal: AbortSignal;
  /** While true, Ctrl-C is for another program on the terminal, and ends no run. */
  readonly leaveInterrupts: (left: boolean) => void;
  /** Sets the exit code of a run that ended without an error. */
  readonly finish: (exit: ExitName) => void;
}

/** `zh` in any spelling is Chinese, other languages English; null where nothing is said. */
function languageNamed(name: string | undefined): Lang | null {
  if (name === undefined || name === '') return null;
  return name.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The language of the environment: CRM_EVAL_LANG, then the locale as POSIX orders its variables; English where nothing is said. */
export function environmentLanguage(env: Surroundings['env']): Lang {
  return languageNamed(env['CRM_EVAL_LANG']) ?? localeLanguage(env);
}

/** As `environmentLanguage`, of the locale alone: what a config may overrule. */
export function localeLanguage(env: Surroundings['env']): Lang {
  return languageNamed(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']) ?? 'en';
}

/** The language of help and early messages: the arguments are looked through before they are parsed, because parsing may fail. */
export function earlyLanguage(args: readonly string[], env: Surroundings['env']): Lang {
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  const index = before.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = before[index];
  const wanted = arg === '--lang' ? before[index + 1] : arg?.slice('--lang='.length);
  return languageNamed(wanted) ?? environmentLanguage(env);
}

/** Each stream is judged alone: colour on a terminal, unless `--no-color`, NO_COLOR or a dumb terminal says no; FORCE_COLOR says yes. */
export function hasColour(stream: { readonly isTTY?: boolean }, env: Surroundings['env'], flag: boolean | undefined): boolean {
  if (flag === false || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** Columns of what is written where nothing says how wide it may be. */
export const usualWidth = 120;

/** Columns of the terminal; of a pipe what COLUMNS says, as a script sets it for what it shows itself. */
export function widthOf(stream: { readonly columns?: number }, env: Surroundings['env']): number {
  if (stream.columns !== undefined && stream.columns > 0) return stream.columns;
  return /^[1-9]\d{0,4}$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : usualWidth;
}
