import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { RepRate } from '../../metrics/choices.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import { numberOf } from '../../views/number-of.ts';
import { listed, percentText } from '../../views/number-words.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

interface RepRow extends ResultRow {
  readonly signals: string | null;
}

/** A rate of a rep that is beyond the limits of chance. */
export interface Signal {
  readonly rep: string;
  readonly rate: RepRate;
  readonly isBad: boolean;
  readonly isFar: boolean;
  readonly value: number;
  readonly others: number | null;
}

/** For a conversion or a contact less is bad, for a recycle more; a rep who gives leads back, or takes those of other pools, does no harm by that alone. */
const badSide: Readonly<Record<RepRate, 'above' | 'below' | null>> = {
  follow_up: 'below',
  conversion: 'below',
  recycle: 'above',
  return: null,
  other_pools: null,
};

/** Signals of all reps, those beyond the outer limits first, bad ones before others. */
export async function repSignals({ engine }: Pick<PoolInput, 'engine'>): Promise<Signal[]> {
  const rows = await engine.rows<ResultRow>(sql`select * from rep_signals where signal <> 'none' order by rep, rate`);
  return rows.map(({ rep, rate, signal, value, others }) => {
    const side = badSide[rate as RepRate];
    return {
      rep: String(rep),
      rate: rate as RepRate,
      isBad: side !== null && String(signal).endsWith(side),
      isFar: String(signal).startsWith('far_'),
      value: Number(value),
      others: numberOf(others),
    };
  });
}

const rateWords: Readonly<Record<RepRate, Localized>> = {
  follow_up: both('contacted', '跟进'),
  conversion: both('converted', '转化'),
  recycle: both('recycled', '被回收'),
  return: both('given back', '退回'),
  other_pools: both('from other pools', '取自其他公海'),
};

/** `recycled 90% (others 48%)`. */
export function signalText({ rate, value, others }: Signal): Localized {
  const word = rateWords[rate];
  const [own, rest] = [percentText(value), others === null ? null : percentText(others)];
  return {
    en: `${word.en} ${own}${rest === null ? '' : ` (others ${rest})`}`,
    'zh-CN': `${word['zh-CN']} ${own}${rest === null ? '' : `（其他人 ${rest}）`}`,
  };
}

/** What each rep does with the leads: those who differ from the others for the worse first, most signals first. */
export async function flowSection({ engine, lang }: PoolInput, signals: readonly Signal[]): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`
      select rep_leads.*, rep_follow_ups.to_contact, rep_follow_ups.to_reassign
      from rep_leads left join rep_follow_ups on rep_follow_ups.rep = rep_leads.rep
      order by recycled_uncontacted desc nulls last, held_uncontacted desc nulls last, recycled desc nulls last, rep_leads.rep`,
  );
  const of = ({ rep }: ResultRow, isBad: boolean): Signal[] => signals.filter((each) => each.rep === rep && each.isBad === isBad);
  const weight = (row: ResultRow): number => of(row, true).reduce((sum, { isFar }) => sum + (isFar ? 2 : 1), 0);
  const ordered = rows.toSorted((one, other) => weight(other) - weight(one));
  const reps = ordered.map((row): RepRow => ({
    ...row,
    signals: listed(
      [...of(row, true), ...of(row, false)].map((each) => signalText(each)[lang]),
      lang,
    ),
  }));
  const ofTaken =
    (part: string, whole = 'taken') =>
    (row: ResultRow) =>
      rateOf(row[part], row[whole]);
  return table<RepRow>(
    lang,
    {
      id: 'flow',
      name: both('How each rep works the leads', '各销售的线索流转'),
      title: titleOf(reps.filter(({ taken }) => taken !== null).length, signals),
      glance: {
        first: ['rep', 'taken', 'follow_up_rate', 'conversion_rate', 'recycle_rate', 'held', 'held_uncontacted'],
        below: ['signals', 'action'],
      },
      chart: { kind: 'dots', label: 'rep', value: 'recycle_rate', low: 'recycle_rate_low', high: 'recycle_rate_high' },
    },
    {
      ...metricColumns('rep_leads', 'rep', 'team', 'taken'),
      ...rateColumns(
        'follow_up_rate',
        heading('Contacted', '跟进率', 'Contacted while held ÷ taken.', '持有期间有跟进 ÷ 取得。'),
        ofTaken('contacted'),
      ),
      ...rateColumns(
        'conversion_rate',
        heading(
          'Converted',
          '转化率',
          'Converted while held ÷ taken and not converted before; those still held may convert yet.',
          '持有期间转化 ÷ 取得（此前未转化）；在手线索仍可能转化。',
        ),
        ofTaken('converted', 'convertible'),
      ),
      ...rateColumns(
        'recycle_rate',
        heading('Recycled', '回收率', 'Taken back by the rules ÷ taken.', '被规则收回 ÷ 取得。'),
        ofTaken('recycled'),
      ),
      ...metricColumns('rep_leads', 'held', 'held_uncontacted', 'holding_limit', 'over_limit'),
      signals: {
        title: both('What differs', '与他人的差异'),
        type: 'text',
        basis: both(
          'Rates beyond the limits of chance for a rep with so many leads (funnel plot, 95%), where the reps differ at all by more than chance; others: all other reps together.',
          '超出该线索量随机波动范围（漏斗图，95%）的比率；仅在各销售确有差异时给出；“其他人”为其余销售合计。',
        ),
        value: ({ signals: text }) => text,
      },
      action: {
        title: both('Action', '建议'),
        type: 'text',
        basis: both('By the signals and by what the rep holds.', '由差异与在手情况得出。'),
        value: (row) => actionWords[actionOf(row, of(row, true))]?.(row) ?? null,
        code: (row) => codeOf(actionOf(row, of(row, true))),
      },
      ...metricColumns(
        'rep_leads',
        'claimed',
        'contacted',
        'converted',
        'recycled',
        'recycled_uncontacted',
        'returned',
        'passed_on',
        'other_pools',
        'invalid',
      ),
    },
    reps,
  );
}

