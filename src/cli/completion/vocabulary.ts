import type { Card, CardOption } from '../../config/card.ts';
import { type TextForm, textKinds } from '../../config/text-kinds.ts';
import type { Lang } from '../../lib/localized.ts';
import { commandGroups } from '../command-groups.ts';
import { shared } from '../options.ts';
import { roleOptions } from '../roles.ts';
import { shells } from './card.ts';

/** What follows an option or a command: nothing, a file or folder, one of these words, or a text that cannot be guessed (no words). */
export type Follows = 'nothing' | 'path' | readonly string[];

/** An option as a shell knows it. */
export interface Offered {
  /** `-o`, `--out`. */
  readonly flags: readonly string[];
  readonly text: string;
  readonly follows: Follows;
}

/** A command as a shell knows it, or the first word of several. */
export interface Offer {
  /** `score`; of a command of two words both: `targets check`. */
  readonly name: string;
  readonly text: string;
  readonly options: readonly Offered[];
  /** What its arguments are; of a first word the second ones. */
  readonly follows: Follows;
}

/** All that there is to type, from the cards: `targets` stands before `targets check`, and `help` has the words of all. */
export function vocabulary(cards: readonly Card[], lang: Lang): readonly Offer[] {
  const groups = Object.entries(commandGroups).map(([name, text]): Offer => {
    const common = [shared.lang, shared.debug].map((option) => offeredOf(option, lang));
    const members = cards.filter((card) => card.name.startsWith(`${name} `));
    return { name, text: text[lang], options: [...common, helpOf(lang)], follows: members.map((card) => card.name.slice(name.length + 1)) };
  });
  const offers = cards.flatMap((card) => {
    const group = groups.find(({ name, follows }) => card.name === `${name} ${follows[0]}`);
    return [...(group === undefined ? [] : [group]), offerOf(card, lang)];
  });
  const text = { en: 'print the help of a command', 'zh-CN': '显示某个命令的帮助' }[lang];
  return [
    ...offers,
    { name: 'help', text, options: [], follows: firstWords(offers).map(({ name }) => name) },
    ...groups.map(({ name, follows }) => ({ name: `help ${name}`, text, options: [], follows })),
  ];
}

/** What a command line may begin with. */
export function firstWords(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ name }) => !name.includes(' '));
}

function offerOf(card: Card, lang: Lang): Offer {
  const takesFiles = card.arguments.some(({ name }) => name === '[files...]');
  const options: readonly CardOption[] = [
    ...Object.values(card.options),
    ...card.shared.map((name) => shared[name]),
    ...(takesFiles ? roleOptions.map(([, option]) => option) : []),
  ];
  const sections = card.sections.map(({ id }) => id);
  const offered = options.map((option) =>
    option === shared.section ? { ...offeredOf(option, lang), follows: sections } : offeredOf(option, lang),
  );
  return { name: card.name, text: card.summary[lang], options: [...offered, helpOf(lang)], follows: argumentsOf(card, takesFiles) };
}

function offeredOf(option: CardOption, lang: Lang): Offered {
  return { flags: flagsOf(option.flags), text: option.text[lang], follows: followsOf(option) };
}

function helpOf(lang: Lang): Offered {
  return { flags: ['-h', '--help'], text: { en: 'print this help', 'zh-CN': '显示帮助' }[lang], follows: 'nothing' };
}

function argumentsOf(card: Card, takesFiles: boolean): Follows {
  if (card.arguments.some(({ name }) => name === '<shell>')) return shells;
  return takesFiles || card.arguments.some(({ name }) => name === '<folder>') ? 'path' : [];
}

function followsOf({ takes }: CardOption): Follows {
  switch (takes.kind) {
    case 'switch':
      return 'nothing';
    case 'file':
    case 'folder':
      return 'path';
    case 'choice':
      return takes.values;
    case 'whole':
    case 'share':
    case 'text':
      return [];
    default: {
      const { words = [] }: TextForm = textKinds[takes.kind];
      return words;
    }
  }
}

/** `-o` and `--out` of `-o, --out <file>`. */
function flagsOf(flags: string): string[] {
  return [...flags.matchAll(/(?<![\w-])--?[a-z][\w-]*/gi)].map(([flag]) => flag);
}
