import type { Command, CommanderError } from 'commander';
import type { ErrorCode } from '../codes.ts';
import { CrmEvalError, exitCodes } from '../errors.ts';
import { nearest } from '../lib/nearest.ts';
import type { Lang, Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import { fullName } from './full-name.ts';

const labels = {
  error: { en: 'error: ', 'zh-CN': '错误：' },
  fix: { en: 'fix: ', 'zh-CN': '办法：' },
} satisfies Record<string, Localized>;

export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/** What to print of an error, and the code to exit with. What is no CrmEvalError is a bug. */
export function describeFailure(error: unknown, options: { lang: Lang; debug: boolean; version: string }): Failure {
  const { lang, debug, version } = options;
  const stack = debug && error instanceof Error && error.stack !== undefined ? `${error.stack}\n` : '';
  if (!(error instanceof CrmEvalError)) return { text: bugText(error, lang, version) + stack, exitCode: exitCodes.bug };
  const fix = error.fix === null ? '' : `${labels.fix[lang]}${visible(error.fix[lang])}\n`;
  const choices = error.choices.map((line) => `  ${visible(line)}\n`).join('');
  const text = `${labels.error[lang]}${visible(error.text[lang])} (${error.code})\n${choices}${fix}${stack}`;
  return { text, exitCode: exitCodes[error.exit] };
}

function bugText(error: unknown, lang: Lang, version: string): string {
  const what = visible(error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
  const report: Localized = {
    en: `this is a bug in crm-eval ${version} (Node ${process.version}, ${process.platform}); run again with --debug and report what it prints`,
    'zh-CN': `这是 crm-eval ${version} 的程序错误（Node ${process.version}，${process.platform}）；请加 --debug 重新运行，并把输出反馈给我们`,
  };
  return `${labels.error[lang]}${what} (bug)\n${labels.fix[lang]}${report[lang]}\n`;
}

/** A mistake in the arguments, in the words of the tool. Null where help or version were printed, which commander also throws. */
export function usageError(error: CommanderError, command: Command): CrmEvalError | null {
  const mistake = mistakes.get(error.code);
  if (mistake === undefined) return null;
  const typed = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  // In a group of commands the words before the name are part of it.
  const full = (name: string): string => (error.code === 'commander.unknownCommand' ? `${fullName(command)} ${name}`.trim() : name);
  const subject = full(typed);
  const help = ['crm-eval', fullName(command), '--help'].filter((word) => word !== '').join(' ');
  const seeHelp: Localized = { en: `see ${help}`, 'zh-CN': `请看 ${help}` };
  const near = nearest(typed, namesLike(error.code, command));
  const meant = near === null ? null : full(near);
  const fix =
    meant === null ? seeHelp : { en: `did you mean ${meant}? Else ${seeHelp.en}`, 'zh-CN': `是不是想用 ${meant}？否则${seeHelp['zh-CN']}` };
  return new CrmEvalError(mistake.code, 'usage', mistake.text(subject), { fix, cause: error });
}

interface Mistake {
  readonly code: ErrorCode;
  readonly text: (subject: string) => Localized;
}

/** All that commander says of a command line, by its own code: no command has choices, conflicts or options that must be given. */
const mistakes = new Map<string, Mistake>([
  [
    'commander.unknownCommand',
    { code: 'unknown-command', text: (name) => ({ en: `there is no command ${name}`, 'zh-CN': `没有命令 ${name}` }) },
  ],
  [
    'commander.unknownOption',
    { code: 'unknown-option', text: (name) => ({ en: `there is no option ${name}`, 'zh-CN': `没有选项 ${name}` }) },
  ],
  [
    'commander.optionMissingArgument',
    { code: 'option-missing-argument', text: (name) => ({ en: `option ${name} needs a value`, 'zh-CN': `选项 ${name} 缺少值` }) },
  ],
  ['commander.missingArgument', { code: 'missing-argument', text: (name) => ({ en: `<${name}> is missing`, 'zh-CN': `缺少 <${name}>` }) }],
  [
    'commander.excessArguments',
    { code: 'excess-arguments', text: (name) => ({ en: `too many arguments for ${name}`, 'zh-CN': `${name} 的参数太多` }) },
  ],
]);

/** The names among which a mistyped one is looked for. */
function namesLike(code: string, command: Command): string[] {
  if (code === 'commander.unknownCommand') return [...command.commands.map((child) => child.name()), 'help'];
  if (code !== 'commander.unknownOption') return [];
  return command.options.flatMap((option) => (option.long === undefined || option.long === null ? [] : [option.long]));
}
