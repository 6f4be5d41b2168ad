import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const mebibyte = 1024;

/**
 * The shell's `time` has the kernel's own account: wall, user and system seconds of the program and of all it waited for. The program takes
 * the place of a small shell that has told its number before, so that its memory can be watched.
 */
const begin = 'echo $$ >&3; exec "$@" 2>&4 3>&- 4>&-';
const timed = `TIMEFORMAT='%3R %3U %3S'; exec 4>&2; { time sh -c '${begin}' sh "$@"; } 2>&3`;

/** Peak resident memory in MiB as the kernel keeps it (VmHWM); null where there is no /proc. */
function peakMemory(pid) {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) / mebibyte;
  } catch {
    return null;
  }
}

/** Wall seconds, and CPU seconds of all threads and processes. */
function timesOf(account) {
  const times = /^([\d.,]+) ([\d.,]+) ([\d.,]+)$/m.exec(account);
  if (times === null) throw new Error(`no times: ${account}`);
  const [wall, user, system] = times.slice(1).map((text) => Number(text.replace(',', '.')));
  return { seconds: wall, cpu: user + system };
}

/** Runs a program to its end: wall and CPU seconds, peak memory in MiB (looked up every 20 ms), output. */
export function measure(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', timed, 'bash', program, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env });
    const texts = ['', '', '', ''];
    for (const index of [1, 2, 3]) child.stdio[index].setEncoding('utf8').on('data', (chunk) => (texts[index] += chunk));
    let memory = null;
    const watch = setInterval(() => {
      const pid = /^\d+\n/.exec(texts[3]);
      if (pid !== null) memory = peakMemory(Number(pid[0])) ?? memory;
    }, 20);
    child.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ ...timesOf(texts[3]), memory, code: code ?? signal, stdout: texts[1], stderr: texts[2] });
    });
  });
}

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The line that names the error, else the last one. */
function lastWords(stderr) {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
}

/** Runs a job once and adds the run to its earlier ones; one that fails is not run again. */
async function oneMore(job, runs, round, say) {
  if (runs.failure !== undefined) return runs;
  const run = await measure(job.program, job.args, job.env);
  if (run.code !== 0) {
    const failure = `exit ${run.code}: ${lastWords(run.stderr)}`;
    say(`${job.id}: failed, ${failure}`);
    return { failure };
  }
  say(`${job.id} (${round}): ${run.seconds.toFixed(2)} s, ${run.cpu.toFixed(2)} CPU s, ${run.memory?.toFixed(0) ?? '?'} MiB`);
  return [...runs, run];
}

/**
 * Runs the jobs in turns, round by round, so that a slow minute of the machine strikes all of them. Of each: the medians of wall and CPU
 * seconds, the highest memory, and what it printed in each round; or why it failed.
 */
export async function measureInTurns(jobs, rounds, say) {
  let all = jobs.map((job) => ({ job, runs: [] }));
  for (let round = 1; round <= rounds; round += 1) {
    const next = [];
    for (const { job, runs } of all) next.push({ job, runs: await oneMore(job, runs, `${round} of ${rounds}`, say) });
    all = next;
  }
  return new Map(all.map(({ job, runs }) => [job.id, runs.failure === undefined ? summary(runs) : runs]));
}

function summary(runs) {
  return {
    seconds: median(runs.map((run) => run.seconds)),
    cpu: median(runs.map((run) => run.cpu)),
    memory: runs.reduce((peak, run) => Math.max(peak, run.memory ?? 0), 0) || null,
    outputs: runs.map((run) => run.stdout),
  };
}
