import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Puts certificates into a folder: an authority (ca), a server of the name localhost (server), a user named certified (client), each as
 * NAME.crt and NAME.key; and an authority that vouches for none of them (other).
 */
export function makeCertificates(folder: string): void {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650'];
  for (const name of ['ca', 'other']) {
    openssl('req', '-x509', ...key, '-subj', `/CN=crm-eval test ${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`);
  }
  for (const [name, subject, ...extension] of [
    ['server', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ['client', '/CN=certified'],
  ] as const) {
    openssl(
      'req',
      '-x509',
      ...key,
      '-subj',
      subject,
      ...extension,
      '-CA',
      'ca.crt',
      '-CAkey',
      'ca.key',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    );
  }
}

/** Lines of postgresql.conf that turn TLS on with these certificates in the folder above the data. */
export const tlsSettings = [
  'ssl = on',
  `ssl_cert_file = '${join('..', 'server.crt')}'`,
  `ssl_key_file = '${join('..', 'server.key')}'`,
  `ssl_ca_file = '${join('..', 'ca.crt')}'`,
];
