import { sql } from '../../engine/sql.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { ResultCell, ResultRow, TableSection } from '../../result/result.ts';
import { from, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { untriedLeads } from './allocation-ages.ts';
import { allocationTitle } from './allocation-title.ts';
import { rateText } from './rate-text.ts';
import { ownerOrPool } from './owner-or-pool.ts';
import type { PoolInput } from './run.ts';

const metric = 'rep_allocation';

/** What was chosen, and what it was compared with. */
export interface AllocationRows {
  /** The row of allocation_choice; undefined where there is no lead to give out, or nobody to give it to. */
  readonly choice: ResultRow | undefined;
  /** Those of allocation_plans, from today on. */
  readonly plans: readonly ResultRow[];
  /** Those of rep_allocation: who gets most first. */
  readonly reps: readonly ResultRow[];
  /** The decision. */
  readonly title: Localized;
}

export async function allocationRows({ engine }: Pick<PoolInput, 'engine'>): Promise<AllocationRows> {
  const [choice] = await engine.rows<ResultRow>(sql`select * from allocation_choice`);
  const plans = await engine.rows<ResultRow>(
    sql`select * from allocation_plans order by case plan when 'today' then 1 when 'in_turn' then 2 else 3 end`,
  );
  const reps = await engine.rows<ResultRow>(
    sql`select * from rep_allocation order by case state when 'gets' then 1 when 'capped' then 2 else 3 end, gets desc nulls last, held desc nulls last, rep`,
  );
  const untried = await untriedLeads({ engine });
  return { choice, plans, reps, title: allocationTitle({ choice, plans, reps, untried }) };
}

/** How many leads each rep has, how many it should be, and the limit; its title is the decision. */
export function allocationByRepSection({ lang }: PoolInput, { reps, title }: AllocationRows): TableSection {
  return table<ResultRow>(
    lang,
    {
      id: 'allocation_by_rep',
      name: both('Allocation by rep', '各销售的分配'),
      title,
      glance: { first: ['rep', 'held', 'leaves', 'gets', 'proposed', 'holding_limit', 'expected', 'state'], hidden: ['stays'] },
      chart: { kind: 'bars', label: 'rep', value: 'gets' },
    },
    {
      ...metricColumns(metric, 'rep', 'held', 'stays', 'leaves', 'gets', 'proposed', 'holding_limit', 'customers', 'expected'),
      state: {
        ...metricHeading(metric, 'state'),
        value: ({ state = null }) => stateWords[String(state)]!,
        code: ({ state = null }) => state,
      },
    },
    reps.filter(({ held, gets, state }) => held !== 0 || gets !== 0 || state === 'gets'),
  );
}

const stateWords: Readonly<Record<string, Localized>> = {
  gets: both('yes', '是'),
  capped: both('not before the leads in hand are worked', '先处理在手线索'),
  not_active: both('not active', '不在岗或近期未取得线索'),
};

/** Leads that change hands: from the pool to a rep, from rep to rep, or back to the pool; the likeliest to convert first. */
export function allocationSection(input: PoolInput, { choice }: AllocationRows): Promise<TableSection> {
  const { lang } = input;
  const byStrength = choice?.['reason'] === 'strength';
  return list(input, {
    id: 'allocation',
    title: both('Leads to give out, and to whom', '待分配线索与建议承接人'),
    of: 'lead_allocation',
    by: 'lead_id',
    where: sql`step <> 'stay' and step <> 'wait'`,
    order: [...descending('lead_allocation', 'chance'), ...ascending('lead_allocation', 'lead_id')],
    columns: [
      ...from('lead_allocation', 'lead_id'),
      ...from('lead_course', 'lead'),
      ...from('lead_allocation', 'rep'),
      ownerOrPool,
      own(
        'reason',
        { title: both('Why', '原因'), type: 'text', basis: reasonBasis },
        reads('lead_allocation', 'step', 'rep', 'holder', 'last_rep', 'chance', 'all_chance', 'holder_chance'),
        (...cells) => reasonText(cells, byStrength, lang),
        (step = null) => step,
      ),
      ...from('lead_allocation', 'chance', 'holder_chance', 'all_chance', 'segment', 'last_rep'),
      ...from('lead_course', 'age_days', 'contacts', 'source'),
    ],
    glance: {
      first: ['lead_id', 'rep', 'holder', 'chance', 'age_days', 'contacts', 'lead'],
      below: byStrength ? ['reason'] : [],
      hidden: ['holder_chance', 'all_chance'],
      most: 10,
    },
  });
}

const reasonBasis = both(
  'Where the lead is, and, where leads are given out by strength, what is known of the rep (section rep_strengths): the chance with that rep, with all reps, and with its owner.',
  '线索目前所在；按专长分配时另附承接人、全体销售与现负责人的转化概率（见 rep_strengths 部分）。',
);

function reasonText([step, rep, holder, last, chance, all, ofHolder]: readonly ResultCell[], byStrength: boolean, lang: Lang): string {
  const where = whereabouts(String(step), holder ?? null, last ?? null);
  if (!byStrength || typeof chance !== 'number' || typeof all !== 'number') return where[lang];
  const now = typeof ofHolder === 'number' ? both(`, ${holder} ${rateText(ofHolder)}`, `，${holder} ${rateText(ofHolder)}`) : both('', '');
  const strength = both(
    `${rep} converts ${rateText(chance)} of such leads, all reps ${rateText(all)}${now.en}`,
    `${rep}转化此类线索 ${rateText(chance)}，全体 ${rateText(all)}${now['zh-CN']}`,
  );
  return lang === 'zh-CN' ? `${strength[lang]}；${where[lang]}` : `${strength[lang]}; ${where[lang]}`;
}

function whereabouts(step: string, holder: ResultCell, last: ResultCell): Localized {
  if (step === 'take_back') return both(`over the limit of ${holder}, and nobody has room`, `超出${holder}的上限，且无人有余量`);
  if (holder !== null) return both(`is with ${holder}`, `目前由${holder}持有`);
  return last === null ? both('lies in the pool', '在公海') : both(`lies in the pool, last with ${last}`, `在公海，上一位为${last}`);
}
