import type { ErrorCode } from '../codes.ts';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';

/** The first bytes of a file, and whether they are all of it. */
export interface FileHead {
  readonly bytes: Buffer;
  readonly size: number;
  readonly complete: boolean;
}

/** Bytes looked at before anything is decided. */
const headSize = 1024 * 1024;

/** Reads the beginning of a regular file. Throws a CrmEvalError, which calls the file `name`, for what is not one and for an empty one. */
export async function readHead(path: string, name: string = path): Promise<FileHead> {
  const handle = await openFile(path, name);
  try {
    const status = await handle.stat();
    if (status.isDirectory()) {
      throw unreadable(
        'file-is-folder',
        { en: `${name} is a folder`, 'zh-CN': `${name} 是一个文件夹` },
        { en: 'name the files in it', 'zh-CN': '请指定其中的文件' },
      );
    }
    if (!status.isFile()) {
      throw unreadable(
        'file-not-regular',
        { en: `${name} is a pipe or a device, not a file`, 'zh-CN': `${name} 是管道或设备，不是普通文件` },
        { en: 'save it to a file, or pass it on standard input and name it -', 'zh-CN': '请先保存为文件，或通过标准输入传入并以 - 表示' },
      );
    }
    if (status.size === 0) {
      throw unreadable(
        'file-empty',
        { en: `${name} is empty (0 bytes)`, 'zh-CN': `${name} 是空文件（0 字节）` },
        { en: 'export it again', 'zh-CN': '请重新导出' },
      );
    }
    return { bytes: await readBytes(handle, 0, Math.min(status.size, headSize)), size: status.size, complete: status.size <= headSize };
  } finally {
    await handle.close();
  }
}

/** The last bytes of a file; fewer where it is shorter. */
export async function readTail(path: string, length: number): Promise<Buffer> {
  const handle = await openFile(path);
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - length);
    return await readBytes(handle, from, size - from);
  } finally {
    await handle.close();
  }
}

/** Without waiting: opening a pipe that nobody writes to would never return. */
async function openFile(path: string, name: string = path): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw openFailure(name, cause);
  }
}

async function readBytes(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function openFailure(path: string, cause: unknown): CrmEvalError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return unreadable(
      'file-missing',
      { en: `${path} does not exist`, 'zh-CN': `找不到文件 ${path}` },
      { en: 'check the path', 'zh-CN': '请检查路径' },
      cause,
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return unreadable(
      'file-forbidden',
      { en: `${path} may not be read`, 'zh-CN': `没有读取 ${path} 的权限` },
      { en: 'ask its owner for read permission', 'zh-CN': '请向文件所有者申请读取权限' },
      cause,
    );
  }
  return unreadable(
    'file-unreadable',
    { en: `${path} cannot be opened (${code})`, 'zh-CN': `无法打开 ${path}（${code}）` },
    { en: 'copy it to a local folder and try again', 'zh-CN': '请复制到本地文件夹后重试' },
    cause,
  );
}

/** An error of exit 3: the input cannot be read. */
export function unreadable(code: ErrorCode, text: Localized, fix: Localized, cause?: unknown): CrmEvalError {
  return new CrmEvalError(code, 'inputUnreadable', text, cause === undefined ? { fix } : { fix, cause });
}
