import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const mebibyte = 1024;

/** Peak resident memory in MiB as the kernel keeps it (VmHWM); null where there is no /proc. */
function peakMemory(pid) {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) / mebibyte;
  } catch {
    return null;
  }
}

/** Runs a program to its end: wall time in seconds, peak memory in MiB (looked up every 20 ms), output. */
export function measure(program, args) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let memory = null;
    const watch = setInterval(() => {
      memory = peakMemory(child.pid) ?? memory;
    }, 20);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    child.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - begun) / 1000, memory, code: code ?? signal, stdout, stderr });
    });
  });
}

/** The line that names the error, else the last one. */
function lastWords(stderr) {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
}

/**
 * Runs the jobs in turns, so that a slow minute of the machine strikes all of them, and keeps for each the fastest run and the
 * highest memory. A job that fails is noted with its last words and not run again.
 */
export async function measureInTurns(jobs, rounds, say) {
  const results = new Map();
  for (let round = 1; round <= rounds; round += 1) {
    for (const job of jobs) {
      const before = results.get(job.id);
      if (before?.failure !== undefined) continue;
      const outcome = await measure(job.program, job.args);
      if (outcome.code !== 0) {
        results.set(job.id, { failure: `exit ${outcome.code}: ${lastWords(outcome.stderr)}` });
        say(`${job.id}: failed, ${results.get(job.id).failure}`);
        continue;
      }
      say(`${job.id} (${round} of ${rounds}): ${outcome.seconds.toFixed(2)} s, ${outcome.memory?.toFixed(0) ?? '?'} MiB`);
      const best = before === undefined || outcome.seconds < before.seconds ? outcome : before;
      results.set(job.id, { ...best, memory: Math.max(outcome.memory ?? 0, before?.memory ?? 0) || null });
    }
  }
  return results;
}
