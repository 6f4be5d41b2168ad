import { firstWords, type Follows, type Offer, type Offered } from './vocabulary.ts';

/** For a file in fpath as well as for \`source\`. */
export function zshScript(offers: readonly Offer[]): string {
  return `#compdef crm-eval
# zsh completion of crm-eval
_crm-eval() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C '--lang[language]:language:(en zh)' '--debug' '(-V --version)'{-V,--version} '(-h --help)'{-h,--help} ': :->command' '*:: :->arguments'
  case $state in
    command)
      local -a commands=(
${firstWords(offers).map(described).join('\n')}
      )
      _describe command commands ;;
    arguments)
      local command=$line[1]
      # The second word of such as \`targets check\`; behind it the completion goes on as behind one word.
      case "$command $words[2]" in
        ${offers.flatMap(({ name }) => (name.includes(' ') ? [quoted(name)] : [])).join('|')})
          (( CURRENT > 2 )) && { command+=" $words[2]"; shift words; (( CURRENT-- )) } ;;
      esac
      case $command in
${offers.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _crm-eval ]]; then _crm-eval "$@"; else compdef _crm-eval crm-eval; fi
`;
}

function described({ name, text }: Offer): string {
  return `        ${quoted(`${name}:${text.replaceAll(':', '\\:')}`)}`;
}

function commandCase({ name, options, follows }: Offer): string {
  const specs = [...options.flatMap(optionSpecs), quoted(`*: :${actionOf(follows)}`)];
  return `        ${quoted(name)}) _arguments ${specs.join(' \\\n          ')} ;;`;
}

/** Options may be given again: of most the last one holds, others add up. */
function optionSpecs({ flags, text, follows }: Offered): string[] {
  const about = text.replaceAll(/[[\]\\:]/g, (character) => `\\${character}`);
  return flags.map((flag) => quoted(`*${flag}[${about}]${follows === 'nothing' ? '' : `: :${actionOf(follows)}`}`));
}

function actionOf(follows: Follows): string {
  if (follows === 'path') return '_files';
  return follows === 'nothing' || follows.length === 0 ? ' ' : `(${follows.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
