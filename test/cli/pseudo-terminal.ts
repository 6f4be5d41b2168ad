import { spawnSync } from 'node:child_process';
import { type Outcome, runProgram, type RunOptions } from './run.ts';

/**
 * Runs a program with a terminal of its own as all three streams, copies what it prints, and leaves with its code. Once `after` has been
 * printed (unless it is empty), Ctrl-C is pressed.
 */
const script = `
import fcntl, os, pty, struct, sys, termios
columns, after, program = int(sys.argv[1]), sys.argv[2].encode(), sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, columns, 0, 0))
    os.execvp(program[0], program)
seen = b''
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    sys.stdout.buffer.write(part)
    seen += part
    if after and after in seen:
        os.write(terminal, b'\\x03')
        after = b''
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
`;

/** Tests that need a terminal are skipped, with a line that says so, where none can be made. */
export const terminalAvailable = process.platform !== 'win32' && spawnSync('python3', ['-c', 'import fcntl, pty, termios']).status === 0;
if (!terminalAvailable) console.log('skipped: what is shown on a terminal (python3 with its module pty makes one)');

export interface TerminalOptions extends RunOptions {
  /** Default: 100. */
  readonly columns?: number;
  /** Text after which Ctrl-C is pressed. */
  readonly interruptAfter?: string;
}

/** What the program shows on the terminal is `stdout`. */
export function runInTerminal(program: string, args: readonly string[], options: TerminalOptions = {}): Promise<Outcome> {
  const { columns = 100, interruptAfter = '', ...rest } = options;
  return runProgram('python3', ['-c', script, String(columns), interruptAfter, program, ...args], rest);
}
