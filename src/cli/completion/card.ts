import { type Card, sharedOptions } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export type Shell = (typeof shells)[number];

export const completionCard = {
  name: 'completion',
  title: both('Completion', '命令补全'),
  summary: both('print what makes a shell complete commands and options', '输出让 shell 自动补全命令与选项的脚本'),
  description: both(
    `Prints a script; a new shell completes commands, options, their values and files with Tab. Where it goes:
bash: eval "$(crm-eval completion bash)" in ~/.bashrc
zsh: source <(crm-eval completion zsh) in ~/.zshrc, below compinit
fish: crm-eval completion fish > ~/.config/fish/completions/crm-eval.fish
PowerShell: crm-eval completion powershell >> $PROFILE`,
    `输出一段脚本；新开的 shell 中按 Tab 即可补全命令、选项、取值与文件。放置位置：
bash：在 ~/.bashrc 中写 eval "$(crm-eval completion bash)"
zsh：在 ~/.zshrc 的 compinit 之后写 source <(crm-eval completion zsh)
fish：crm-eval completion fish > ~/.config/fish/completions/crm-eval.fish
PowerShell：crm-eval completion powershell >> $PROFILE`,
  ),
  arguments: [{ name: '<shell>', text: both(`one of ${shells.join(', ')}`, `以下之一：${shells.join('、')}`) }],
  options: {},
  shared: ['out', 'force', ...sharedOptions.general],
  sections: [],
  examples: ['crm-eval completion bash', 'crm-eval completion fish > ~/.config/fish/completions/crm-eval.fish'],
} as const satisfies Card;
