import type { Card } from '../../config/card.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { NotComputed } from '../../metrics/runner.ts';
import type { Finding, Result, Section } from '../../result/result.ts';
import { inWords } from './input-words.ts';

/** A Result that holds nothing yet, for commands that compute nothing over time. */
export function blankResult({ name, title }: Pick<Card, 'name' | 'title'>, lang: Lang): Result {
  return {
    schema: 'crm-eval/result@1',
    command: name,
    title: title[lang],
    as_of: null,
    period: null,
    lang,
    engine: 'duckdb',
    answer: [],
    inputs: [],
    sections: [],
    findings: [],
    not_computed: [],
  };
}

/** What a command read, and in which language it answers. */
interface Asked {
  readonly ingested: Pick<Ingested, 'asOf' | 'inputs' | 'findings'>;
  readonly lang: Lang;
  /** What figures were computed in, if any were. */
  readonly engine?: Pick<Engine, 'dialect'>;
}

interface Answer {
  readonly period?: Period | null;
  /** What the period is held against. */
  readonly comparedWith?: Period | undefined;
  /** What was found and what to do, in one to three sentences. */
  readonly answer?: readonly Localized[];
  readonly sections: Section[];
  /** What is to be said beside the findings on the files. */
  readonly findings?: readonly Finding[];
  readonly notComputed?: readonly NotComputed[];
}

/** What an analysis of files yields: how they were read, and what was made of them. */
export function analysisResult(card: Pick<Card, 'name' | 'title'>, { ingested, lang, engine }: Asked, answer: Answer): Result {
  const { period = null, comparedWith, answer: sentences = [], sections, findings = [], notComputed = [] } = answer;
  return {
    ...blankResult(card, lang),
    as_of: ingested.asOf,
    period,
    ...(comparedWith === undefined ? {} : { compared_with: { ...comparedWith } }),
    ...(engine === undefined ? {} : { engine: engine.dialect }),
    answer: sentences.map((sentence) => sentence[lang]),
    inputs: ingested.inputs.map((input) => inWords(input, lang)),
    sections,
    findings: [...ingested.findings, ...findings],
    not_computed: notComputed.map(({ metric, needs }) => ({ metric, needs: [...needs] })),
  };
}
