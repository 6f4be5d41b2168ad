import fc from 'fast-check';
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/engine/postgres-address.ts';
import { CrmEvalError } from '../../src/errors.ts';

const user = userInfo().username;

function failure(url: string, environment = {}): CrmEvalError {
  try {
    parseAddress(url, environment);
  } catch (error) {
    if (error instanceof CrmEvalError) return error;
    throw error;
  }
  throw new Error(`${url} was taken`);
}

describe('a database URL', () => {
  it.each([
    ['postgres://ann@db.example.com:5433/sales', { host: 'db.example.com', port: 5433, user: 'ann', database: 'sales' }, null],
    ['postgresql://ann:secret@db/sales', { host: 'db', port: 5432, user: 'ann', database: 'sales' }, 'secret'],
    ['postgres://ann:p%40s%2Fs%3A%25@db/sales', { host: 'db', port: 5432, user: 'ann', database: 'sales' }, 'p@s/s:%'],
    ['postgres://ann:a@b:c@db/sales', { host: 'db', port: 5432, user: 'ann', database: 'sales' }, 'a@b:c'],
    ['postgres://', { host: 'localhost', port: 5432, user, database: user }, null],
    ['postgres:///sales', { host: 'localhost', port: 5432, user, database: 'sales' }, null],
    ['postgres://ann@/sales', { host: 'localhost', port: 5432, user: 'ann', database: 'sales' }, null],
    ['postgres://ann@db', { host: 'db', port: 5432, user: 'ann', database: 'ann' }, null],
    ['postgres://[::1]:5433/sales', { host: '::1', port: 5433, user, database: 'sales' }, null],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/sales', { host: '/var/run/postgresql', port: 5432, user, database: 'sales' }, null],
    ['postgres:///sales?host=/tmp&port=6000&user=%E5%BC%A0', { host: '/tmp', port: 6000, user: '张', database: 'sales' }, null],
    ['postgres://db/%E9%94%80%E5%94%AE', { host: 'db', port: 5432, user, database: '销售' }, null],
    ['postgres://db?dbname=sales&application_name=x', { host: 'db', port: 5432, user, database: 'sales' }, null],
  ])('%s is read', (url, server, password) => {
    expect(parseAddress(url, {})).toMatchObject({ server, password });
  });

  it('is filled up from the PG variables, which it overrides', () => {
    const environment = {
      PGHOST: 'h',
      PGPORT: '6543',
      PGUSER: 'u',
      PGPASSWORD: 'p',
      PGDATABASE: 'd',
      PGSSLMODE: 'require',
      PGOPTIONS: '-c x=1',
    };
    expect(parseAddress('postgres://', environment)).toMatchObject({
      server: { host: 'h', port: 6543, user: 'u', database: 'd' },
      password: 'p',
      tls: { mode: 'require' },
      options: '-c x=1',
    });
    expect(parseAddress('postgres://a:b@c:1/e?sslmode=disable', environment)).toMatchObject({
      server: { host: 'c', port: 1, user: 'a', database: 'e' },
      password: 'b',
      tls: { mode: 'disable' },
    });
  });

  it('prefers TLS, and takes the modes and files of libpq', () => {
    expect(parseAddress('postgres://db', {}).tls).toEqual({ mode: 'prefer', rootCertificate: null, certificate: null, key: null });
    expect(parseAddress('postgres://db?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem', {}).tls).toEqual({
      mode: 'verify-full',
      rootCertificate: '/ca.pem',
      certificate: '/c.pem',
      key: '/k.pem',
    });
  });

  it.each([
    'mysql://ann:secret@db/sales',
    'ann:secret@db',
    'postgres://ann:secret#@db/sales',
    'postgres://ann:5432/secret@db/sales',
    'postgres://ann:5432?secret@db/sales',
    'postgres://ann:5432#secret@db',
    'postgres://ann:5432/secret#',
    'postgres://ann:secret%@db/sales',
    'postgres://ann:secret%zz@db/sales',
    'postgres://ann:secret%00@db/sales',
    'postgres://ann:secret@db:port/sales',
    'postgres://ann:secret@db:70000/sales',
    'postgres://ann:secret@db:0/sales',
    'postgres://ann:secret@[::1/sales',
    'postgres://ann:secret@db1,db2/sales',
    'postgres://ann:secret@db/sales/more',
    'postgres://ann:secret@db/sales?sslmode=secret',
    'postgres://ann:secret@db/sales?secret=1',
  ])('%s is refused as a mistake in usage, and no part of it is repeated', (url) => {
    const error = failure(url);
    expect(error).toMatchObject({ code: 'database-url-invalid', exit: 'usage' });
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify([error.message, error.stack, error.text, error.fix])).not.toMatch(/secret|ann\b/);
  });

  it('names the parameter that may have been meant', () => {
    expect(failure('postgres://db?sslmod=verify-full').text.en).toContain('sslmode');
    expect(failure('postgres://db', { PGSSLMODE: 'verify' }).text.en).toContain('verify-full');
  });

  it('is read as it was written, whatever user, password and database are made of', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(text, text, text, (name, password, database) => {
        const url = `postgres://${encodeURIComponent(name)}:${encodeURIComponent(password)}@db:1/${encodeURIComponent(database)}`;
        expect(parseAddress(url, {})).toMatchObject({ server: { host: 'db', port: 1, user: name, database }, password });
      }),
    );
  });

  it('never takes a part of a password for anything else, encoded or not, and never repeats it', () => {
    const characters = fc.constantFrom('z', '1', '@', ':', '/', '?', '#', '%', '&', '=', ' ', '[');
    const password = fc.tuple(fc.constantFrom('', 'zq'), fc.string({ unit: characters })).map(([mark, rest]) => mark + rest);
    fc.assert(
      fc.property(password, (one) => {
        try {
          const { server } = parseAddress(`postgres://ann:${one}@db.example.com/sales`, {});
          expect(server).toEqual({ host: 'db.example.com', port: 5432, user: 'ann', database: 'sales' });
        } catch (error) {
          if (!(error instanceof CrmEvalError)) throw error;
          expect(`${error.stack}${error.fix?.en}`).not.toContain('zq');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
