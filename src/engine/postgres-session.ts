import { type Client, DatabaseError } from 'pg';
import { CrmEvalError } from '../errors.ts';
import { runSchemaPrefix } from '../lib/schema-names.ts';
import { type Concern, serverLabel } from './postgres-login-errors.ts';
import { identifier, join, literal, sql, trusted } from './sql.ts';

/** The first half of the key of the lock that a session holds on its schema ("crm" in ASCII); the second is a hash of the name. */
const lockClass = 0x63_72_6d;

export interface SessionSettings {
  readonly runSchema: string;
  readonly searchPath: readonly string[];
  readonly statementTimeoutSeconds: number | undefined;
}

/** Makes the session give the same answers on every server, then makes the private schema. */
export async function beginSession(client: Client, settings: SessionSettings, concern: Concern): Promise<void> {
  await checkEncoding(client, concern);
  const path = join([settings.runSchema, ...settings.searchPath].map(identifier));
  const milliseconds = Math.round((settings.statementTimeoutSeconds ?? 0) * 1000);
  const statements = [
    sql`set client_encoding = 'UTF8'`,
    sql`set TimeZone = 'UTC'`,
    sql`set DateStyle = 'ISO, YMD'`,
    sql`set standard_conforming_strings = on`,
    // Every float is written with all its digits: the shortest exact form since PostgreSQL 12, 17 digits before it.
    sql`set extra_float_digits = 3`,
    sql`set client_min_messages = error`,
    ...(milliseconds > 0 ? [sql`set statement_timeout = ${milliseconds}`] : []),
    sql`set search_path = ${path}`,
  ];
  for (const statement of statements) await client.query(statement.text);
  await ifPossible(client, optionalSettings);
  await ifPossible(client, sql`select pg_try_advisory_lock(${lockClass}, hashtext(${settings.runSchema}))`.text);
  await removeOrphans(client);
  await client.query(sql`create schema ${identifier(settings.runSchema)}`.text);
}

/** Letters are counted, and texts are ordered, by the encoding of the database. */
async function checkEncoding(client: Client, { server, failure }: Concern): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>(`select current_setting('server_encoding') as encoding`);
  const encoding = rows[0]?.encoding ?? '';
  if (encoding === 'UTF8') return;
  throw new CrmEvalError(
    'database-encoding-unsupported',
    failure,
    {
      en: `${serverLabel(server)} stores text as ${encoding}, in which lengths and orders of text would differ`,
      'zh-CN': `${serverLabel(server)} 的编码是 ${encoding}，文本长度和排序会与其他环境不一致`,
    },
    {
      fix: {
        en: 'use a database whose encoding is UTF8: createdb --encoding=UTF8 --template=template0 NAME',
        'zh-CN': '请使用编码为 UTF8 的数据库：createdb --encoding=UTF8 --template=template0 名称',
      },
    },
  );
}

/**
 * Set where the server knows them: compiling costs more than it saves on statements this size, and a session that waits for files to be
 * read must not be ended for idling.
 */
const optionalSettings = `select set_config(name, setting, false)
  from (values ('jit', 'off'), ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0')) as wanted(name, setting)
  where name in (select name from pg_settings)`;

/**
 * Removes the private schema, whatever state the session is in. A request to cancel that comes late may hit this instead of what it was
 * meant for: then once more. Where the server is gone nothing can be done, and the next run does it.
 */
export async function endSession(client: Client, runSchema: string): Promise<void> {
  const statements = ['rollback', 'set statement_timeout = 0', sql`drop schema if exists ${identifier(runSchema)} cascade`.text];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      for (const statement of statements) await client.query(statement);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== '57014') return;
    }
  }
}

/**
 * Removes the private schemas of this user that no session holds a lock on: their runs were killed, or lost their server. Where that cannot
 * be done it is left undone. Relies on session locks, so not on a pooler that shares sessions.
 */
async function removeOrphans(client: Client): Promise<void> {
  const listed = await ifPossible(
    client,
    sql`select nspname as name from pg_namespace
      where left(nspname::text, ${runSchemaPrefix.length}) = ${runSchemaPrefix} and nspowner = (select oid from pg_roles where rolname = current_user)
      order by nspname`.text,
  );
  for (const { name } of listed) {
    const key = sql`${trusted(String(lockClass))}, hashtext(${literal(name ?? '')})`;
    const [lock] = await ifPossible(client, sql`select pg_try_advisory_lock(${key})::text as name`.text);
    if (lock?.name !== 'true') continue;
    await ifPossible(client, sql`drop schema if exists ${identifier(name ?? '')} cascade`.text);
    await ifPossible(client, sql`select pg_advisory_unlock(${key})::text as name`.text);
  }
}

interface Named {
  readonly name: string | null;
}

/** No row where the server refuses: nothing depends on the statement. */
async function ifPossible(client: Client, statement: string): Promise<readonly Named[]> {
  try {
    return (await client.query<Named & Record<string, unknown>>(statement)).rows;
  } catch {
    return [];
  }
}
