import { sql } from '../../engine/sql.ts';
import type { Ingested } from '../../ingest/contract.ts';
import { both } from '../../lib/localized.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { runMetrics } from '../../metrics/runner.ts';
import type { FactsSection, Result, ResultRow, TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { factsSection } from '../../views/facts.ts';
import { metricColumns, metricFacts, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { explainCard } from './card.ts';
import { findLead } from './lead-id.ts';
import { leadAnswer, outcomeWords, takenWords } from './lead-answer.ts';
import { spellEndWords } from '../parts/spell-end-words.ts';

const wanted = ['lead_course', 'lead_spells'];

export interface LeadInput extends ViewContext {
  readonly ingested: Ingested;
  /** Its id, or the name of its company. */
  readonly lead: string;
}

/** Canonical fields that the explanation of a lead reads. */
export function leadFields(): Set<string> {
  // Of customers in place of leads the same metrics are made: here nobody asks for them.
  return new Set([...fieldsFor(wanted)].filter((field) => !/^(?:customers|orders)\./.test(field)));
}

/** Takes one lead apart: where it stands, who had it, and what to do. Throws `lead-ambiguous` and `lead-unknown` (usage). */
export async function explainLead(input: LeadInput): Promise<Result> {
  const { engine, ingested } = input;
  const { asOf, available } = ingested;
  const { notComputed } = await runMetrics({ engine, metrics: wanted, registry: metrics, available, parameters: { as_of: asOf } });
  const id = await findLead(engine, input.lead);
  const [course = {}] = await engine.rows<ResultRow>(sql`select * from lead_course where lead_id = ${id}`);
  const spells = await engine.rows<ResultRow>(sql`select * from lead_spells where lead_id = ${id} order by spell_order`);
  return analysisResult({ name: explainCard.name, title: both('One lead', '线索详情') }, input, {
    answer: [leadAnswer(course, spells, asOf)],
    sections: [leadSection(input, course), ...(spells.length === 0 ? [] : [spellsSection(input, spells)])],
    notComputed,
  });
}

const shown = [
  'lead_id',
  'lead',
  'owner',
  'pool',
  'source',
  'batch',
  'industry',
  'region',
  'size',
  'product',
  'cost',
  'created_at',
  'first_claimed_at',
  'held_since',
  'first_contact_at',
  'last_contact_at',
  'next_contact_at',
  'expires_at',
  'contacts',
  'claims',
  'comebacks',
];

function leadSection({ lang }: LeadInput, course: ResultRow): FactsSection {
  const outcome = String(course['outcome']);
  const facts = [
    ...metricFacts('lead_course', shown, course),
    { id: 'outcome', ...metricHeading('lead_course', 'outcome'), value: outcomeWords[outcome] ?? outcome, code: outcome },
    ...metricFacts('lead_course', ['outcome_at', 'age_days'], course),
  ];
  return factsSection(
    lang,
    { id: 'lead', title: both('The lead', '线索') },
    facts.filter(({ value }) => value !== null),
  );
}

function spellsSection({ lang }: LeadInput, spells: readonly ResultRow[]): TableSection {
  const worded = (column: string, words: typeof spellEndWords) => ({
    ...metricHeading('lead_spells', column),
    type: 'text' as const,
    value: ({ [column]: code = null }: ResultRow) => (code === null ? null : (words[String(code)] ?? String(code))),
    code: ({ [column]: code = null }: ResultRow) => code,
  });
  return table<ResultRow>(
    lang,
    { id: 'spells', title: both('Who had it', '历任负责人') },
    {
      ...metricColumns('lead_spells', 'spell_order', 'rep'),
      taken_by: worded('taken_by', takenWords),
      ...metricColumns('lead_spells', 'from_at', 'to_at'),
      ended_by: worded('ended_by', spellEndWords),
      ...metricColumns('lead_spells', 'first_contact_at', 'contacts'),
    },
    spells,
  );
}
