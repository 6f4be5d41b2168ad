import { sql } from '../../engine/sql.ts';
import { afterChinese, both, type Lang, type Localized } from '../../lib/localized.ts';
import type { PoolRule } from '../../metrics/choices.ts';
import type { ResultCell, ResultRow, TableSection } from '../../result/result.ts';
import { from, own, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { spellEndWords } from '../parts/spell-end-words.ts';
import type { PoolInput } from './run.ts';

const metric = 'what_if_rules';

/** What each rule would have changed, between bounds whose assumptions stand below it. */
export async function whatIfSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`select * from what_if_rules order by case rule when 'recycle_days' then 1 when 'holding_limit' then 2 when 'daily_quota' then 3 else 4 end`,
  );
  const columns = (...names: readonly string[]) => metricColumns<ResultRow>(metric, ...names);
  return table<ResultRow>(
    lang,
    {
      id: 'what_if',
      name: both('Under other rules', '规则试算'),
      title: titleOf(rows[0]),
      glance: {
        first: ['rule', 'affected_low', 'affected', 'leads', 'idle_days', 'converted', 'claimable', 'gained'],
        below: ['at_least', 'at_most'],
        hidden: ['value', 'came_back', 'claimed_again', 'taken_again', 'converted_again'],
      },
    },
    {
      rule: {
        ...metricHeading(metric, 'rule'),
        type: 'text',
        value: (row) => ruleWords[ruleOf(row)](amountText(Number(row['value']))),
        code: ({ rule = null }) => rule,
      },
      ...columns('value', 'affected_low', 'affected', 'leads', 'reps', 'still_held', 'idle_days', 'converted', 'claimable', 'gained'),
      at_least: {
        title: both('At least', '下限假设'),
        type: 'text',
        basis: both('What the lower figures take for granted.', '下限所依据的假设。'),
        value: (row) => leastAssumed[ruleOf(row)],
      },
      at_most: {
        title: both('At most', '上限假设'),
        type: 'text',
        basis: both('What the upper figures take for granted.', '上限所依据的假设。'),
        value: () => most,
      },
      ...columns('first_on', 'last_on', 'came_back', 'claimed_again', 'taken_again', 'converted_again'),
    },
    rows,
  );
}

function ruleOf({ rule }: ResultRow): PoolRule {
  return rule as PoolRule;
}

const ruleWords: Readonly<Record<PoolRule, (value: string) => Localized>> = {
  recycle_days: (value) => both(`recycled after ${value} days without contact`, `${value} 天未跟进即收回`),
  holding_limit: (value) => both(`at most ${value} leads a rep`, `每人最多持有 ${value} 条`),
  daily_quota: (value) => both(`at most ${value} claims a day`, `每人每日最多领取 ${value} 条`),
  claim_ban_days: (value) => both(`no claim for ${value} days after losing it`, `失去后 ${value} 天内不得再领`),
};

const nobody = both('nobody takes what comes free', '空出的线索无人领取');

/** That of the lower figures is of the rule; the upper ones take the same for granted everywhere. */
const most = both(
  'everybody does as they did; what comes free is claimed, and converts, as leads that came back did',
  '各人行为不变；空出的线索按以往回到公海线索的再领取率与转化率被领取和转化',
);

function leastOf(least: Localized): Localized {
  return both(`${least.en}; ${nobody.en}`, `${least['zh-CN']}；${nobody['zh-CN']}`);
}

const leastAssumed: Readonly<Record<PoolRule, Localized>> = {
  recycle_days: leastOf(both('who called later calls in time', '后来才跟进的会提前跟进')),
  holding_limit: leastOf(both('reps take only what exceeds the limit at its peak less', '每人只少拿峰值超出上限的部分')),
  daily_quota: leastOf(both('reps take the rest on a later day', '其余的改天再领')),
  claim_ban_days: leastOf(both('reps wait until the ban is over', '禁领期满后再领')),
};

