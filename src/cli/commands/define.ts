import { Command, CommanderError, Option } from 'commander';
import type { ExitName } from '../../errors.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { hasColour, type Run } from '../context.ts';
import { usageError } from '../failures.ts';
import { generalGroup } from '../options.ts';

export interface CommandText {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Localized;
  /** What it does and reads, beyond the summary. */
  readonly description: Localized;
  /** Ids of the sections of its Result, with what they hold; empty where the output is no Result. */
  readonly sections: readonly (readonly [id: string, holds: Localized])[];
  /** Lines to copy. */
  readonly examples: readonly string[];
}

const titles = new Map<string, string>([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
]);

const words = {
  sections: { en: 'Sections of the result:', 'zh-CN': '结果包含：' },
  examples: { en: 'Examples:', 'zh-CN': '示例：' },
  help: { en: 'print this help', 'zh-CN': '显示帮助' },
} as const satisfies Record<string, Localized>;

export const filesArgument: Localized = {
  en: 'CSV, Excel or HTML exports in any order; - is the standard input',
  'zh-CN': 'CSV、Excel 或 HTML 导出文件，顺序不限；- 表示标准输入',
};

/** A command that speaks the language of the run, prints to its streams, and throws instead of leaving. */
export function createCommand(run: Run, name: string): Command {
  const { lang } = run;
  const command: Command = new Command(name)
    .addHelpOption(new Option('-h, --help', words.help[lang]).helpGroup(generalGroup[lang]))
    .helpCommand(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureHelp({ styleTitle: (title) => (lang === 'zh-CN' ? (titles.get(title) ?? title) : title) })
    .configureOutput({
      writeOut: (text) => run.stdout.write(text),
      writeErr: (text) => run.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => helpWidth(run.stdout),
      getErrHelpWidth: () => helpWidth(run.stderr),
      getOutHasColors: () => hasColour(run.stdout, run.env, undefined),
      getErrHasColors: () => hasColour(run.stderr, run.env, undefined),
    })
    .exitOverride((error) => {
      throw usageError(error, command) ?? error;
    });
  return command;
}

/** A command with its help: what it does, the sections of its Result, lines to copy. */
export function describeCommand(run: Run, text: CommandText): Command {
  const { lang } = run;
  const command = createCommand(run, text.name)
    .summary(text.summary[lang])
    .description(`${sentence(text.summary[lang], lang)}\n\n${text.description[lang]}`);
  const width = text.sections.reduce((most, [id]) => Math.max(most, id.length + 2), 12);
  const sections = text.sections.map(([id, holds]) => `  ${id.padEnd(width)}${holds[lang]}\n`);
  if (sections.length > 0) command.addHelpText('after', `\n${words.sections[lang]}\n${sections.join('')}`.trimEnd());
  command.addHelpText('after', `\n${words.examples[lang]}\n${text.examples.map((line) => `  ${line}`).join('\n')}`);
  return command;
}

function sentence(text: string, lang: Lang): string {
  return lang === 'zh-CN' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The exit of a run that ended with help or version; null for what is an error. Help that was not asked for says that a command is missing. */
export function exitOfHelp(error: unknown): ExitName | null {
  if (!(error instanceof CommanderError)) return null;
  if (error.exitCode === 0) return 'done';
  return error.code === 'commander.help' ? 'usage' : null;
}

function helpWidth(stream: NodeJS.WriteStream): number {
  return Math.max(60, Math.min(stream.isTTY ? stream.columns : 100, 120));
}
