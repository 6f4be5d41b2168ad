import { Worker } from 'node:worker_threads';
import type { DumpedWorkbook, WorkbookTask } from './dump-workbook.ts';
import { errorOf, type WorkerAnswer } from './worker-messages.ts';
import { workbookTimeout, workbookTooLarge } from './workbook-errors.ts';

/** The bundle has it beside its chunks; TypeScript sources, as tests load them, start the one that was built. */
const workerUrl = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/cli/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

export interface WorkerLimits {
  readonly seconds: number;
  readonly heapMb: number;
}

/** Reads a workbook in a thread of its own, so that a hostile one can neither hang the program, exhaust its memory nor print. */
export async function runWorker(task: WorkbookTask, limits: WorkerLimits, signal?: AbortSignal): Promise<DumpedWorkbook> {
  signal?.throwIfAborted();
  const worker = new Worker(workerUrl, {
    workerData: task,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  });
  try {
    return await answerOf(worker, limits, signal);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, limits: WorkerLimits, signal?: AbortSignal): Promise<DumpedWorkbook> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(workbookTimeout(limits.seconds)), limits.seconds * 1000);
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const stopWaiting = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'done') resolve(answer.workbook);
      else reject(answer.kind === 'refused' ? errorOf(answer.failure) : new Error(answer.message));
    });
    worker.on('error', (error) => reject(isOutOfMemory(error) ? memoryExceeded(limits.heapMb) : error));
    worker.on('exit', (code) => {
      stopWaiting();
      reject(new Error(`the workbook reader ended without an answer (${code})`));
    });
  });
}

function memoryExceeded(mb: number): Error {
  return workbookTooLarge({ en: `it takes more than ${mb} MiB of memory`, 'zh-CN': `读取所需内存超过 ${mb} MiB` });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
