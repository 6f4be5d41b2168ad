import type { ErrorCode } from '../codes.ts';
import { CrmEvalError, type ExitName } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import type { ServerName } from './postgres-address.ts';
import type { PassFileAnswer } from './postgres-pass-file.ts';

/** How long a server may take to answer, in seconds. */
export const connectSeconds = 10;

/** Whom an error is about, and how it exits. */
export interface Concern {
  readonly server: ServerName;
  readonly failure: ExitName;
}

/** `ann@db.example.com:5432/sales`: all that a message says of a server. */
export function serverLabel({ user, host, port, database }: ServerName): string {
  return `${user}@${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;
}

/** Why no connection came about, in the words of the tool; what nobody has met yet is `database-unreachable` too. */
export function loginError(error: unknown, concern: Concern): CrmEvalError {
  if (error instanceof CrmEvalError) return error;
  const { code, message } = described(error);
  const sayings = bySqlState.get(code) ?? bySystemCode.get(code) ?? byMessage.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  const { id, text, fix } = (sayings ?? unreachable)(concern.server, message);
  return new CrmEvalError(id, concern.failure, text, { fix, cause: error });
}

/** The server asks for a password, and there is none. */
export function passwordMissing(answer: Exclude<PassFileAnswer, { password: string }>, { server, failure }: Concern): CrmEvalError {
  const ignored = answer.problem === 'open-to-others';
  return new CrmEvalError(
    'database-password-missing',
    failure,
    { en: `${serverLabel(server)} asks for a password, and none is given`, 'zh-CN': `${serverLabel(server)} 需要密码，但未提供` },
    {
      fix: ignored
        ? {
            en: `the pass file ${answer.path} is not used, since others may read it: chmod 600 it`,
            'zh-CN': `密码文件 ${answer.path} 对其他用户可读，因此未使用：请执行 chmod 600`,
          }
        : {
            en: `set PGPASSWORD, or add a line host:port:database:user:password to ${answer.path} (chmod 600)`,
            'zh-CN': `请设置 PGPASSWORD，或在 ${answer.path} 中添加一行 主机:端口:数据库:用户:密码（权限 600）`,
          },
    },
  );
}

function described(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  // Where a name has several addresses, each has an error of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : '';
  return { code, message: first instanceof Error ? first.message : error.message };
}

type Saying = (server: ServerName, message: string) => { id: ErrorCode; text: Localized; fix: Localized };

const unreachable: Saying = (server, message) => ({
  id: 'database-unreachable',
  text: { en: `cannot reach ${serverLabel(server)}: ${message}`, 'zh-CN': `无法连接 ${serverLabel(server)}：${message}` },
  fix: {
    en: 'check that the server runs, that host and port are right, and that no firewall is in between',
    'zh-CN': '请确认服务器已启动、主机和端口正确，且没有被防火墙拦截',
  },
});

const timedOut: Saying = (server) => ({
  ...unreachable(server, ''),
  text: {
    en: `${serverLabel(server)} does not answer within ${connectSeconds} s`,
    'zh-CN': `${serverLabel(server)} 在 ${connectSeconds} 秒内没有响应`,
  },
});

const hostUnknown: Saying = (server) => ({
  id: 'database-host-unknown',
  text: { en: `the host ${server.host} is not known`, 'zh-CN': `找不到主机 ${server.host}` },
  fix: { en: 'check the name in the database URL, and the network (VPN, DNS)', 'zh-CN': '请检查数据库 URL 中的主机名以及网络（VPN、DNS）' },
});

const refusedLogin: Saying = (server, message) => ({
  id: 'database-refused-login',
  text: { en: `${serverLabel(server)} refuses the login: ${message}`, 'zh-CN': `${serverLabel(server)} 拒绝登录：${message}` },
  fix: /no encryption/.test(message)
    ? {
        en: 'try sslmode=require; else the administrator must allow this user from this machine in pg_hba.conf',
        'zh-CN': '请尝试 sslmode=require；否则需管理员在 pg_hba.conf 中允许该用户从本机登录',
      }
    : {
        en: 'check user and password (PGPASSWORD, the pass file or the URL); pg_hba.conf of the server must allow this user from this machine',
        'zh-CN': '请检查用户名和密码（PGPASSWORD、密码文件或 URL）；服务器的 pg_hba.conf 也须允许该用户从本机登录',
      },
});

const databaseMissing: Saying = (server) => ({
  id: 'database-missing',
  text: {
    en: `there is no database ${server.database} on ${server.host}:${server.port}`,
    'zh-CN': `${server.host}:${server.port} 上没有数据库 ${server.database}`,
  },
  fix: { en: 'check the name after the last / of the URL, or create the database', 'zh-CN': '请检查 URL 末尾的数据库名，或先创建该数据库' },
});

const busy: Saying = (server) => ({
  id: 'database-busy',
  text: { en: `${serverLabel(server)} takes no more connections`, 'zh-CN': `${serverLabel(server)} 的连接数已满` },
  fix: {
    en: 'try again later, or let the administrator raise max_connections or the limit of the user',
    'zh-CN': '请稍后再试，或请管理员调高 max_connections 或该用户的连接上限',
  },
});

const notReady: Saying = (server, message) => ({
  id: 'database-not-ready',
  text: { en: `${serverLabel(server)} is not ready: ${message}`, 'zh-CN': `${serverLabel(server)} 尚未就绪：${message}` },
  fix: { en: 'try again in a minute', 'zh-CN': '请稍等一分钟再试' },
});

const noTls: Saying = (server) => ({
  id: 'database-tls-unavailable',
  text: { en: `${serverLabel(server)} offers no encrypted connection`, 'zh-CN': `${serverLabel(server)} 不支持加密连接` },
  fix: {
    en: 'use sslmode=prefer or sslmode=disable where the network is trusted, or turn ssl on in the server',
    'zh-CN': '如网络可信，可用 sslmode=prefer 或 sslmode=disable；否则请在服务器上启用 ssl',
  },
});

const certificateRefused: Saying = (server, message) => ({
  id: 'database-certificate-refused',
  text: {
    en: `the certificate of ${server.host}:${server.port} is not trusted: ${message}`,
    'zh-CN': `${server.host}:${server.port} 的证书不受信任：${message}`,
  },
  fix: {
    en: 'name the certificate of its authority with sslrootcert=FILE and use the host name that the certificate names; sslmode=require encrypts without this check',
    'zh-CN': '请用 sslrootcert=文件 指定其 CA 根证书，并使用证书中的主机名；sslmode=require 只加密、不校验证书',
  },
});

const tlsFailed: Saying = (server, message) => ({
  id: 'database-tls-failed',
  text: {
    en: `no encrypted connection to ${server.host}:${server.port} came about: ${message}`,
    'zh-CN': `无法与 ${server.host}:${server.port} 建立加密连接：${message}`,
  },
  fix: {
    en: 'check sslcert and sslkey, and which versions of TLS the server allows',
    'zh-CN': '请检查 sslcert 和 sslkey，以及服务器允许的 TLS 版本',
  },
});

const bySqlState = new Map<string, Saying>([
  ['28P01', refusedLogin],
  ['28000', refusedLogin],
  ['3D000', databaseMissing],
  ['53300', busy],
  ['57P03', notReady],
  ['57P01', notReady],
  ['57P02', notReady],
]);

const bySystemCode = new Map<string, Saying>([
  ['ENOTFOUND', hostUnknown],
  ['EAI_AGAIN', hostUnknown],
  ['ETIMEDOUT', timedOut],
]);

const byMessage: readonly (readonly [RegExp, Saying])[] = [
  [/timeout expired/, timedOut],
  [/does not support SSL/, noTls],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, certificateRefused],
  [/SSL|TLS|EPROTO|PEM|key values mismatch/, tlsFailed],
  [/SASL|password/, refusedLogin],
];
