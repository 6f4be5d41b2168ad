import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { CrmEvalError } from '../errors.ts';
import type { Environment, TlsMode, TlsSettings } from './postgres-address.ts';

/** How to open a connection: `false` is plain, else the options of TLS. */
export type Encryption = false | ConnectionOptions;

/**
 * The ways to connect, in the order in which they are tried, as users of psql know them:
 * disable: plain. allow: plain, else TLS. prefer (the default): TLS, else plain; both without a look at the certificate. require: TLS; the
 * certificate is checked only where a root certificate is given. verify-ca: TLS with a certificate that the root certificate vouches for.
 * verify-full: that, and it must name the host; without a root certificate the well-known authorities that Node brings count.
 * Certificates come from sslrootcert, sslcert and sslkey, or from the files that psql uses: root.crt, postgresql.crt and postgresql.key
 * in ~/.postgresql. A Unix socket is never encrypted.
 * Throws `database-certificate-unreadable`.
 */
export function encryptionsOf(host: string, tls: TlsSettings, environment: Environment): readonly Encryption[] {
  if (host.startsWith('/') || tls.mode === 'disable') return [false];
  const own = certificates(tls, environment);
  const unchecked: ConnectionOptions = { ...own, rejectUnauthorized: false };
  if (tls.mode === 'allow') return [false, unchecked];
  if (tls.mode === 'prefer') return [unchecked, false];
  const root = rootCertificate(tls, environment);
  if (root === null && tls.mode === 'require' && tls.rootCertificate === null) return [unchecked];
  if (root === null && tls.mode !== 'verify-full') throw noRoot(tls.mode);
  const checked: ConnectionOptions = { ...own, rejectUnauthorized: true, ...(root === null ? {} : { ca: root }) };
  return [tls.mode === 'verify-full' ? checked : { ...checked, checkServerIdentity: () => undefined }];
}

/** PEM text; null where none is named and none lies in the usual place. `system` stands for the authorities that Node brings. */
function rootCertificate(tls: TlsSettings, environment: Environment): string | null {
  if (tls.rootCertificate === 'system') return null;
  return pemOf('sslrootcert', tls.rootCertificate, usual('root.crt', environment));
}

function certificates(tls: TlsSettings, environment: Environment): { cert: string; key: string } | Record<string, never> {
  const cert = pemOf('sslcert', tls.certificate, usual('postgresql.crt', environment));
  const key = cert === null ? null : pemOf('sslkey', tls.key, usual('postgresql.key', environment));
  return cert === null || key === null ? {} : { cert, key };
}

function usual(name: string, environment: Environment): string {
  return join(environment['HOME'] || homedir(), '.postgresql', name);
}

function pemOf(parameter: string, named: string | null, otherwise: string): string | null {
  const path = named ?? (existsSync(otherwise) ? otherwise : null);
  if (path === null) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CrmEvalError(
      'database-certificate-unreadable',
      'usage',
      { en: `${parameter}: cannot read ${path}`, 'zh-CN': `${parameter}：无法读取 ${path}` },
      { fix: { en: 'correct the path, or make the file readable for you', 'zh-CN': '请检查路径，或确认你有读取权限' }, cause },
    );
  }
}

function noRoot(mode: TlsMode): CrmEvalError {
  return new CrmEvalError(
    'database-certificate-unreadable',
    'usage',
    { en: `sslmode=${mode} needs the certificate of the authority`, 'zh-CN': `sslmode=${mode} 需要 CA 根证书` },
    {
      fix: {
        en: 'name it with sslrootcert=FILE, or use sslmode=verify-full, which checks the name of the host too',
        'zh-CN': '请用 sslrootcert=文件 指定，或改用 sslmode=verify-full（同时校验主机名）',
      },
    },
  );
}
