import type { Finding, Result, Section } from '../../result/result.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { customersIn } from '../parts/customers-in.ts';
import { allocationByRepSection, allocationRows, allocationSection } from './allocation.ts';
import { allocationAgesSection } from './allocation-ages.ts';
import { allocationPlansSection, repStrengthsSection } from './allocation-plans.ts';
import { adviceSection, poolAdvice } from './advice/section.ts';
import { poolAnswer } from './answer.ts';
import { poolCard } from './card.ts';
import { conversionByAgeSection, conversionGroups, conversionSection } from './conversion.ts';
import { changesSection, overviewSection, poolPeriodRows } from './overview.ts';
import { customerWords, namesWithLeads } from './customer-words.ts';
import { distributionSection } from './distribution.ts';
import { poolFindings } from './findings.ts';
import { flowSection, repSignals } from './flow.ts';
import { followUpsByRepSection, followUpsSection } from './follow-ups.ts';
import { factorsSection } from './factors.ts';
import { laterFindings } from './later-findings.ts';
import { leadColumnsSection } from './late-columns.ts';
import { logFindings } from './log-findings.ts';
import { leadModelFindings, leadModelRows, leadModelSection } from './lead-model.ts';
import { prioritiesSection } from './priorities.ts';
import { recordFindings } from './record-findings.ts';
import { rateMonthsSection } from './rate-months.ts';
import { recycleSection } from './recycle.ts';
import { repLimitsSection } from './rep-limits.ts';
import { repsSection } from './reps.ts';
import { settingsFindings } from './settings-findings.ts';
import { speedBandsSection } from './speed-bands.ts';
import { speedFindings } from './speed-findings.ts';
import { speedSection } from './speed.ts';
import { whatIfLeadsSection, whatIfSection } from './what-if.ts';
import { computePool, poolFields, type PoolInput, type PoolRun } from './run.ts';

export { poolFields, type PoolInput };

/** How well the lead pool is used, who holds leads without working them, and what to do. */
export async function pool(asked: PoolInput): Promise<Result> {
  const run = await computePool(asked);
  const input = { ...asked, of: run.of };
  const periods = await poolPeriodRows(input);
  const signals = await repSignals(input);
  const groups = await conversionGroups(input);
  const leadModel = await leadModelRows(input);
  const allocation = await allocationRows(input);
  const lists = [
    await flowSection(input, signals),
    ...((input.whatIf ?? null) === null ? [] : [await whatIfSection(input), await whatIfLeadsSection(input)]),
    conversionSection(input, groups),
    await conversionByAgeSection(input),
    await speedSection(input),
    await speedBandsSection(input),
    await followUpsByRepSection(input),
    await followUpsSection(input),
    await recycleSection(input),
    allocationByRepSection(input, allocation),
    await allocationSection(input, allocation),
    allocationPlansSection(input, allocation),
    await allocationAgesSection(input),
    await repStrengthsSection(input),
    await prioritiesSection(input, leadModel),
    await factorsSection(input),
    await leadColumnsSection(input),
    leadModelSection(input, leadModel),
    await repsSection(input),
    await repLimitsSection(input),
    await distributionSection(input),
  ];
  const rates = [changesSection(input, periods), await rateMonthsSection(input), await overviewSection(input, run, periods)];
  const { service_hours: serviceHours } = input.settings;
  const advice = poolAdvice({ sections: lists, signals, groups, allocation, chosen: leadModel.chosen, serviceHours });
  const sections = [...lists, adviceSection(input.lang, advice), ...rates];
  const findings = [
    ...(await poolFindings(input, run)),
    ...(await laterFindings(input, run)),
    ...(await logFindings(input, run)),
    ...(await settingsFindings(input, run)),
    ...(await speedFindings(input)),
    ...leadModelFindings(input, leadModel),
  ];
  const result = analysisResult(poolCard, input, {
    period: run.periods?.after ?? null,
    answer: poolAnswer({ sections, periods: run.periods, advice, forgotten: run.forgotten }),
    sections: sections.filter((section) => holdsAny(section) || isFollowed(section, run)),
    notComputed: run.notComputed,
  });
  return finished(result, findings, input, run);
}

/** With what is to be said beside the findings on the files, in the words of what is evaluated; a list that no section is made of is idle. */
async function finished(result: Result, findings: readonly Finding[], input: PoolInput, run: PoolRun): Promise<Result> {
  const hasRecycling = result.sections.some(({ id }) => id === 'recycle');
  const other = run.of === 'customers' ? 'leads' : hasRecycling ? null : 'customers';
  const inputs = result.inputs.map((each) => (each.role === other ? { ...each, idle: true as const } : each));
  const all = { ...result, inputs, findings: [...result.findings, ...findings, ...recordFindings(input, run)] };
  if (run.of === 'leads') return all;
  const say = customerWords(input.lang, await namesWithLeads(input), await customersIn(input.engine));
  return {
    ...all,
    title: say.text(result.title),
    answer: result.answer.map(say.text),
    sections: result.sections.map(say.section),
    findings: [...result.findings, ...findings.map(say.finding), ...recordFindings(input, run)],
  };
}

/** Tables without a row and facts that are all unknown say nothing: what is missing is a finding. */
function holdsAny(section: Section): boolean {
  return section.kind === 'table' ? section.total > 0 : section.facts.length > 0;
}

/** A list that is followed from run to run is there when it is empty, too: all have left it. */
function isFollowed({ id }: Section, { notComputed }: PoolRun): boolean {
  return id === 'priorities' || (id === 'follow_ups' && !notComputed.some(({ metric }) => metric === 'lead_follow_ups'));
}
