import type { Lang, Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';

const phases = new Map<string, Localized>([
  ['read', { en: 'reading', 'zh-CN': '读取' }],
  ['load', { en: 'loading', 'zh-CN': '载入' }],
  ['check', { en: 'checking', 'zh-CN': '检查' }],
  ['compute', { en: 'computing', 'zh-CN': '计算' }],
]);

/** `reading orders.csv`. */
export function phaseText(phase: string, file: string, lang: Lang): string {
  return visible(`${phases.get(phase)?.[lang] ?? phase} ${file}`.trimEnd());
}

/** Nothing is shown for work that is done within this time. */
const quietMs = 1_000;
const frameMs = 120;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

export interface Progress {
  /** What is being done now. */
  readonly show: (text: string) => void;
  /** Clears the line; to be called before anything else is printed. */
  readonly clear: () => void;
}

/** One line on a terminal that says what takes so long; nothing anywhere else. */
export function startProgress(stream: NodeJS.WriteStream, enabled: boolean): Progress {
  if (!enabled || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let text = '';
  let elapsed = 0;
  let shown = false;
  const timer = setInterval(() => {
    elapsed += frameMs;
    if (elapsed < quietMs || text === '') return;
    stream.write(`\r\u001B[2K${frames[(elapsed / frameMs) % frames.length]} ${text} (${Math.floor(elapsed / 1_000)} s)`);
    shown = true;
  }, frameMs);
  timer.unref();
  return {
    show: (next) => {
      text = next;
    },
    clear: () => {
      clearInterval(timer);
      if (shown) stream.write('\r\u001B[2K');
      shown = false;
    },
  };
}
