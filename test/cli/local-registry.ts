import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neededPackages } from './locked-packages.ts';
import { root } from './run.ts';

export interface LocalRegistry {
  readonly url: string;
  /** Packages that were asked for and that crm-eval is not known to need. */
  readonly refused: readonly string[];
  close(): void;
}

/** A registry that has the packages an installed crm-eval needs, as they lie in our node_modules, and nothing else: no network. */
export async function localRegistry(): Promise<LocalRegistry> {
  const needed = neededPackages();
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const [name = '', tarball] = decodeURIComponent((request.url ?? '').slice(1)).split('/-/');
    const locked = needed.get(name);
    if (locked === undefined) {
      refused.push(name);
      response.writeHead(404).end('{}');
    } else if (tarball === undefined) {
      const dist = { tarball: `${url()}/${name}/-/package.tgz` };
      response.end(
        JSON.stringify({
          name,
          'dist-tags': { latest: locked.version },
          // Not of the same bytes as what the lock file has the integrity of.
          versions: { [locked.version]: { ...locked, integrity: undefined, name, dist } },
        }),
      );
    } else {
      sendPacked(join(root, 'node_modules', name), response);
    }
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: url(), refused, close: () => server.close() };
}

function sendPacked(folder: string, response: ServerResponse): void {
  if (!existsSync(folder)) {
    response.writeHead(404).end();
    return;
  }
  const parent = mkdtempSync(join(tmpdir(), 'crm-eval-packed-'));
  symlinkSync(folder, join(parent, 'package'), 'junction');
  const tar = spawn('tar', ['-chf', '-', '-C', parent, '--exclude', 'node_modules', 'package'], { stdio: ['ignore', 'pipe', 'inherit'] });
  tar.stdout.pipe(response);
  // A tarball that is cut off fails the installation.
  tar.on('close', (code) => {
    if (code !== 0) response.destroy();
  });
}
