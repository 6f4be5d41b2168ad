import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run.ts';

const orders = '订单编号,客户编号,下单日期,订单金额\nO1,C1,2026-01-05,100\nO2,C1,2026-02-05,200\nO3,C2,2026-03-01,50\n';
const folder = temporaryFolder({ 'orders.csv': orders, 'empty.csv': '', 'bad.yaml': 'lang: en\nscore:\n  tires: {}\n' });

async function refused(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; stderr: string }> {
  const { code, stdout, stderr } = await run(args, { cwd: folder, env });
  expect(stdout).toBe('');
  return { code, stderr };
}

/** Arguments, and all that is said on the error stream; the code is 2. */
const mistakes: readonly (readonly [args: string, said: string])[] = [
  ['scroe orders.csv', 'error: there is no command scroe (unknown-command)\nfix: did you mean score? Else see crm-eval --help\n'],
  ['frobnicate', 'error: there is no command frobnicate (unknown-command)\nfix: see crm-eval --help\n'],
  [
    'score orders.csv --fromat json',
    'error: there is no option --fromat (unknown-option)\nfix: did you mean --format? Else see crm-eval score --help\n',
  ],
  [
    'score orders.csv --order orders.csv',
    'error: there is no option --order (unknown-option)\nfix: did you mean --orders? Else see crm-eval score --help\n',
  ],
  ['backtest orders.csv --period 2026', 'error: there is no option --period (unknown-option)\nfix: see crm-eval backtest --help\n'],
  ['load orders.csv --period 2026', 'error: there is no option --period (unknown-option)\nfix: see crm-eval load --help\n'],
  ['score orders.csv --out', 'error: option -o, --out <file> needs a value (option-missing-argument)\nfix: see crm-eval score --help\n'],
  ['explain', 'error: <customer> is missing (missing-argument)\nfix: see crm-eval explain --help\n'],
  ['demo a b', 'error: too many arguments for demo (excess-arguments)\nfix: see crm-eval demo --help\n'],
  ['score', 'error: no file is given (files-missing)\nfix: name the exports to read, or - for the standard input\n'],
  [
    'score orders.csv orders.csv',
    'error: the same file is given twice: orders.csv (file-twice)\nfix: give each file once; its rows would be counted twice\n',
  ],
  [
    'score *.ods',
    'error: no file matches *.ods (glob-empty)\nfix: check the folder and the pattern; * and ? do not reach into sub-folders\n',
  ],
  [
    'score orders.csv --as-of 2026-02-30',
    'error: --as-of cannot be "2026-02-30" (option-invalid)\nfix: give a date from 1970 to 2099 as 2026-10-31, or today\n',
  ],
  [
    'score orders.csv --memory-limit 512',
    'error: --memory-limit cannot be "512" (option-invalid)\nfix: give a size of 64MB or more with its unit, such as 512MB, 8GB or 4GiB\n',
  ],
  ['score orders.csv --threads 0', 'error: --threads cannot be "0" (option-invalid)\nfix: give a whole number from 1 to 256\n'],
  ['score orders.csv --progress bar', 'error: --progress cannot be "bar" (option-invalid)\nfix: give one of auto, plain, none\n'],
  ['score orders.csv --limit 0', 'error: --limit cannot be "0" (option-invalid)\nfix: give a whole number, 1 or more\n'],
  ['score orders.csv --max-errors x', 'error: --max-errors cannot be "x" (option-invalid)\nfix: give a whole number, 0 or more\n'],
  [
    'score orders.csv --format pdf',
    'error: --format cannot be "pdf" (option-invalid)\nfix: give one of table, json, csv, markdown, html, xlsx, parquet\n',
  ],
  [
    'score orders.csv --timezone Mars',
    'error: --timezone cannot be "Mars" (option-invalid)\nfix: give an IANA name such as Asia/Shanghai\n',
  ],
  [
    'score orders.csv --map amount',
    'error: --map cannot be "amount" (option-invalid)\nfix: give table.field=header, such as orders.amount=实付金额\n',
  ],
  [
    'score orders.csv --map orders.amout=x',
    'error: there is no field "orders.amout" (field-unknown)\nfix: did you mean "orders.amount"?\n',
  ],
  ['score orders.csv --config bad.yaml', 'error: bad.yaml:3: there is no key score.tires (config-invalid)\nfix: did you mean tiers?\n'],
  [
    'score orders.csv --config nope.yaml',
    'error: cannot read the config nope.yaml: it does not exist (config-unreadable)\nfix: give an existing UTF-8 file, or write one with crm-eval init FILES\n',
  ],
  [
    'score orders.csv --out report.pdf',
    'error: the name report.pdf stands for no format (format-unknown)\nfix: end it in .txt, .json, .csv, .md, .markdown, .html, .htm, .xlsx, .parquet, or add --format\n',
  ],
  [
    'score orders.csv --out orders.csv --force',
    'error: orders.csv is an input or another output of this run (output-taken)\nfix: choose another name\n',
  ],
  [
    'score orders.csv --rejects -',
    'error: the standard output is an input or another output of this run (output-taken)\nfix: choose another name\n',
  ],
  ['metrics --sql', 'error: --sql needs the id of a metric (metric-missing)\nfix: crm-eval metrics lists the ids\n'],
  ['metrics rfm_score', 'error: there is no metric "rfm_score" (metric-unknown)\nfix: did you mean "rfm_scores"?\n'],
  ['schema order', 'error: there is no table order (table-unknown)\nfix: did you mean orders?\n'],
  [
    'inspect orders.csv --rows all',
    'error: --rows all prints CSV to the standard output only (rows-need-csv)\nfix: add --format csv, and > FILE instead of --out\n',
  ],
  ['inspect orders.csv --sheet Q3', 'error: there is no sheet Q3 (sheet-unknown)\nfix: the sheets are: none\n'],
  ['churn orders.csv --horizon 0', 'error: --horizon cannot be "0" (option-invalid)\nfix: give a whole number from 1 to 3660\n'],
  [
    'churn orders.csv --until 2026-02-30',
    'error: --until cannot be "2026-02-30" (option-invalid)\nfix: give a date from 1970 to 2099 as 2026-10-31\n',
  ],
  [
    'score orders.csv --margin 0',
    'error: --margin cannot be "0" (option-invalid)\nfix: give a share above 0, up to 1, such as 10% or 0.1\n',
  ],
  [
    'score orders.csv --discount 101%',
    'error: --discount cannot be "101%" (option-invalid)\nfix: give a share from 0 to 1, such as 10% or 0.1\n',
  ],
  [
    'compare orders.csv --against last-week',
    'error: --against cannot be "last-week" (option-invalid)\nfix: give previous, year-ago, or a period: 2025, 2025-Q3, 2025-10, 2025-01..2025-03\n',
  ],
  [
    'score orders.csv --engine mysql://me:secret@host',
    'error: --engine cannot be "…" (option-invalid)\nfix: give duckdb, or a URL that begins with postgres://\n',
  ],
  ['inspect orders.csv --rows 5000', 'error: --rows cannot be "5000" (option-invalid)\nfix: give a number up to 1000, or all\n'],
];