function heading(en: string, zh: string, enBasis: string, zhBasis: string) {
  return { title: both(en, zh), basis: both(enBasis, zhBasis) };
}

function titleOf(reps: number, signals: readonly Signal[]): Localized {
  const bad = new Set(signals.filter(({ isBad, isFar }) => isBad && isFar).map(({ rep }) => rep)).size;
  if (signals.length === 0 && reps > 1)
    return both('How each rep works the leads: no detectable difference', '各销售的线索流转：无可辨差异');
  if (bad === 0) return both('How each rep works the leads', '各销售的线索流转');
  return {
    en: `How each rep works the leads: ${bad} ${bad === 1 ? 'is' : 'are'} far from the others`,
    'zh-CN': `各销售的线索流转：${bad} 人与他人差异明显`,
  };
}

type RepAction = 'cap_claims' | 'reassign' | 'contact_held' | 'give_back' | 'coach' | 'none';

function actionOf(row: ResultRow, bad: readonly Signal[]): RepAction {
  const rates = new Set(bad.filter(({ isFar }) => isFar).map(({ rate }) => rate));
  if (rates.has('recycle') || rates.has('follow_up')) return 'cap_claims';
  if ((numberOf(row['over_limit']) ?? 0) > 0) return 'give_back';
  if ((numberOf(row['to_reassign']) ?? 0) > 0) return 'reassign';
  if ((numberOf(row['to_contact']) ?? 0) > 0) return 'contact_held';
  return bad.some(({ rate }) => rate === 'conversion') ? 'coach' : 'none';
}

const actionWords: Readonly<Record<RepAction, (row: ResultRow) => Localized | null>> = {
  cap_claims: () =>
    both('Cap what this rep may claim a day until the others are matched in contacts', '限制每日领取量，直至跟进率与他人相当'),
  give_back: ({ over_limit: over }) => ({
    en: `Give back ${over === 1 ? 'a lead' : `${over} leads`}: over the holding limit`,
    'zh-CN': `退回 ${over} 条线索：超出保有量上限`,
  }),
  reassign: ({ to_reassign: n }) => ({
    en: `Hand ${n === 1 ? 'a lead' : `${n} leads`} in hand that ${n === 1 ? 'is' : 'are'} long overdue to somebody else (follow_ups)`,
    'zh-CN': `在手 ${n} 条线索逾期过久，改派他人（follow_ups）`,
  }),
  contact_held: ({ to_contact: n }) => ({
    en: `Contact the ${n === 1 ? 'lead' : `${n} leads`} in hand that nobody has called`,
    'zh-CN': `联系在手未跟进的 ${n} 条线索`,
  }),
  coach: () => both('Go through lost leads together: contacted as others do, converts less', '一起复盘丢单线索：跟进不少，转化偏低'),
  none: () => null,
};
