import { userInfo } from 'node:os';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { nearest } from '../lib/nearest.ts';

/** Variables of the environment, `PG*` among them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What may be said of a server in a message: no password. */
export interface ServerName {
  /** A name, an address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export const tlsModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

export type TlsMode = (typeof tlsModes)[number];

/** How a connection is encrypted; the files are paths, null where none was named. */
export interface TlsSettings {
  readonly mode: TlsMode;
  readonly rootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

export interface Address {
  readonly server: ServerName;
  /** Null where neither the URL nor PGPASSWORD gives one: then the pass file is asked. */
  readonly password: string | null;
  readonly tls: TlsSettings;
  /** Settings for the session, as libpq's `options`. */
  readonly options: string | null;
}

/** Names of libpq that mean something here. */
const used = new Set(['host', 'port', 'user', 'password', 'dbname', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'options']);

/** Names of libpq that often stand in a copied URL, and that change nothing here. */
const ignored = new Set([
  'application_name',
  'channel_binding',
  'client_encoding',
  'connect_timeout',
  'gssencmode',
  'target_session_attrs',
]);

/**
 * Where a postgres:// or postgresql:// URL leads, its gaps filled from the PG* variables, then as psql fills them (but for the host, which is
 * localhost). No message repeats any part of the URL that could belong to a password. Throws `database-url-invalid`.
 */
export function parseAddress(url: string, environment: Environment): Address {
  const { parts, parameters } = split(url);
  const given = (parameter: string, part: string, variable: string): string | null =>
    parameters.get(parameter) || part || environment[variable] || null;
  const user = given('user', parts.user, 'PGUSER') ?? accountName();
  return {
    server: {
      host: given('host', parts.host, 'PGHOST') ?? 'localhost',
      port: portOf(given('port', parts.port, 'PGPORT') ?? '5432'),
      user,
      database: given('dbname', parts.database, 'PGDATABASE') ?? user,
    },
    password: given('password', parts.password, 'PGPASSWORD'),
    tls: {
      mode: tlsModeOf(given('sslmode', '', 'PGSSLMODE') ?? 'prefer'),
      rootCertificate: given('sslrootcert', '', 'PGSSLROOTCERT'),
      certificate: given('sslcert', '', 'PGSSLCERT'),
      key: given('sslkey', '', 'PGSSLKEY'),
    },
    options: given('options', '', 'PGOPTIONS'),
  };
}

/** Empty where the system knows no name, as in some containers: then the server says that one is missing. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

interface Parts {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

function split(url: string): { parts: Parts; parameters: Map<string, string> } {
  const scheme = /^postgres(?:ql)?:\/\//.exec(url)?.[0];
  if (scheme === undefined) throw invalid({ en: 'it must begin with postgres://', 'zh-CN': '必须以 postgres:// 开头' });
  const { authority, path, query } = cut(url.slice(scheme.length));
  const at = authority.lastIndexOf('@');
  const [user, password] = halves(authority.slice(0, Math.max(at, 0)), ':');
  const [host, port] = hostAndPort(authority.slice(at + 1));
  const parameters = new Map<string, string>();
  for (const pair of query === '' ? [] : query.split('&')) {
    const [name, value] = halves(pair, '=');
    parameters.set(parameterName(decoded(name)), decoded(value));
  }
  const parts = { host: decoded(host), port, user: decoded(user), password: decoded(password), database: decoded(path) };
  if (parts.host.includes(',')) throw invalid({ en: 'it names several hosts; name one', 'zh-CN': '只能写一个主机' });
  return { parts, parameters };
}

/** An `@`, `/`, `?` or `#` that stands in a password as it is would move the borders: then a part of the password would be taken for a host or a path. */
function cut(rest: string): { authority: string; path: string; query: string } {
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const after = rest.slice(authority.length);
  const [beforeQuery, query] = halves(after, '?');
  const path = beforeQuery.replace(/^\//, '');
  if (after.includes('@') || after.includes('#') || path.includes('/')) throw invalid(unencoded);
  return { authority, path, query };
}

const unencoded: Localized = {
  en: 'a special character in it is not percent-encoded',
  'zh-CN': '其中有特殊字符没有做百分号编码',
};

function hostAndPort(text: string): [host: string, port: string] {
  const parts = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]*)(?::(\d*))?$/.exec(text);
  if (parts === null) throw invalid({ en: 'the host or the port is not well-formed', 'zh-CN': '主机或端口格式不正确' });
  return [parts[1]!.replace(/^\[|\]$/g, ''), parts[2] ?? ''];
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw invalid({ en: 'the port must be a number from 1 to 65535', 'zh-CN': '端口必须是 1 到 65535 之间的数字' });
}

function tlsModeOf(text: string): TlsMode {
  const mode = tlsModes.find((one) => one === text);
  if (mode !== undefined) return mode;
  throw invalid({ en: `sslmode must be one of ${tlsModes.join(', ')}`, 'zh-CN': `sslmode 只能是 ${tlsModes.join('、')}` });
}

function parameterName(name: string): string {
  if (used.has(name) || ignored.has(name)) return name;
  const meant = nearest(name, used);
  throw invalid({
    en: `a parameter after ? is not known${meant === null ? '' : ` (is ${meant} meant?)`}; known are ${[...used].join(', ')}`,
    'zh-CN': `? 之后有不认识的参数${meant === null ? '' : `（是不是 ${meant}？）`}；可用参数：${[...used].join('、')}`,
  });
}

function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    if (!plain.includes('\0')) return plain;
  } catch {
    // Nothing of the text may be repeated, so the cause is left out too.
  }
  throw invalid(unencoded);
}

function halves(text: string, separator: string): [before: string, after: string] {
  const index = text.indexOf(separator);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + separator.length)];
}

function invalid(reason: Localized): CrmEvalError {
  return new CrmEvalError(
    'database-url-invalid',
    'usage',
    { en: `the database URL cannot be read: ${reason.en}`, 'zh-CN': `数据库 URL 无法识别：${reason['zh-CN']}` },
    {
      fix: {
        en: 'write postgres://USER@HOST:PORT/DATABASE with the password in PGPASSWORD or a pass file; inside of the URL write @ as %40, : as %3A, / as %2F',
        'zh-CN':
          '请写成 postgres://用户@主机:端口/数据库，密码放在 PGPASSWORD 或密码文件中；如写在 URL 里，@ 要写成 %40，: 写成 %3A，/ 写成 %2F',
      },
    },
  );
}
