import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { remembered } from '../../remembered.ts';
import { type Outcome, root, runProgram, temporaryFolder } from '../run.ts';

/** publishing.ts as one file: a process of it starts in no time. */
const program = remembered(async (name: string): Promise<string> => {
  const bundle = await rolldown({ input: join(root, 'test/cli/set', `${name}.ts`), platform: 'node' });
  const file = join(temporaryFolder(), `${name}.mjs`);
  await bundle.write({ file, format: 'esm' });
  return file;
});

/** Replaces the set of a folder by one whose files all have this text. */
export async function publish(folder: string, text: string, { killAt = 0, waits = false } = {}): Promise<Outcome> {
  const killer = killAt === 0 ? [] : ['--import', join(root, 'test/cli/set/killer.mjs')];
  const args = [...killer, await program('publishing'), folder, text, ...(waits ? ['waits'] : [])];
  return runProgram(process.execPath, args, { env: { KILL_AT: String(killAt) } });
}
