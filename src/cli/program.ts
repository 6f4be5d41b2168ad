import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { backtestCommand } from './commands/backtest.ts';
import { poolCommand } from './commands/pool.ts';
import { reportCommand } from './commands/report.ts';
import { renderCommand } from './commands/render.ts';
import { repsCommand } from './commands/reps.ts';
import { crossSellCommand } from './commands/cross-sell.ts';
import { satisfactionCommand } from './commands/satisfaction.ts';
import { checkCommand } from './commands/check.ts';
import { churnCommand } from './commands/churn.ts';
import { cohortsCommand } from './commands/cohorts.ts';
import { compareCommand } from './commands/compare.ts';
import { completionCommand } from './commands/completion.ts';
import { asSentence, type CommandDefinition, createCommand } from './commands/define.ts';
import { fullName } from './full-name.ts';
import { demoCommand } from './commands/demo.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { inspectCommand } from './commands/inspect.ts';
import { loadCommand } from './commands/load.ts';
import { metricsCommand } from './commands/metrics.ts';
import { queryCommand } from './commands/query.ts';
import { schemaCommand } from './commands/schema.ts';
import { targetsTrackCommand } from './commands/targets-track.ts';
import { scoreCommand } from './commands/score.ts';
import { targetsSplitCommand } from './commands/targets-split.ts';
import { targetsCheckCommand } from './commands/targets-check.ts';
import { commandGroups } from './command-groups.ts';
import type { Run } from './context.ts';
import { addSharedOptions } from './options.ts';

const description: Localized = {
  en: 'Turns the exports of a CRM, shop or ERP into decisions: files in, tables and reports out. The result goes to the standard output, everything else to the error stream.',
  'zh-CN': '把 CRM、电商或 ERP 的导出文件变成决策依据：读入文件，输出表格与报告。结果写到标准输出，其余信息写到错误流。',
};

const examples: Localized = {
  en: `
Examples:
  crm-eval demo demo && crm-eval score demo/*.csv
  crm-eval score customers.csv orders.csv --out ranking.xlsx
  crm-eval check export.xlsx

Exit codes:
  ${exitCodes.done} done · ${exitCodes.dataProblems} more data errors than allowed\n  ${exitCodes.usage} usage or config · ${exitCodes.inputUnreadable} input unreadable
  ${exitCodes.outputFailed} output failed · ${exitCodes.locked} another run writes there\n  ${exitCodes.conditionHolds} a condition of --fail-on holds · ${exitCodes.bug} bug`,
  'zh-CN': `
示例：
  crm-eval demo demo && crm-eval score demo/*.csv
  crm-eval score 客户.csv 订单.csv --out 排名.xlsx
  crm-eval check 导出.xlsx

退出码：
  ${exitCodes.done} 完成 · ${exitCodes.dataProblems} 数据错误超过上限 · ${exitCodes.usage} 用法或配置有误 · ${exitCodes.inputUnreadable} 输入无法读取
  ${exitCodes.outputFailed} 输出失败 · ${exitCodes.locked} 另一个运行正在写入 · ${exitCodes.conditionHolds} --fail-on 的条件成立 · ${exitCodes.bug} 程序错误`,
};

/** In the order of the help. */
export const commands: readonly CommandDefinition[] = [
  scoreCommand,
  explainCommand,
  churnCommand,
  crossSellCommand,
  backtestCommand,
  cohortsCommand,
  compareCommand,
  queryCommand,
  poolCommand,
  targetsCheckCommand,
  targetsSplitCommand,
  targetsTrackCommand,
  repsCommand,
  satisfactionCommand,
  reportCommand,
  checkCommand,
  inspectCommand,
  metricsCommand,
  schemaCommand,
  renderCommand,
  initCommand,
  loadCommand,
  demoCommand,
  completionCommand(() => commands.map(({ card }) => card)),
];

const helpCommand: Localized = { en: 'print the help of a command', 'zh-CN': '显示某个命令的帮助' };

/** `help score` is `score --help`, also behind options of the program and inside of a group: `targets help check`. */
export function withoutHelpCommand(args: readonly string[]): readonly string[] {
  const at = args.indexOf('help');
  const before = args.slice(0, Math.max(0, at));
  const words = before.filter((arg, index) => !arg.startsWith('-') && before[index - 1] !== '--lang');
  if (at === -1 || before.at(-1) === '--lang' || words.length > 1 || words.some((word) => commandGroups[word] === undefined)) return args;
  const [name, ...rest] = args.slice(at + 1);
  if (name === undefined || name === 'help') return [...before, '--help'];
  const path = [...words, name, ...(commandGroups[name] === undefined ? [] : rest.slice(0, 1))];
  const isKnown = commands.some(({ card }) => `${card.name} `.startsWith(`${path.join(' ')} `));
  return [...before, name, ...rest, ...(isKnown ? ['--help'] : [])];
}

/** A query that begins with a comment would be taken for an option: SQL passes over the blank before it. */
export function withoutLeadingComment(args: readonly string[]): readonly string[] {
  if (!args.includes('query')) return args;
  return args.map((arg) => (/^--(?![\w-]+=)[^\n]*\n/.test(arg) ? ` ${arg}` : arg));
}

export function createProgram(run: Run): Command {
  const { lang } = run;
  const program = createCommand(run, 'crm-eval', { subcommandTerm: termOf })
    .helpCommand('help [command]', helpCommand[lang])
    .description(description[lang])
    .version(run.version, '-V, --version', { en: 'print the version', 'zh-CN': '显示版本' }[lang])
    .addHelpText('after', examples[lang]);
  for (const { card } of commands) {
    const [first, second] = card.name.split(' ');
    const leaf = createCommand(run, second ?? first!).summary(card.summary[lang]);
    (second === undefined ? program : groupOf(program, first!, run)).addCommand(leaf);
  }
  return parentOf(program, run);
}

function groupOf(program: Command, name: string, run: Run): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  const about = commandGroups[name]![run.lang];
  const group = createCommand(run, name, { subcommandTerm: termOf }).summary(about).description(asSentence(about, run.lang));
  program.addCommand(parentOf(group, run));
  return group;
}

/** Lets a command be called by its name behind this one, with the options of every command before the name as well as behind it. */
function parentOf(parent: Command, run: Run): Command {
  parent.usage({ en: '<command> [files...] [options]', 'zh-CN': '<命令> [文件...] [选项]' }[run.lang]).enablePositionalOptions();
  addSharedOptions(parent, run, ['lang', 'debug']);
  parent.hook('preAction', (_, command) => {
    for (const [name, value] of Object.entries(parent.opts()))
      if (command.getOptionValue(name) === undefined) command.setOptionValue(name, value);
  });
  return completing(parent, run);
}

/** Fills in a command of it before it is used: the list of commands and the version must not wait for all of them. */
function completing(parent: Command, run: Run): Command {
  return parent.hook('preSubcommand', async (_, command) => {
    commands.find(({ card }) => card.name === fullName(command))?.complete(command, run);
    if (!command.registeredArguments.some((argument) => argument.name() === 'files')) return;
    // The tables are many modules.
    const { addRoleOptions } = await import('./roles.ts');
    addRoleOptions(command, run);
  });
}

/** A command with its arguments, in the list of commands. */
function termOf(command: Command): string {
  const card = commands.find((each) => each.card.name === fullName(command))?.card;
  return [command.name(), ...(card?.arguments.map(({ name }) => name) ?? ['[command]'])].join(' ');
}
