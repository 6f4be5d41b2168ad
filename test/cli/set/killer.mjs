// Ends the process, as if the power went, before or after its n-th step on the disk (KILL_AT=n). Loaded before the program by --import.
import { syncBuiltinESMExports } from 'node:module';
import disk from 'node:fs/promises';

const at = Number(process.env.KILL_AT);
let steps = 0;
const step = () => {
  steps += 1;
  if (steps === at) process.kill(process.pid, 'SIGKILL');
};

const watched = (work) =>
  async function (...args) {
    step();
    const result = await work.apply(this, args);
    step();
    return result;
  };

const { open } = disk;
const handle = Object.getPrototypeOf(await open(import.meta.filename, 'r').then(async (file) => (await file.close(), file)));
for (const name of ['write', 'writeFile', 'sync']) handle[name] = watched(handle[name]);
for (const name of ['open', 'mkdir', 'chmod', 'link', 'rename', 'rm', 'rmdir', 'symlink', 'unlink']) disk[name] = watched(disk[name]);
syncBuiltinESMExports();
