import type { Config } from '../config/schema.ts';
import type { Lang } from '../lib/localized.ts';
import type { Finding } from '../result/result.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';

/** Findings as grave as the config says, by their code; those it wants to hear nothing of are `silent`. */
export function weighed(
  findings: readonly Finding[],
  severities: Readonly<Partial<Record<string, Config['findings'][keyof Config['findings']]>>>,
): { readonly heard: Finding[]; readonly silent: Finding[] } {
  const [heard, silent]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const own = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined;
    if (own === 'silent') silent.push(finding);
    else heard.push(own === undefined ? finding : { ...finding, level: own });
  }
  return { heard, silent };
}

/** With -v, in a line: how many findings the config silenced, and under which codes. */
export function saySilent(run: Run, { verbose }: Flags, silent: readonly Finding[], lang: Lang): void {
  if (verbose !== true || silent.length === 0) return;
  const count = silent.reduce((sum, finding) => sum + finding.count, 0);
  const codes = [...new Set(silent.map(({ code }) => code))];
  const text = {
    en: `silent by the config: ${count} (${codes.join(', ')})`,
    'zh-CN': `按配置不提示：${count} 项（${codes.join('、')}）`,
  };
  run.stderr.write(`${text[lang]}\n`);
}
