import type { Card, CardOption } from '../../config/card.ts';
import { type TextForm, textKinds } from '../../config/text-kinds.ts';
import type { Lang } from '../../lib/localized.ts';
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

/** A command as a shell knows it. */
export interface Offer {
  readonly name: string;
  readonly text: string;
  readonly options: readonly Offered[];
  /** What its arguments are. */
  readonly follows: Follows;
}

/** All that there is to type, from the cards. */
export function vocabulary(cards: readonly Card[], lang: Lang): readonly Offer[] {
  const offers = inGroups(cards.map((card) => offerOf(card, lang)));
  const help = { en: 'print the help of a command', 'zh-CN': '显示某个命令的帮助' }[lang];
  return [...offers, { name: 'help', text: help, options: [], follows: offers.map(({ name }) => name) }];
}

/** Commands whose names begin alike as one, followed by the second words, with the options of all. */
function inGroups(offers: readonly Offer[]): readonly Offer[] {
  const groups = new Map<string, readonly Offer[]>();
  for (const offer of offers) {
    const first = offer.name.split(' ')[0]!;
    groups.set(first, [...(groups.get(first) ?? []), offer]);
  }
  return [...groups].map(([name, members]): Offer => {
    const [only] = members;
    if (only!.name === name) return only!;
    const options = new Map(members.flatMap((offer) => offer.options).map((option) => [option.flags.join(' '), option]));
    const follows = members.map((member) => member.name.slice(name.length + 1));
    return { name, text: members.map(({ text }) => text).join('; '), options: [...options.values()], follows };
  });
}

function offerOf(card: Card, lang: Lang): Offer {
  const takesFiles = card.arguments.some(({ name }) => name === '[files...]');
  const options: readonly CardOption[] = [
    ...Object.values(card.options),
    ...card.shared.map((name) => shared[name]),
    ...(takesFiles ? roleOptions.map(([, option]) => option) : []),
  ];
  const offered = options.map((option) => ({
    flags: flagsOf(option.flags),
    text: option.text[lang],
    follows: option === shared.section ? card.sections.map(({ id }) => id) : followsOf(option),
  }));
  const help: Offered = { flags: ['-h', '--help'], text: { en: 'print this help', 'zh-CN': '显示帮助' }[lang], follows: 'nothing' };
  return { name: card.name, text: card.summary[lang], options: [...offered, help], follows: argumentsOf(card, takesFiles) };
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
