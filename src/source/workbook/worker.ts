import { parentPort, workerData } from 'node:worker_threads';
import { dumpWorkbook, type WorkbookTask } from './dump-workbook.ts';
import { answerOf, type WorkerAnswer } from './worker-messages.ts';

async function answer(): Promise<WorkerAnswer> {
  try {
    return { kind: 'done', workbook: await dumpWorkbook(workerData as WorkbookTask) };
  } catch (error) {
    return answerOf(error);
  }
}

parentPort?.postMessage(await answer());
