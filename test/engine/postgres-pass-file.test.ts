import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passwordFromFile } from '../../src/engine/postgres-pass-file.ts';

const server = { host: 'db.example.com', port: 5432, user: 'ann', database: 'sales' };

describe('the pass file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crm-eval-pass-'));
    path = join(folder, '.pgpass');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lookUp = (lines: readonly string[], about = server, mode = 0o600): ReturnType<typeof passwordFromFile> => {
    writeFileSync(path, lines.join('\n'), { mode });
    return passwordFromFile(about, { PGPASSFILE: path });
  };

  it.each([
    ['db.example.com:5432:sales:ann:secret', 'secret'],
    ['*:*:*:*:secret', 'secret'],
    ['db.example.com:5432:sales:ann:se\\:cr\\\\et', 'se:cr\\et'],
    ['db.example.com:5432:sales:ann:trailing ', 'trailing '],
    ['db.example.com:5432:sales:ann:secret\r', 'secret'],
  ])('%s gives the password', async (line, password) => {
    expect(await lookUp(['# a comment', '', 'too:few', line, '*:*:*:*:later'])).toEqual({ password });
  });

  it.each([
    'other:5432:sales:ann:x',
    'db.example.com:1:sales:ann:x',
    'db.example.com:5432:sales:bob:x',
    'db.example.com:5432:hr:ann:x',
    '#*:*:*:*:x',
  ])('%s is about another server', async (line) => {
    expect(await lookUp([line])).toEqual({ path, problem: 'no-line' });
  });

  it('means a Unix socket by localhost too', async () => {
    expect(await lookUp(['localhost:5432:sales:ann:secret'], { ...server, host: '/var/run/postgresql' })).toEqual({ password: 'secret' });
    expect(await lookUp(['localhost:5432:sales:ann:secret'])).toEqual({ path, problem: 'no-line' });
  });

  it('may name hosts with colons', async () => {
    expect(await lookUp(['\\:\\:1:5432:sales:ann:secret'], { ...server, host: '::1' })).toEqual({ password: 'secret' });
  });

  it.runIf(process.platform !== 'win32')('is not used where others may read it', async () => {
    expect(await lookUp(['*:*:*:*:secret'], server, 0o640)).toEqual({ path, problem: 'open-to-others' });
  });

  it('lies at home where PGPASSFILE names no other, and may be absent', async () => {
    expect(await passwordFromFile(server, { HOME: folder })).toEqual({ path, problem: 'absent' });
    writeFileSync(path, '*:*:*:*:secret', { mode: 0o600 });
    expect(await passwordFromFile(server, { HOME: folder })).toEqual({ password: 'secret' });
    expect(await passwordFromFile(server, { PGPASSFILE: folder })).toEqual({ path: folder, problem: 'absent' });
  });
});
