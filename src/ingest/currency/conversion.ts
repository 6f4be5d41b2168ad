import { CrmEvalError } from '../../errors.ts';
import type { Rates } from '../../model/rates.ts';
import type { Conversion } from '../table-plan.ts';

/** What the amounts of each label are multiplied by; a row without a currency is in the currency that is converted to. */
export function conversionOf(labels: readonly (string | null)[], possible: (label: string) => readonly string[], rates: Rates): Conversion {
  const factors = new Map<string, number>();
  const missing: string[] = [];
  const used = new Set<string>();
  for (const label of labels) {
    const codes = label === null ? [] : possible(label);
    if (label === null || codes.length === 0) continue;
    const code = codes.find((candidate) => candidate === rates.to) ?? codes.find((candidate) => rates.worth.has(candidate));
    if (code === undefined) missing.push(codes[0]!);
    else factors.set(label, rates.worth.get(code)!);
    if (code !== undefined && code !== rates.to) used.add(code);
  }
  if (missing.length > 0) throw rateMissing([...new Set(missing)], rates);
  return { to: rates.to, factors, used: [...used].toSorted().map((code) => ({ code, rate: rates.worth.get(code)! })) };
}

function rateMissing(codes: readonly string[], { to }: Rates): CrmEvalError {
  const list = codes.toSorted().join(', ');
  return new CrmEvalError(
    'rate-missing',
    'usage',
    {
      en: `amounts are in ${list}, for which "rates" has no rate to ${to}`,
      'zh-CN': `部分金额的币种为 ${list}，配置的 rates 中没有换算为 ${to} 的汇率`,
    },
    {
      fix: {
        en: `add what one ${codes[0]} is worth in ${to}: rates: {to: ${to}, ${codes[0]}: …}`,
        'zh-CN': `请在配置中补充 1 ${codes[0]} 折合多少 ${to}：rates: {to: ${to}, ${codes[0]}: …}`,
      },
    },
  );
}
