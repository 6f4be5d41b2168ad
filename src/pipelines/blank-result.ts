import type { Lang } from '../lib/localized.ts';
import type { Result } from '../result/result.ts';

/** A Result that holds nothing yet, for commands that compute nothing over time. */
export function blankResult(command: string, lang: Lang): Result {
  return {
    schema: 'crm-eval/result@1',
    command,
    as_of: null,
    period: null,
    lang,
    engine: 'duckdb',
    inputs: [],
    sections: [],
    findings: [],
    not_computed: [],
  };
}
