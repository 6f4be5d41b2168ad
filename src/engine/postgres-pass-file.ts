import { readFile, stat } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import type { Environment, ServerName } from './postgres-address.ts';

/** The password of the pass file; or why there is none. */
export type PassFileAnswer =
  | { readonly password: string }
  | { readonly path: string; readonly problem: 'absent' | 'open-to-others' | 'no-line' };

/**
 * Looks the server up in PGPASSFILE, else ~/.pgpass (%APPDATA%\postgresql\pgpass.conf on Windows): lines `host:port:database:user:password`,
 * `*` for any, `\` before `:` and `\`, the first that fits. As with psql, a file that others may read is not used, and `localhost` also
 * stands for a Unix socket. Source: PostgreSQL documentation, "The Password File".
 */
export async function passwordFromFile(server: ServerName, environment: Environment): Promise<PassFileAnswer> {
  const windows = platform() === 'win32';
  const path = environment['PGPASSFILE'] || usualPath(environment, windows);
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) return { path, problem: 'absent' };
  if (!windows && (file.mode & 0o077) !== 0) return { path, problem: 'open-to-others' };
  const text = await readFile(path, 'utf8').catch(() => '');
  for (const line of text.split(/\r?\n/)) {
    const fields = line.startsWith('#') ? [] : fieldsOf(line);
    if (fields.length >= 5 && fits(fields, server)) return { password: fields[4]! };
  }
  return { path, problem: 'no-line' };
}

function usualPath(environment: Environment, windows: boolean): string {
  return windows
    ? join(environment['APPDATA'] || homedir(), 'postgresql', 'pgpass.conf')
    : join(environment['HOME'] || homedir(), '.pgpass');
}

/** The fields between colons that no backslash precedes. */
function fieldsOf(line: string): string[] {
  const fields = [''];
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]!;
    if (character === '\\' && index + 1 < line.length) {
      index += 1;
      fields[fields.length - 1] += line[index]!;
    } else if (character === ':') fields.push('');
    else fields[fields.length - 1] += character;
  }
  return fields;
}

function fits(fields: readonly string[], server: ServerName): boolean {
  const hosts = server.host.startsWith('/') ? [server.host, 'localhost'] : [server.host];
  const wanted = [hosts, [String(server.port)], [server.database], [server.user]];
  return wanted.every((values, index) => fields[index] === '*' || values.includes(fields[index]!));
}