describe('a mistake on the command line', () => {
  it.each(mistakes)('%s is refused with a fix', async (args, said) => {
    expect(await refused(args.split(' '))).toEqual({ code: 2, stderr: said });
  });

  it('is told in Chinese where Chinese is asked for', async () => {
    expect((await refused(['score', 'orders.csv', '--schema', 'pg_x', '--lang', 'zh-CN'])).stderr).toBe(
      '错误：--schema 的值不能是 "pg_x" (option-invalid)\n办法：请填写不超过 63 字节、不以 pg_ 或 crm_eval_run_ 开头的名称\n',
    );
    const said = '错误：没有命令 scroe (unknown-command)\n办法：是不是想用 score？否则请看 crm-eval --help\n';
    expect(await refused(['scroe'], { LC_ALL: 'zh_CN.UTF-8' })).toEqual({ code: 2, stderr: said });
    expect(await refused(['scroe', '--lang', 'zh-CN'])).toEqual({ code: 2, stderr: said });
  });

  it('shows where it was found with --debug only', async () => {
    expect((await refused(['score', 'orders.csv', '--limit', '0', '--debug'])).stderr).toContain('\n    at ');
  });
});

describe('an input that cannot be read', () => {
  it('ends with 3 and names the file', async () => {
    const missing = await refused(['score', 'nope.csv']);
    expect(missing).toMatchObject({ code: 3 });
    expect(missing.stderr).toMatch(/^error: nope\.csv .*\nfix: .*\n$/);
    const empty = await refused(['check', 'empty.csv']);
    expect(empty).toMatchObject({ code: 3 });
    expect(empty.stderr).toMatch(/^error: empty\.csv .*\nfix: .*\n$/);
  });
});
