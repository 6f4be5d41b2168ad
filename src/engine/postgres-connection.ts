import { connect as connectSocket, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { Client, type ClientConfig } from 'pg';
import type { Address, Environment } from './postgres-address.ts';
import { type Concern, connectSeconds, loginError, passwordMissing } from './postgres-login-errors.ts';
import { passwordFromFile } from './postgres-pass-file.ts';
import { type Encryption, encryptionsOf } from './postgres-tls.ts';

/** A session on a server, and the way to stop what it is doing. */
export interface Connection {
  readonly client: Client;
  /** False as soon as the server or the network is gone. */
  readonly isAlive: () => boolean;
  /** Waits until the server has ended the last statement: one that failed on our side may still run there. */
  readonly isReady: () => Promise<void>;
  /** Asks the server, on a connection of its own, to end the running statement. Never throws: where the server is gone there is none. */
  readonly cancel: () => Promise<void>;
}

/** Connects within 10 seconds. Throws a CrmEvalError, or the reason of the signal where that was first. */
export async function connect(
  address: Address,
  environment: Environment,
  concern: Concern,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const encryptions = encryptionsOf(address.server.host, address.tls, environment);
  for (const [index, encryption] of encryptions.entries()) {
    try {
      return await attempt(address, environment, encryption, concern, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const failure = loginError(error, concern);
      // With sslmode=allow and =prefer the other way is worth a try where TLS was what stood in the way.
      const other = failure.code.startsWith('database-tls') || failure.code === 'database-certificate-refused' || isDenied(failure.cause);
      if (index === encryptions.length - 1 || !other) throw failure;
    }
  }
  throw new Error('there is always a way to connect');
}

/** pg_hba.conf has no line for a user from this place with this encryption. */
function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28000';
}

async function attempt(
  address: Address,
  environment: Environment,
  encryption: Encryption,
  concern: Concern,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  signal?.throwIfAborted();
  const { server } = address;
  const config: ClientConfig = {
    ...server,
    // Asked only where the server wants one.
    password: async () => {
      if (address.password !== null) return address.password;
      const answer = await passwordFromFile(server, environment);
      if ('password' in answer) return answer.password;
      throw passwordMissing(answer, concern);
    },
    // A copy: the driver hides the key in it, and a request to cancel needs it once more.
    ssl: encryption === false ? false : { ...encryption },
    application_name: 'crm-eval',
    connectionTimeoutMillis: connectSeconds * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    ...(address.options === null ? {} : { options: address.options }),
  };
  const client = new Client(config) as SessionClient;
  let alive = true;
  // An idle connection that breaks says so here; the next statement will fail, and that is soon enough.
  client.on('error', () => {
    alive = false;
  });
  client.on('end', () => {
    alive = false;
  });
  const leave = (): void => {
    client.connection.stream.destroy();
  };
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await client.connect();
    failWhereUnreadable(client.connection.stream);
  } catch (error) {
    leave();
    throw error;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
  return {
    client,
    isAlive: () => alive,
    isReady: async () => {
      if (alive && !client.readyForQuery) await idleOrGone(client);
    },
    cancel: () => cancel(client, address, encryption),
  };
}

/** A value that no string can hold ends the session with its error: by itself the driver throws it where nobody hears it. */
function failWhereUnreadable(stream: Duplex): void {
  const readers = stream.listeners('data') as ((bytes: Buffer) => void)[];
  stream.removeAllListeners('data');
  stream.on('data', (bytes: Buffer) => {
    try {
      for (const read of readers) read(bytes);
    } catch (error) {
      stream.destroy(error as Error);
    }
  });
}

async function idleOrGone(client: Client): Promise<void> {
  let resolve = (): void => undefined;
  const settled = new Promise<void>((settle) => {
    resolve = settle;
  });
  client.on('drain', resolve).on('end', resolve);
  await settled;
  client.off('drain', resolve).off('end', resolve);
}

/** What the driver knows of a session, and its types do not tell. */
type SessionClient = Client & { readonly processID: number; readonly secretKey: number; readonly readyForQuery: boolean };

/** The server closes the connection when it has passed the request on. */
async function cancel(client: SessionClient, { server }: Address, encryption: Encryption): Promise<void> {
  const path = `${server.host}/.s.PGSQL.${server.port}`;
  const socket = server.host.startsWith('/') ? connectSocket(path) : connectSocket(server.port, server.host);
  socket.setTimeout(connectSeconds * 1000, () => socket.destroy());
  try {
    const stream = encryption === false ? socket : await encrypted(socket, server.host, encryption);
    stream.resume();
    stream.end(cancelRequest(client));
    await once(stream, 'close');
  } catch {
    // The server is gone, and the statement with it.
  } finally {
    socket.destroy();
  }
}

/** Length, code, process and its secret. Source: PostgreSQL documentation, "Message Formats", CancelRequest. */
function cancelRequest({ processID, secretKey }: SessionClient): Buffer {
  const request = Buffer.alloc(16);
  [16, 80_877_102, processID, secretKey].forEach((value, index) => request.writeInt32BE(value, index * 4));
  return request;
}

/** Length 8 and the code 80877103. Source: as above, SSLRequest. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

async function encrypted(socket: Socket, host: string, encryption: Exclude<Encryption, false>): Promise<Socket> {
  socket.write(sslRequest);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (answer.toString('latin1') !== 'S') throw new Error('the server offers no TLS');
  const stream = connectTls({ ...encryption, socket, host });
  await once(stream, 'secureConnect');
  return stream;
}
