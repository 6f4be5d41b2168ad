import { firstWords, type Offer } from './vocabulary.ts';

/** For bash 3.2 and newer, as macOS has it. Where nothing is offered bash completes files. */
export function bashScript(offers: readonly Offer[]): string {
  return `# bash completion of crm-eval
_crm_eval() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= words= i
  # bash parts --format=json at the sign.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
      ${offers.map(({ name }) => `'${name.includes(' ') ? '' : ' '}${name}'`).join('|')}) command="\${command:+$command }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${offers.flatMap(valueCases).join('\n')}
    *' --lang') words='en zh' ;;
    *)
      case "$command" in
        '') words='${firstWords(offers)
          .map(({ name }) => name)
          .join(' ')} --lang --debug --version --help' ;;
${offers.map(wordsCase).join('\n')}
      esac ;;
  esac
  # A word that is no beginning of any of these is left to files.
  [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _crm_eval crm-eval
`;
}

/** What stands behind an option: words, or nothing, for bash to complete a file. */
function valueCases({ name, options }: Offer): string[] {
  return options.flatMap(({ flags, follows }) => {
    if (follows === 'nothing') return [];
    const words = follows === 'path' || follows.length === 0 ? '' : ` words='${follows.join(' ')}'`;
    return [`    ${flags.map((flag) => `'${name} ${flag}'`).join('|')})${words} ;;`];
  });
}

/** Options where the word begins like one, else the words of the arguments. */
function wordsCase({ name, options, follows }: Offer): string {
  const flags = options.flatMap((option) => option.flags.filter((flag) => flag.startsWith('--'))).join(' ');
  const others = typeof follows === 'string' ? '' : follows.join(' ');
  return `        '${name}') if [[ $cur == -* ]]; then words='${flags}'; else words='${others}'; fi ;;`;
}
