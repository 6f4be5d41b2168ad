import { open, readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CrmEvalError } from '../../errors.ts';
import { visible } from '../../report/visible.ts';
import { errorCode } from '../error-code.ts';
import { writing } from '../output-errors.ts';
import { isAlive, startOf } from '../process-alive.ts';

/** Who holds a folder: all of it is in the name of a file, so that it can be read at any moment. */
interface Ticket {
  readonly name: string;
  readonly pid: number;
  /** When the process began, in ticks of its system; '0' where the system does not say: a number may be given to another process later. */
  readonly started: string;
  readonly host: string;
}

const form = /^\.crm-eval-(\d+)-(\d+)-([\w.-]*)\.lock$/;

/** The ticket of a run on another machine is touched so often; one that was not for ten times as long is of a run that is no more. */
const beatMs = 60_000;
const silentMs = 10 * beatMs;

/** Two runs that begin in the same instant see each other and both step back; so often they try again. */
const tries = 4;

/**
 * Works while no other run of crm-eval writes into the folder: one that comes meanwhile ends with `output-locked`. A run writes its ticket
 * before it looks for those of others, so of two at least one sees the other; tickets of dead processes are removed, and have names of
 * their own, so that nobody else's goes with them.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = `.crm-eval-${process.pid}-${await startOf(process.pid)}-${host()}.lock`;
  const path = join(folder, name);
  await writing(folder, () => take(folder, name));
  const beat = setInterval(() => void touch(path).catch(() => {}), beatMs);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await unlink(path).catch(() => {});
  }
}

async function take(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  for (let left = tries - 1; ; left -= 1) {
    await touch(path);
    const other = await holder(folder, name);
    if (other === null) return;
    await unlink(path).catch(() => {});
    if (left === 0) throw locked(folder, other);
    // Of different length, so that of several one is first.
    await pause(50 + (process.pid % 7) * 40);
  }
}

/** A byte is written, so that the time is that of the disk and not of this machine. */
async function touch(path: string): Promise<void> {
  const handle = await open(path, 'w', 0o644);
  try {
    await handle.write(' ');
  } finally {
    await handle.close();
  }
}

async function holder(folder: string, own: string): Promise<Ticket | null> {
  const now = (await stat(join(folder, own))).mtimeMs;
  for (const name of await readdir(folder)) {
    const ticket = name === own ? null : ticketOf(name);
    if (ticket === null) continue;
    if (await isHeld(join(folder, name), ticket, now)) return ticket;
    await unlink(join(folder, name)).catch(() => {});
  }
  return null;
}

function ticketOf(name: string): Ticket | null {
  const [, pid, started, of] = form.exec(name) ?? [];
  return pid === undefined || started === undefined || of === undefined ? null : { name, pid: Number(pid), started, host: of };
}

async function isHeld(path: string, { pid, started, host: of }: Ticket, now: number): Promise<boolean> {
  if (of === host()) return isAlive(pid) && ['0', await startOf(pid)].includes(started);
  try {
    return now - (await stat(path)).mtimeMs < silentMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function host(): string {
  return hostname()
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 64);
}

function locked(folder: string, { name, pid, host: of }: Ticket): CrmEvalError {
  const [where, file] = [visible(folder), visible(join(folder, name))];
  return new CrmEvalError(
    'output-locked',
    'locked',
    {
      en: `another run writes into ${where} (process ${pid} on ${of})`,
      'zh-CN': `另一个运行正在写入 ${where}（${of} 上的进程 ${pid}）`,
    },
    {
      fix: {
        en: `wait until it is over; if there is no such process, delete ${file}`,
        'zh-CN': `请等它结束；如该进程已不存在，请删除 ${file}`,
      },
    },
  );
}
