import { findingCodes } from '../codes.ts';
import { CrmEvalError, exitCodes } from '../errors.ts';
import { type Alarm, ordering } from '../lib/conditions.ts';
import { grouped } from '../lib/grouped.ts';
import type { Localized } from '../lib/localized.ts';
import { meantOrListed } from '../lib/nearest.ts';
import type { Since } from '../pipelines/parts/since/since.ts';
import type { Result } from '../result/result.ts';
import type { Call } from './call.ts';
import { refuseValue } from './option-values.ts';

/** Before any work: newcomers are counted against an earlier result, in lists that the command has. Figures are known when they are computed. */
export function checkAlarms({ flags, card }: Pick<Call, 'flags' | 'card'>): void {
  const lists = card.sections.flatMap(({ id, list }) => (list === undefined ? [] : [id]));
  for (const alarm of flags.failOn ?? []) {
    if (alarm.kind !== 'new') continue;
    if (flags.since === undefined)
      refuseValue('--fail-on', alarm.text, { en: '--since FILE.json beside it', 'zh-CN': '--since 文件.json' });
    if (alarm.list !== null && !lists.includes(alarm.list)) throw unknown(alarm.list, lists);
  }
}

/** Why the run ends with the exit code of a condition: each one that holds. What is not known is on no side of a bound. `entered`: newcomers by list. */
export function raised(alarms: readonly Alarm[], result: Result, entered: Since['entered']): Localized[] {
  return alarms.flatMap((alarm) => {
    const figure = alarm.kind === 'new' ? newcomers(result, entered, alarm.list) : figureOf(result, alarm.name);
    const holds = alarm.kind === 'new' ? (count: number) => count > 0 : (value: number) => ordering(alarm.operator)(value - alarm.bound);
    if (figure === null || !holds(figure)) return [];
    const code = exitCodes.conditionHolds;
    return [
      {
        en: `exit ${code}: --fail-on ${alarm.text}, and it is ${figureText(figure)}`,
        'zh-CN': `退出码 ${code}：--fail-on ${alarm.text} 成立，实际为 ${figureText(figure)}`,
      },
    ];
  });
}

/** Six digits behind the point, as ratios have them in CSV. */
function figureText(figure: number): string {
  return grouped(Number(figure.toFixed(6)));
}

/** Of one list, or of all that are part of the answer; null in a first run. */
function newcomers({ sections }: Result, entered: Since['entered'], list: string | null): number | null {
  if (entered === null) return null;
  const counts = [...entered].filter(([id]) =>
    list === null ? sections.some((section) => section.id === id && section.place === 'answer') : id === list,
  );
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/** Rows of a table, the value of a figure, or how often there is a finding: `at_risk`, `overview.value_at_risk`, `inputs-unchanged`. */
function figureOf({ sections, findings }: Result, name: string): number | null {
  const tables = sections.flatMap((section) => (section.kind === 'table' ? [section] : []));
  const table = tables.find(({ id }) => id === name);
  if (table !== undefined) return table.total;
  const figures = sections.flatMap((section) =>
    section.kind === 'facts'
      ? section.facts.filter(({ value }) => value === null || typeof value === 'number').map((fact) => ({ section: section.id, fact }))
      : [],
  );
  const found = figures.filter(({ section, fact }) => name === fact.id || name === `${section}.${fact.id}`);
  if (found.length === 0 && findingCodes.some((code) => code === name))
    return findings.reduce((sum, { code, count }) => sum + (code === name ? count : 0), 0);
  if (found.length === 0) throw unknown(name, [...tables.map(({ id }) => id), ...figures.map(({ fact }) => fact.id)]);
  const values = new Set(found.map(({ fact }) => fact.value));
  if (values.size > 1)
    throw severalFigures(
      name,
      found.map(({ section, fact }) => `${section}.${fact.id}`),
    );
  const [value] = values;
  return typeof value === 'number' ? value : null;
}

function unknown(name: string, listed: readonly string[]): CrmEvalError {
  const text = { en: `there is no list or figure "${name}"`, 'zh-CN': `没有名为“${name}”的名单或指标` };
  return new CrmEvalError('figure-unknown', 'usage', text, { fix: meantOrListed(name, listed) });
}

function severalFigures(name: string, figures: readonly string[]): CrmEvalError {
  return new CrmEvalError(
    'figure-unknown',
    'usage',
    { en: `several sections have the figure ${name}`, 'zh-CN': `多个部分都有指标 ${name}` },
    { fix: { en: `choose one of: ${figures.join(', ')}`, 'zh-CN': `可选：${figures.join('、')}` } },
  );
}
