import { firstWords, type Offer } from './vocabulary.ts';

/** Where nothing is offered PowerShell completes files. */
export function powershellScript(offers: readonly Offer[]): string {
  return `# PowerShell completion of crm-eval
Register-ArgumentCompleter -Native -CommandName 'crm-eval' -ScriptBlock {
  param($word, $ast, $position)
  $commands = @{
${offers.map(commandEntry).join('\n')}
  }
  $values = @{
${offers.flatMap(valueEntries).join('\n')}
  }
  $before = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
  $command = ''
  foreach ($each in $before) { if ($commands.ContainsKey("$command $each".Trim())) { $command = "$command $each".Trim() } }
  $words = if (-not $command) { @(${firstWords(offers)
    .map(({ name }) => quoted(name))
    .join(', ')}, '--lang', '--debug', '--version', '--help') }
    elseif ($before.Count -and $values.ContainsKey("$command $($before[-1])")) { $values["$command $($before[-1])"] }
    else { $commands[$command] | Where-Object { $word -like '-*' -or $_ -notlike '-*' } }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

function commandEntry({ name, options, follows }: Offer): string {
  const flags = options.flatMap((option) => option.flags.filter((flag) => flag.startsWith('--')));
  return `    ${quoted(name)} = @(${[...(typeof follows === 'string' ? [] : follows), ...flags].map(quoted).join(', ')})`;
}

function valueEntries({ name, options }: Offer): string[] {
  return options.flatMap(({ flags, follows }) =>
    follows === 'nothing'
      ? []
      : flags.map((flag) => `    ${quoted(`${name} ${flag}`)} = @(${typeof follows === 'string' ? '' : follows.map(quoted).join(', ')})`),
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
