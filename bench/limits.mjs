/**
 * What must hold, all on one machine in one run. `bare`, `hand`: wall time divided by that of the comparator, at most; `pandas`: that of
 * pandas divided by the job's, at least; `seconds` of wall time, `cpu` seconds, `memory` in GB (10⁹ bytes), `over` in ms beyond a Node that does nothing, at most.
 */
const million = { lines: 1_000_000, customers: 50_000 };
const tenMillion = { lines: 10_000_000, customers: 50_000 };
const manyCustomers = { lines: 10_000_000, customers: 500_000 };

const limits = [
  { ...million, job: 'table', pandas: 1.7 },
  { ...million, job: 'json', pandas: 1.3 },
  { ...tenMillion, job: 'table', bare: 4.8, hand: 1.3, pandas: 3.7 },
  { ...tenMillion, job: 'json', bare: 5.3, pandas: 3.4 },
  { ...manyCustomers, job: 'table', cpu: 35, memory: 2.6 },
  { ...manyCustomers, job: 'json', cpu: 45 },
  ...['track', 'check', 'reps'].map((job) => ({ lines: 10_000_000, reps: 5000, job, seconds: 40, cpu: 75 })),
  { lines: 1_000_000, reps: 200, leads: 200_000, job: 'report', seconds: 60 },
  { lines: 1_200_000, customers: 300_000, job: 'long list', seconds: 15, memory: 0.6 },
  { rows: 200_000, job: 'workbook', bare: 1 },
  { leads: 2_000_000, job: 'pool', seconds: 30 },
  { job: 'help', over: 60 },
];

const wordings = {
  seconds: (most) => `≤ ${most} s`,
  bare: (most) => `≤ ${most}× bare`,
  hand: (most) => `≤ ${most}× by hand`,
  pandas: (least) => `≥ ${least}× faster than pandas`,
  cpu: (most) => `≤ ${most} CPU s`,
  memory: (most) => `≤ ${most} GB`,
  over: (most) => `≤ ${most} ms over bare Node`,
};

/** The limits of a job on a file (`lines` and `customers`, `lines` and `reps`, `rows`, or `leads`), each with its words and whether the figures meet it; null: no figure. */
export function judge(job, file, figures) {
  const limit = limits.find(
    (candidate) => candidate.job === job && ['lines', 'customers', 'reps', 'rows', 'leads'].every((size) => candidate[size] === file[size]),
  );
  return Object.keys(wordings)
    .filter((measure) => limit?.[measure] !== undefined)
    .map((measure) => {
      const [bound, value] = [limit[measure], figures[measure] ?? null];
      const met = value === null ? null : measure === 'pandas' ? value >= bound : value <= bound;
      return { text: wordings[measure](bound), value, met };
    });
}
