import type { Command } from 'commander';

/** The words that call a command, such as `targets check`; empty for the program. */
export function fullName(command: Command): string {
  return command.parent === null ? '' : `${fullName(command.parent)} ${command.name()}`.trim();
}