const endings = ['holding ends earlier', 'holdings end earlier', '次持有提前结束'] as const;
const refusals = ['holding is refused', 'holdings are refused', '次不予领取'] as const;

/** The first rule in a sentence. */
function titleOf(row: ResultRow | undefined): Localized {
  if (row === undefined) return both('Other rules', '其他规则');
  const count = (name: string): string => amountText(numberOf(row[name]) ?? 0);
  const rule = ruleWords[ruleOf(row)](count('value'));
  const range =
    row['affected_low'] === row['affected'] ? both('', '') : both(`${count('affected_low')} to `, `${count('affected_low')} 至 `);
  const [one, many, zh] = ruleOf(row) === 'recycle_days' ? endings : refusals;
  const gained = numberOf(row['gained']);
  const more = gained === null ? both('', '') : both(`, at most ${amountText(gained)} gained`, `，至多增加 ${amountText(gained)} 个`);
  return both(
    `If ${rule.en}: ${range.en}${count('affected')} ${row['affected'] === 1 ? one : many}; at most ${count('converted')} ${row['converted'] === 1 ? 'conversion' : 'conversions'} lost${more.en}`,
    `${afterChinese('若', rule['zh-CN'])}：${range['zh-CN']}${count('affected')} ${zh}；转化至多失去 ${count('converted')} 个${more['zh-CN']}`,
  );
}

/** Each holding that a rule would have ended or refused, the latest first. */
export function whatIfLeadsSection(input: PoolInput): Promise<TableSection> {
  const { lang } = input;
  return list(input, {
    id: 'what_if_leads',
    title: both('Leads that would have been freed or refused', '会被收回或不予领取的线索'),
    of: 'what_if_spells',
    by: 'lead_id',
    order: [...descending('what_if_spells', 'happened_on'), ...ascending('what_if_spells', 'lead_id', 'spell_order', 'rule')],
    columns: [
      ...from('what_if_spells', 'lead_id'),
      ...from('lead_course', 'lead'),
      ...from('what_if_spells', 'rep'),
      own(
        'rule',
        { ...metricHeading('what_if_spells', 'rule'), type: 'text' },
        reads('what_if_spells', 'rule'),
        (rule = null) => shortWords[String(rule) as PoolRule][lang],
        (rule = null) => rule,
      ),
      ...from('what_if_spells', 'happened_on'),
      own(
        'then',
        { title: both('What came of it', '实际经过'), type: 'text', basis: both('By the log.', '取自流转记录。') },
        reads('what_if_spells', 'next_contact_on', 'ended_by', 'ended_on'),
        (contact = null, end = null, day = null) => thenText(contact, end, day, lang),
        (_, end = null) => end,
      ),
      ...from('what_if_spells', 'idle_days', 'from_on', 'over_limit', 'spell_order'),
    ],
    glance: { first: ['lead_id', 'rep', 'rule', 'happened_on', 'idle_days', 'then'], hidden: ['spell_order'] },
  });
}

const shortWords: Readonly<Record<PoolRule, Localized>> = {
  recycle_days: both('freed', '收回'),
  holding_limit: both('over the limit', '超出保有量'),
  daily_quota: both('over the quota', '超出每日数'),
  claim_ban_days: both('within the ban', '禁领期内'),
};

/** `contacted 2026-03-02, converted 2026-03-09`. */
function thenText(contact: ResultCell, end: ResultCell, day: ResultCell, lang: Lang): string {
  const parts = [
    ...(contact === null ? [] : [lang === 'zh-CN' ? `${contact} 跟进` : `contacted ${contact}`]),
    ...(end === null ? [lang === 'zh-CN' ? '仍在持有' : 'still held'] : [endText(String(end), String(day), lang)]),
  ];
  return parts.join(lang === 'zh-CN' ? '，' : ', ');
}

function endText(end: string, day: string, lang: Lang): string {
  const words = spellEndWords[end]![lang];
  return lang === 'zh-CN' ? `${day} ${words}` : `${words} ${day}`;
}
