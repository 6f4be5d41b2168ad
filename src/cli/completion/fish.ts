import type { Follows, Offer, Offered } from './vocabulary.ts';

export function fishScript(offers: readonly Offer[]): string {
  const names = offers.map(({ name }) => name).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  return [
    '# fish completion of crm-eval',
    'complete -c crm-eval -f',
    ...offers.map(({ name, text }) => line(none, `-a ${name}`, text)),
    `complete -c crm-eval -n ${quoted(none)} -l lang -x -a 'en zh'`,
    `complete -c crm-eval -n ${quoted(none)} -l debug`,
    `complete -c crm-eval -n ${quoted(none)} -s V -l version`,
    `complete -c crm-eval -n ${quoted(none)} -s h -l help`,
    ...offers.flatMap(offerLines),
    '',
  ].join('\n');
}

function offerLines({ name, options, follows }: Offer): string[] {
  // `help score` is about score, but takes none of its options.
  const here = `__fish_seen_subcommand_from ${name}${name === 'help' ? '' : '; and not __fish_seen_subcommand_from help'}`;
  const values = follows === 'path' ? '-F' : follows === 'nothing' || follows.length === 0 ? '' : `-a ${quoted(follows.join(' '))}`;
  return [
    ...(values === '' ? [] : [`complete -c crm-eval -n ${quoted(here)} ${values}`]),
    ...options.map((option) => line(here, optionPart(option), option.text)),
  ];
}

function optionPart({ flags, follows }: Offered): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...valuePart(follows)].join(' ');
}

function valuePart(follows: Follows): string[] {
  if (follows === 'nothing') return [];
  if (follows === 'path') return ['-r', '-F'];
  return ['-x', ...(follows.length === 0 ? [] : [`-a ${quoted(follows.join(' '))}`])];
}

function line(condition: string, what: string, text: string): string {
  return `complete -c crm-eval -n ${quoted(condition)} ${what} -d ${quoted(text)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
