import type { Card } from '../../config/card.ts';
import { completionCard, type Shell, shells } from '../completion/card.ts';
import { refuseValue } from '../option-values.ts';
import { type CommandDefinition, defineCommand } from './define.ts';

/** Of all commands, itself among them: they are asked for when it is called. */
export function completionCommand(cards: () => readonly Card[]): CommandDefinition {
  return defineCommand(completionCard, async (call, name) => {
    const shell = shells.find((own) => own === name);
    if (shell === undefined) refuseValue('<shell>', name, { en: `one of ${shells.join(', ')}`, 'zh-CN': `以下之一：${shells.join('、')}` });
    const { vocabulary } = await import('../completion/vocabulary.ts');
    const { printText } = await import('../print.ts');
    await printText(call, (await scriptOf(shell))(vocabulary(cards(), call.run.lang)));
  });
}

async function scriptOf(shell: Shell) {
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.ts')).bashScript;
    case 'zsh':
      return (await import('../completion/zsh.ts')).zshScript;
    case 'fish':
      return (await import('../completion/fish.ts')).fishScript;
    case 'powershell':
      return (await import('../completion/powershell.ts')).powershellScript;
  }
}
