import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkOutput, piecesOf, removeUnfinishedOutputs, writeOutput } from '../../src/cli/output.ts';

const { open: realOpen } = files;
const stdout = new PassThrough();
let folder = '';
const at = (name: string): string => join(folder, name);
const contentOf = (name: string): string => readFileSync(at(name), 'utf8');

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

/** The next call does this instead; further ones stand behind it. What imports the function by its name sees it too. */
function onCall<Name extends 'open' | 'rename' | 'link' | 'chmod'>(name: Name, ...instead: readonly (typeof files)[Name][]): void {
  const spy = vi.spyOn(files, name);
  for (const one of instead) spy.mockImplementationOnce(one as never);
  syncBuiltinESMExports();
}

const refused = (code: string) => () => Promise.reject(fault(code));

/** The n-th call of this method of the opened file fails. */
function failHandle(method: 'writeFile' | 'sync' | 'close', code: string): void {
  onCall('open', async (...arguments_) => {
    const handle = await realOpen(...arguments_);
    const call = handle[method].bind(handle) as () => Promise<void>;
    handle[method] = async () => {
      if (method === 'close') await call();
      throw fault(code);
    };
    return handle;
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-eval-output-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

describe('writeOutput', () => {
  it.each(['a.csv', '-'])('hears of a signal between two pieces, and leaves no half file: %s', async (name) => {
    const stop = new AbortController();
    let made = 0;
    function* pieces(): Generator<Uint8Array> {
      // What a signal does: it is heard once the process comes to look.
      setImmediate(() => stop.abort(new Error('stopped')));
      for (; made < 100; made += 1) yield new Uint8Array(10);
    }
    // A file or device behind the standard output takes everything at once.
    const sink = new Writable({ write: (_piece, _encoding, done) => done() });
    const path = name === '-' ? name : at(name);
    await expect(writeOutput(path, pieces(), { force: false, stdout: sink, signal: stop.signal })).rejects.toThrow('stopped');
    expect([made < 5, readdirSync(folder)]).toEqual([true, []]);
  });

  it('writes text and bytes and leaves nothing beside them', async () => {
    await writeOutput(at('结果 a.csv'), '客户\r\n', { force: false, stdout });
    await writeOutput(at('b.xlsx'), new Uint8Array([0, 255]), { force: false, stdout });
    expect(contentOf('结果 a.csv')).toBe('客户\r\n');
    expect([...readFileSync(at('b.xlsx'))]).toEqual([0, 255]);
    expect(readdirSync(folder).toSorted()).toEqual(['b.xlsx', '结果 a.csv']);
  });

  it('writes long content in pieces', async () => {
    const content = new Uint8Array(10_000_000).map((_, index) => index % 251);
    expect(Array.from(piecesOf(content), (piece) => piece.length)).toEqual([4_194_304, 4_194_304, 1_611_392]);
    await writeOutput(at('a'), content, { force: false, stdout });
    expect(readFileSync(at('a')).equals(content)).toBe(true);
  });

  it('writes each piece before the next one is made, which may be made in its place', async () => {
    function* pieces(): Generator<Uint8Array> {
      const place = new Uint8Array(3);
      for (const value of [1, 2, 3]) yield place.fill(value);
    }
    await writeOutput(at('a'), pieces(), { force: false, stdout });
    expect([...readFileSync(at('a'))]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    const keeping = new PassThrough();
    await writeOutput('-', pieces(), { force: false, stdout: keeping });
    expect([...(keeping.read() as Buffer)]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('leaves the old file where the content cannot be made, whose error is not one of the output', async () => {
    writeFileSync(at('a'), 'old');
    function* broken(): Generator<Uint8Array> {
      yield new Uint8Array(10);
      throw new RangeError('a query yielded Infinity');
    }
    await expect(writeOutput(at('a'), broken(), { force: true, stdout })).rejects.toThrow(RangeError);
    expect(contentOf('a')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('stops between two pieces and leaves the old file and nothing beside it', async () => {
    writeFileSync(at('a'), 'old');
    const controller = new AbortController();
    const options = { force: true, stdout, signal: controller.signal };
    function* stopped(): Generator<Uint8Array> {
      yield new Uint8Array(10);
      controller.abort();
      yield new Uint8Array(10);
    }
    await expect(writeOutput(at('a'), stopped(), options)).rejects.toThrow(/abort/i);
    await expect(writeOutput(at('a'), 'new', options)).rejects.toThrow(/abort/i);
    expect(contentOf('a')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('refuses to replace a file unless forced, and passes its mode on', async () => {
    writeFileSync(at('a'), 'old', { mode: 0o640 });
    await expect(writeOutput(at('a'), 'new', { force: false, stdout })).rejects.toMatchObject({
      code: 'output-exists',
      exit: 'usage',
      fix: { en: expect.stringContaining('--force') },
    });
    expect(contentOf('a')).toBe('old');
    await writeOutput(at('a'), 'new', { force: true, stdout });
    expect(contentOf('a')).toBe('new');
    expect(statSync(at('a')).mode & 0o777).toBe(0o640);
  });

  it('gives a new file the mode of the umask', async () => {
    await writeOutput(at('a'), 'x', { force: false, stdout });
    expect(statSync(at('a')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('keeps a symbolic link and replaces the file it points to', async () => {
    mkdirSync(at('elsewhere'));
    writeFileSync(at('elsewhere/real'), 'old');
    symlinkSync('elsewhere/real', at('link'));
    await writeOutput(at('link'), 'new', { force: true, stdout });
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    expect(contentOf('elsewhere/real')).toBe('new');
  });

  it('does not write through a link that leads nowhere', async () => {
    symlinkSync('nowhere', at('link'));
    await expect(writeOutput(at('link'), 'x', { force: false, stdout })).rejects.toMatchObject({ exit: 'usage', code: 'output-exists' });
    expect(readdirSync(folder)).toEqual(['link']);
  });

  it('writes into a device instead of replacing it', async () => {
    await writeOutput('/dev/null', 'x', { force: false, stdout });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('does not overwrite a file that appeared meanwhile', async () => {
    onCall('chmod', async () => writeFileSync(at('a'), 'of another run'));
    await expect(writeOutput(at('a'), 'x', { force: false, stdout })).rejects.toMatchObject({ code: 'output-exists' });
    expect(contentOf('a')).toBe('of another run');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('renames where the file system has no hard links', async () => {
    onCall('link', refused('EPERM'));
    await writeOutput(at('a'), 'x', { force: false, stdout });
    expect(files.link).toHaveBeenCalledOnce();
    expect(contentOf('a')).toBe('x');
  });

  it('takes a name as long as the file system does', async () => {
    const name = `${'客'.repeat(83)}.csv`;
    await writeOutput(at(name), 'x', { force: false, stdout });
    expect(readdirSync(folder)).toEqual([name]);
  });

  it.each([
    ['no space while writing', () => failHandle('writeFile', 'ENOSPC'), /free some space/],
    ['a disk error while syncing', () => failHandle('sync', 'EIO'), /another place/],
    ['quota at close', () => failHandle('close', 'EDQUOT'), /quota/],
    ['the temporary file cannot be made', () => onCall('open', refused('EACCES')), /right to write/],
    ['the mode cannot be set', () => onCall('chmod', refused('EPERM')), /open in another program/],
    ['the file cannot be renamed', () => onCall('rename', refused('EBUSY')), /open in another program/],
  ])('leaves the old file and nothing else: %s', async (_, breakIt, fix) => {
    writeFileSync(at('a.csv'), 'old');
    breakIt();
    const error: unknown = await writeOutput(at('a.csv'), 'new', { force: true, stdout }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'output-failed',
      exit: 'outputFailed',
      text: { en: expect.stringContaining(at('a.csv')) },
      fix: { en: expect.stringMatching(fix) },
    });
    expect(contentOf('a.csv')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('is done even where the folder cannot be synced', async () => {
    onCall('open', realOpen, refused('EPERM'));
    await writeOutput(at('a'), 'x', { force: false, stdout });
    expect(files.open).toHaveBeenCalledTimes(2);
    expect(contentOf('a')).toBe('x');
  });

  it.skipIf(process.getuid?.() === 0)('says so where the folder is not writable', async () => {
    chmodSync(folder, 0o500);
    await expect(writeOutput(at('a'), 'x', { force: false, stdout })).rejects.toMatchObject({ exit: 'outputFailed' });
    chmodSync(folder, 0o700);
  });
});

describe('checkOutput', () => {
  it('refuses before any work what could not be written, and creates nothing', async () => {
    writeFileSync(at('file'), '');
    await expect(checkOutput(at('file'), { force: false })).rejects.toMatchObject({ code: 'output-exists', exit: 'usage' });
    await expect(checkOutput(folder, { force: true })).rejects.toMatchObject({ code: 'output-is-folder', exit: 'usage' });
    await expect(checkOutput(at('missing/a'), { force: false })).rejects.toMatchObject({
      code: 'output-failed',
      exit: 'outputFailed',
      fix: { en: expect.stringContaining('create the folder') },
    });
    await expect(checkOutput(at('file/a'), { force: false })).rejects.toMatchObject({ code: 'output-failed', exit: 'outputFailed' });
    await checkOutput(at('new'), { force: false });
    await checkOutput(at('file'), { force: true });
    await checkOutput('-', { force: false });
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

describe('removeUnfinishedOutputs', () => {
  it('removes the temporary file of a write that is under way', async () => {
    let seen: string[] = [];
    onCall('chmod', async () => {
      seen = readdirSync(folder);
      removeUnfinishedOutputs();
    });
    await expect(writeOutput(at('a.csv'), 'x', { force: false, stdout })).rejects.toMatchObject({ code: 'output-failed' });
    expect(seen).toEqual([expect.stringMatching(/^\.a\.csv\.\d+\.[0-9a-f]{12}\.tmp$/)]);
    expect(existsSync(at('a.csv'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writing to stdout', () => {
  const failing = (code: string): Writable => new Writable({ write: (_chunk, _encoding, done) => done(fault(code)) });

  it('waits until everything is handed over', async () => {
    const chunks: Buffer[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => void setTimeout(() => (chunks.push(chunk), done()), 20),
    });
    await writeOutput('-', '客户', { force: false, stdout: slow });
    expect(Buffer.concat(chunks).toString()).toBe('客户');
  });

  it('ends quietly where the reader has gone away', async () => {
    await expect(writeOutput('-', 'x', { force: false, stdout: failing('EPIPE') })).resolves.toBeUndefined();
  });

  it('reports any other error', async () => {
    await expect(writeOutput('-', 'x', { force: false, stdout: failing('ENOSPC') })).rejects.toMatchObject({
      exit: 'outputFailed',
      text: { en: expect.stringContaining('stdout') },
    });
  });
});
