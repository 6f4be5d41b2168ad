import type { ExitName } from '../errors.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import type { Process } from './context.ts';

const stopping: Localized = { en: 'stopping; press Ctrl-C again to leave at once', 'zh-CN': '正在停止；再按一次 Ctrl-C 立即退出' };

function failed({ message }: Error): Localized {
  return {
    en: `error: the standard output cannot be written: ${message} (output-failed)\nfix: free some space, or write to a file with --out\n`,
    'zh-CN': `错误：无法写入标准输出：${message}（output-failed）\n建议：请腾出空间，或用 --out 写入文件\n`,
  };
}

const signals = { interrupted: 'SIGINT', terminated: 'SIGTERM' } as const;

/** What stopped the run from outside: a signal, a reader that closed the pipe (`| head`), which is no failure, or a device that takes no more. */
export type Stop = 'interrupted' | 'terminated' | 'pipe-closed' | 'output-failed';

export const exitOfStop = {
  interrupted: 'interrupted',
  terminated: 'terminated',
  'pipe-closed': 'done',
  'output-failed': 'outputFailed',
} as const satisfies Record<Stop, ExitName>;

export interface Stopper {
  readonly signal: AbortSignal;
  /** Null while nothing stopped the run. */
  readonly stop: () => Stop | null;
  /** While true, Ctrl-C is not heard. */
  readonly leaveInterrupts: (left: boolean) => void;
}

/**
 * Call before the first output. The first Ctrl-C or SIGTERM aborts the signal, so that the run can put its folder in order;
 * the second leaves at once. A closed pipe aborts it without a word.
 */
export function listen(process: Process, lang: Lang): Stopper {
  const controller = new AbortController();
  let stop: Stop | null = null;
  let isLeft = false;
  const end = (reason: Stop): void => {
    stop ??= reason;
    controller.abort();
  };
  const onSignal = (reason: keyof typeof signals) => (): void => {
    if (isLeft && reason === 'interrupted') return;
    if (stop === 'interrupted' || stop === 'terminated') {
      // process.exit would wait for what the engine is doing; the signal itself, unheard, does not.
      process.removeAllListeners(signals[reason]);
      process.kill(process.pid, signals[reason]);
    }
    stop = reason;
    // First, so that a line of progress is gone when the text is printed.
    end(reason);
    process.stderr.write(`${stopping[lang]}\n`);
  };
  for (const reason of ['interrupted', 'terminated'] as const) process.on(signals[reason], onSignal(reason));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && stop === null && stream === process.stdout) process.stderr.write(failed(error)[lang]);
      end(error.code === 'EPIPE' ? 'pipe-closed' : 'output-failed');
    });
  }
  return {
    signal: controller.signal,
    stop: () => stop,
    leaveInterrupts: (left) => {
      isLeft = left;
    },
  };
}
