import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/dates.ts';
import { run, spawned, temporaryFolder } from './run.ts';

/** Forty customers who buy at a pace of their own, some of whom stop. */
const lines = Array.from({ length: 40 }, (_, customer) => {
  const [gap, last] = [20 + customer, customer % 5 === 0 ? 300 : 5];
  const days = Array.from({ length: Math.floor((700 - last) / gap) }, (_day, order) => 700 - order * gap);
  return days.map((ago) => `O${customer}-${ago},C${customer},${addDays('2026-10-31', -ago)},${50 + ((ago * 7 + customer) % 400)}.50`);
}).flat();
const header = '订单编号,客户编号,下单日期,订单金额';
const folder = temporaryFolder({
  'orders.csv': `${[header, ...lines].join('\n')}\n`,
  'leads.csv': '线索编号,公司名称,线索状态,创建时间\nL1,海川,待分配,2026-01-10 09:00:00\nL2,远望,已转化,2026-02-10 09:00:00\n',
  'feedback.csv': '客户编号,反馈时间,NPS\nC1,2026-01-10,9\nC2,2026-02-10,3\n',
  'goods.csv': '订单编号,客户编号,下单日期,产品名称,订单金额\nO1,C1,2026-01-05,泵,5\nO2,C2,2026-02-01,阀,7\n',
  'broken.csv': `${header}\nO1,C1,2026-02-30,5\nO2,C1,2026-02-01,7\n`,
});

/** Arguments of every command, and the code that the program ends with. */
const commands: Readonly<Record<string, readonly (readonly [args: string, code: number])[]>> = {
  score: [
    ['score orders.csv', 0],
    ['score orders.csv --format json --lang zh-CN', 0],
    ['score nope.csv', 3],
    ['score orders.csv --out nowhere/r.json', 4],
  ],
  explain: [
    ['explain C1 orders.csv --clv', 0],
    ['explain nobody orders.csv', 2],
  ],
  churn: [
    ['churn orders.csv --lang zh-CN', 0],
    ['churn orders.csv --until 2030-01-01', 2],
  ],
  pool: [
    ['pool leads.csv', 0],
    ['pool orders.csv', 2],
  ],
  reps: [
    ['reps orders.csv', 2],
    ['reps nope.csv --lang zh-CN', 3],
  ],
  targets: [
    ['targets split orders.csv --value 1000', 0],
    ['targets track orders.csv', 2],
    ['targets check orders.csv --lang zh-CN', 2],
  ],
  satisfaction: [
    ['satisfaction feedback.csv', 0],
    ['satisfaction orders.csv --lang zh-CN', 2],
  ],
  'cross-sell': [
    ['cross-sell goods.csv', 0],
    ['cross-sell orders.csv', 2],
  ],
  backtest: [
    ['backtest orders.csv --folds 1', 0],
    ['backtest orders.csv --folds 9', 2],
  ],
  cohorts: [
    ['cohorts orders.csv --format markdown', 0],
    ['cohorts orders.csv --cohort week', 2],
  ],
  compare: [
    ['compare orders.csv --format csv', 0],
    ['compare orders.csv --against last', 2],
  ],
  check: [
    ['check orders.csv -v', 0],
    ['check broken.csv', 1],
  ],
  inspect: [
    ['inspect orders.csv', 0],
    ['inspect broken.csv --rows all --format csv', 0],
  ],
  report: [['report orders.csv --layout targets', 0]],
  render: [['render nope.json', 3]],
  metrics: [
    ['metrics', 0],
    ['metrics rfm_scores --sql', 0],
    ['metrics rfm_score', 2],
  ],
  schema: [
    ['schema orders --lang zh-CN', 0],
    ['schema config', 0],
  ],
  init: [
    ['init orders.csv --out -', 0],
    ['init nope.csv', 3],
  ],
  load: [['load orders.csv', 2]],
  query: [
    ['query select/**/count(*)/**/as/**/n/**/from/**/orders orders.csv', 0],
    ['query drop/**/table/**/orders orders.csv', 2],
  ],
  completion: [
    ['completion bash', 0],
    ['completion tcsh', 2],
  ],
  help: [
    ['help score', 0],
    ['help scor', 2],
  ],
  demo: [['demo demo --force', 0]],
};

/** The program as it is shipped, started by itself with an empty environment, does what the tests in the process see of it. */
describe('the binary', () => {
  it.each(Object.entries(commands).flatMap(([command, runs]) => [...runs, [`${command} --help`, 0] as const]))(
    'prints and ends as the program in this process: %s',
    async (args, code) => {
      const outcome = await spawned(args.split(' '), { cwd: folder });
      expect(outcome.code, outcome.stderr).toBe(code);
      expect(outcome).toEqual(await run(args.split(' '), { cwd: folder }));
    },
  );

  it.each([[['--version']], [[]], [['--lang', 'zh-CN', '--help']], [['frobnicate']]])('so it does without a command: %j', async (args) => {
    expect(await spawned(args)).toEqual(await run(args));
  });

  it('has no command that is not tested here', async () => {
    const listed = (await spawned(['--help'])).stdout.match(/^ {2}([a-z][a-z-]*) .* {2}\S/gm) ?? [];
    expect(new Set(listed.map((line) => line.trim().split(' ')[0]))).toEqual(new Set(Object.keys(commands)));
  });

  it('reads the standard input, and takes its language from the environment', async () => {
    const options = { input: `${header}\nO1,C1,2026-01-05,100\n`, env: { LANG: 'zh_CN.UTF-8' } };
    const outcome = await spawned(['score', '-'], options);
    expect(outcome.stdout).toContain('客户');
    expect(outcome).toEqual(await run(['score', '-'], options));
  });
});
