import { firstWords, type Follows, type Offer, type Offered } from './vocabulary.ts';

export function fishScript(offers: readonly Offer[]): string {
  const none = condition('');
  return [
    '# fish completion of crm-eval',
    'function __crm_eval_at',
    "  set -l command ''",
    '  for word in (commandline -opc)[2..-1]',
    '    switch "$command $word"',
    `      case ${offers.map(({ name }) => quoted(name.includes(' ') ? name : ` ${name}`)).join(' ')}`,
    '        set command (string trim -- "$command $word")',
    '    end',
    '  end',
    '  test "$command" = "$argv"',
    'end',
    'complete -c crm-eval -f',
    ...firstWords(offers).map(({ name, text }) => line(none, `-a ${name}`, text)),
    `complete -c crm-eval -n ${quoted(none)} -l lang -x -a 'en zh'`,
    `complete -c crm-eval -n ${quoted(none)} -l debug`,
    `complete -c crm-eval -n ${quoted(none)} -s V -l version`,
    `complete -c crm-eval -n ${quoted(none)} -s h -l help`,
    ...offers.flatMap((offer) => offerLines(offer, offers)),
    '',
  ].join('\n');
}

/** That the words so far call this command. */
function condition(name: string): string {
  return `__crm_eval_at ${quoted(name)}`;
}

function offerLines({ name, options, follows }: Offer, offers: readonly Offer[]): string[] {
  const here = condition(name);
  return [...argumentLines(name, follows, offers), ...options.map((option) => line(here, optionPart(option), option.text))];
}

function argumentLines(name: string, follows: Follows, offers: readonly Offer[]): string[] {
  const start = `complete -c crm-eval -n ${quoted(condition(name))}`;
  if (follows === 'path') return [`${start} -F`];
  if (follows === 'nothing' || follows.length === 0) return [];
  const second = follows.map((word) => offers.find((offer) => offer.name === `${name} ${word}`));
  if (second.includes(undefined)) return [`${start} -a ${quoted(follows.join(' '))}`];
  return second.map((offer, index) => line(condition(name), `-a ${follows[index]}`, offer!.text));
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

function line(when: string, what: string, text: string): string {
  return `complete -c crm-eval -n ${quoted(when)} ${what} -d ${quoted(text)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
