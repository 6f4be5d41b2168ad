import { Command, CommanderError, type HelpConfiguration, Option } from 'commander';
import type { Card, CardArgument } from '../../config/card.ts';
import { longFlag } from '../../config/option-text.ts';
import type { ExitName } from '../../errors.ts';
import { capitalised, type Lang, type Localized } from '../../lib/localized.ts';
import type { Call } from '../call.ts';
import { hasColour, type Run, widthOf as columnsOf } from '../context.ts';
import { widthOf, wrapToWidth } from '../../report/text-width.ts';
import { usageError } from '../failures.ts';
import { addOptions, addSharedOptions, groupTitles, settled } from '../options.ts';

type Argument<Name extends string> = Name extends `${string}...]`
  ? readonly string[]
  : Name extends `<${string}`
    ? string
    : string | undefined;

type Arguments<A extends readonly CardArgument[]> = { [I in keyof A]: Argument<A[I]['name']> };

export interface CommandDefinition {
  readonly card: Card;
  /** Adds all that is not seen in the list of commands: that must not wait for the options of each. */
  readonly complete: (command: Command, run: Run) => void;
}

/** A command: what its card says, and what it does. */
export function defineCommand<const C extends Card>(
  card: C,
  action: (call: Call<C['options']>, ...args: Arguments<C['arguments']>) => Promise<unknown>,
): CommandDefinition {
  return {
    card,
    complete: (command, run) => {
      describe(command, card, run);
      command.action(async (...args: unknown[]) => {
        const given = command.opts();
        const help = (): void => command.outputHelp({ error: true });
        const call = { run, card, given, flags: given, options: settled<C['options']>(card.options, given), help };
        await action(call, ...(args.slice(0, card.arguments.length) as Arguments<C['arguments']>));
      });
    },
  };
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

/** A command that speaks the language of the run, prints to its streams, and throws instead of leaving. */
export function createCommand(run: Run, name: string, help: HelpConfiguration = {}): Command {
  const { lang } = run;
  const command: Command = new Command(name)
    .addHelpOption(new Option('-h, --help', words.help[lang]).helpGroup(groupTitles.general[lang]))
    .helpCommand(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureHelp({
      ...help,
      styleTitle: (title) => (lang === 'zh-CN' ? (titles.get(title) ?? title) : title),
      displayWidth: widthOf,
      boxWrap: (text, width) =>
        text
          .split('\n')
          .flatMap((line) => wrapToWidth(line, width))
          .join('\n'),
    })
    .configureOutput({
      writeOut: (text) => run.stdout.write(text),
      writeErr: (text) => run.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => helpWidth(run, run.stdout),
      getErrHelpWidth: () => helpWidth(run, run.stderr),
      getOutHasColors: () => hasColour(run.stdout, run.env, undefined),
      getErrHasColors: () => hasColour(run.stderr, run.env, undefined),
    })
    .exitOverride((error) => {
      throw usageError(error, command) ?? error;
    });
  return command;
}

/** The help: what the command does, its arguments and options, the sections of its Result, lines to copy. */
function describe(command: Command, card: Card, run: Run): void {
  const { lang } = run;
  command.description(`${asSentence(card.summary[lang], lang)}\n\n${card.description[lang]}`);
  for (const { name, text } of card.arguments) command.argument(name, text[lang]);
  addOptions(command, run, card.options, card.optionsTitle);
  addSharedOptions(command, run, card.shared);
  const width = card.sections.reduce((most, { id }) => Math.max(most, id.length + 2), 12);
  command.addHelpText('after', ({ error }) => {
    const room = helpWidth(run, error ? run.stderr : run.stdout) - width - 2;
    const lines = card.sections.flatMap((section) =>
      wrapToWidth(sectionText(section, card, lang), room).map((line, index) => `  ${(index === 0 ? section.id : '').padEnd(width)}${line}`),
    );
    return lines.length === 0 ? '' : ['', words.sections[lang], ...lines].join('\n');
  });
  command.addHelpText('after', `\n${words.examples[lang]}\n${card.examples.map((line) => `  ${line}`).join('\n')}`);
}

function sectionText({ holds, with: name }: Card['sections'][number], { options }: Card, lang: Lang): string {
  const option = name === undefined ? undefined : options[name];
  if (option === undefined) return holds[lang];
  return { en: `with ${longFlag(option)}: `, 'zh-CN': `使用 ${longFlag(option)} 时：` }[lang] + holds[lang];
}

/** A summary as a sentence of its own. */
export function asSentence(text: string, lang: Lang): string {
  return lang === 'zh-CN' ? `${text}。` : `${capitalised(text)}.`;
}

/** The exit of a run that ended with help or version; null for what is an error. Help that was not asked for says that a command is missing. */
export function exitOfHelp(error: unknown): ExitName | null {
  if (!(error instanceof CommanderError)) return null;
  if (error.exitCode === 0) return 'done';
  return error.code === 'commander.help' ? 'usage' : null;
}

/** Neither too narrow for the descriptions beside the options nor wider than is read. */
function helpWidth({ env }: Run, stream: NodeJS.WriteStream): number {
  return Math.max(60, Math.min(columnsOf(stream, env), 100));
}
