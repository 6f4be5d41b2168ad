import { both, type Localized } from '../lib/localized.ts';
import type { TextKind, textKinds } from './text-kinds.ts';

/** What a command says of itself, once: its help, settings and completion follow from it, and the README is held to it. */
export interface Card {
  readonly name: string;
  /** What its report is called. */
  readonly title: Localized;
  /** One line for the list of commands. */
  readonly summary: Localized;
  /** What it does and reads, beyond the summary. */
  readonly description: Localized;
  readonly arguments: readonly CardArgument[];
  /** Title of its own options in the help, where they have one. */
  readonly optionsTitle?: Localized;
  /** Its own options by name, in the order of the help. */
  readonly options: CardOptions;
  /** Options that other commands have too. */
  readonly shared: readonly SharedOption[];
  /** Sections of its Result; empty where the output is no Result. */
  readonly sections: readonly CardSection[];
  /** Lines to copy. */
  readonly examples: readonly string[];
}

export interface CardArgument {
  /** `<customer>` must be given, `[id]` need not, `[files...]` are any number. */
  readonly name: string;
  readonly text: Localized;
}

export interface CardSection {
  readonly id: string;
  /** What it holds, or how it is looked at. */
  readonly holds: Localized;
  /** The option, by name, without which the section is not there. */
  readonly with?: string;
  /** Where it is a list whose rows are followed from one run to the next by their id. */
  readonly list?: CardList;
}

export interface CardList {
  /** What it is called beside the others. */
  readonly name: Localized;
  /** That `{n}` have come into it. */
  readonly entered: Localized;
  /** That `{n}` have come into it from a list of the answer, where it is none itself: bad news is said first, by name. */
  readonly turned?: { readonly text: Localized; readonly isBad: boolean };
  /** The command says itself what became of the rows of an earlier result: no section of changes is made of them. */
  readonly judged?: true;
  /** A result without it is whole: there was nothing to list. */
  readonly mayLack?: true;
}

/** By the name of their value: `asOf` is `--as-of`. */
export type CardOptions = Readonly<Record<string, CardOption>>;

export interface CardOption {
  readonly flags: string;
  readonly text: Localized;
  readonly takes: Takes;
  /** May be given again and again; its value is the list. */
  readonly repeats?: true;
  /** Where the config has it: `engine.threads`. */
  readonly key?: string;
  readonly unit?: Localized;
  /** What holds where nothing is given; the schema of the config takes it from here. */
  readonly default?: Default;
  /** What the default means, or what holds where there is none. */
  readonly otherwise?: Localized;
  /** A switch, by name, that it turns on. */
  readonly implies?: string;
  /** Values to show in the config. */
  readonly examples?: readonly (string | number)[];
}

type Default = string | number | boolean | null;

/** What follows the flags: nothing, a number, one of some words, a text of some form, or a path. */
export type Takes =
  | { readonly kind: 'switch' }
  | { readonly kind: 'text' | 'file' | 'folder' }
  | { readonly kind: TextKind }
  | { readonly kind: 'whole'; readonly least: number; readonly most?: number }
  /** As `30%` or `0.3`. */
  | { readonly kind: 'share'; readonly from: 'zero' | 'above-zero' }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

type Taken<T extends Takes> = T extends { kind: 'choice'; values: readonly (infer V)[] }
  ? V
  : T extends { kind: infer K extends TextKind }
    ? NonNullable<ReturnType<(typeof textKinds)[K]['read']>>
    : T extends { kind: 'switch' }
      ? boolean
      : T extends { kind: 'whole' | 'share' }
        ? number
        : string;

/** What an option holds where it is given. */
export type OptionValue<O extends CardOption> = O extends { repeats: true } ? Repeated<Taken<O['takes']>> : Taken<O['takes']>;

/** Lists that are given again and again are one list. */
type Repeated<T> = [T] extends [readonly unknown[]] ? T : readonly T[];

/** Options that stand in the config too. */
export type Keyed<O extends CardOptions> = { readonly [N in keyof O as O[N] extends { key: string } ? N : never]: O[N] };

export type Unkeyed<O extends CardOptions> = { readonly [N in keyof O as O[N] extends { key: string } ? never : N]: O[N] };

/** What was given on the command line. */
export type Given<O extends CardOptions> = { readonly [N in keyof O]?: OptionValue<O[N]> };

/** What options without a key come to: as given, else their default; without one a switch is off and all else null. */
export type Settled<O extends CardOptions> = {
  readonly [N in keyof Unkeyed<O>]: O[N] extends { default: Default } | { takes: { kind: 'switch' } }
    ? OptionValue<O[N]>
    : OptionValue<O[N]> | null;
};

/** Names of the options that several commands have, by group, in the order of the help. */
export const sharedOptions = {
  time: ['asOf', 'period'],
  reading: ['config', 'scope', 'encoding', 'timezone', 'map', 'rates', 'keepPlaceholders', 'maxErrors', 'strict', 'rejects'],
  running: ['engine', 'schema', 'memoryLimit', 'threads', 'tempDir', 'progress'],
  output: [
    'format',
    'out',
    'force',
    'section',
    'columns',
    'where',
    'sort',
    'limit',
    'unit',
    'currency',
    'template',
    'record',
    'pager',
    'escape',
    'precise',
  ],
  routine: ['since', 'failOn', 'split'],
  general: ['lang', 'quiet', 'verbose', 'debug', 'color'],
} as const;

export type SharedOption = (typeof sharedOptions)[keyof typeof sharedOptions][number];

/** Those of a command that reads files and prints a Result that may be of some people alone. */
export const scopedOptions: readonly SharedOption[] = Object.values(sharedOptions).flat();

/** Those of a command that reads files and prints a Result. */
export const analysisOptions: readonly SharedOption[] = scopedOptions.filter((name) => name !== 'scope');

/** Those of a command that takes all of the files, whatever period is under review. */
export const optionsWithoutPeriod: readonly SharedOption[] = analysisOptions.filter((name) => name !== 'period');

export const filesArgument = {
  name: '[files...]',
  text: both(
    'CSV, Excel or HTML exports in any order, or the folder they lie in; - is the standard input',
    'CSV、Excel 或 HTML 导出文件，顺序不限，也可为其所在文件夹；- 表示标准输入',
  ),
} as const satisfies CardArgument;
