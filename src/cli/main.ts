import { readFileSync } from 'node:fs';
import { exitCodes } from '../errors.ts';
import { earlyLanguage, type Run } from './context.ts';
import { exitOfHelp } from './commands/define.ts';
import { describeFailure } from './failures.ts';
import { removeUnfinishedOutputs } from './output.ts';
import { createProgram } from './program.ts';
import { listen } from './signals.ts';

async function main(args: readonly string[]): Promise<void> {
  let lang = earlyLanguage(args, process.env);
  const stopper = listen(process, lang);
  const run: Run = {
    // Opened by those who read it: help does not.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    folder: process.cwd(),
    version: packageVersion(),
    lang,
    speak: (next) => {
      lang = next;
    },
    signal: stopper.signal,
    finish: (exit) => {
      process.exitCode = exitCodes[exit];
    },
  };
  try {
    const program = createProgram(run);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (stopper.stop() !== null) return;
    const exit = exitOfHelp(error);
    if (exit !== null) return run.finish(exit);
    const failure = describeFailure(error, { lang, debug: args.includes('--debug'), version: run.version });
    process.stderr.write(failure.text);
    process.exitCode = failure.exitCode;
  } finally {
    const stop = stopper.stop();
    if (stop !== null) removeUnfinishedOutputs();
    if (stop === 'interrupted' || stop === 'terminated') process.exitCode = exitCodes[stop];
    if (stop === 'pipe-closed') process.exitCode = exitCodes.done;
    if (stop === 'output-failed') process.exitCode = exitCodes.outputFailed;
  }
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}

await main(process.argv.slice(2));
