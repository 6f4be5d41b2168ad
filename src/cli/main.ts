import { readFileSync } from 'node:fs';
import { exitCodes } from '../errors.ts';
import { type Clock, systemClock } from './clock.ts';
import { earlyLanguage, type Process, type Run } from './context.ts';
import { exitOfHelp } from './commands/define.ts';
import { describeFailure } from './failures.ts';
import { removeUnfinishedOutputs } from './output.ts';
import { createProgram, withoutHelpCommand, withoutLeadingComment } from './program.ts';
import { exitOfStop, listen } from './signals.ts';

/** Runs the program on the arguments of the process, and yields the code to exit with. */
export async function main(process: Process, clock: Clock = systemClock): Promise<number> {
  const args = withoutLeadingComment(withoutHelpCommand(process.argv.slice(2)));
  let lang = earlyLanguage(args, process.env);
  let exitCode: number = exitCodes.done;
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
    clock,
    version: packageVersion(),
    lang,
    speak: (next) => {
      lang = next;
    },
    signal: stopper.signal,
    leaveInterrupts: stopper.leaveInterrupts,
    finish: (exit) => {
      exitCode = exitCodes[exit];
    },
  };
  try {
    const program = createProgram(run);
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const exit = exitOfHelp(error);
    if (exit !== null) {
      run.finish(exit);
    } else if (stopper.stop() === null) {
      const failure = describeFailure(error, { lang, debug: args.includes('--debug'), version: run.version });
      process.stderr.write(failure.text);
      exitCode = failure.exitCode;
    }
  }
  const stop = stopper.stop();
  if (stop === null) return exitCode;
  removeUnfinishedOutputs();
  return exitCodes[exitOfStop[stop]];
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
