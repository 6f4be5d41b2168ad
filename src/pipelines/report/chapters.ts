import { both, capitalised, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, percentText } from '../../views/number-words.ts';
import { companyYear, factOf, type ReportCommand, rowsOf, rowWhere, type Runs, sectionOf } from './runs.ts';

/** A part of a report: what one command says of one thing. */
export interface Chapter {
  readonly id: string;
  readonly name: Localized;
  /** Its sections in their order; those that are not there are left out. */
  readonly sections: readonly (readonly [command: ReportCommand, id: string])[];
  /** What was found, at most 30 Chinese characters or 80 others; null where nothing can be said. */
  readonly finding: (runs: Runs, money: MoneyDisplay) => Localized | null;
}

export const chapters = {
  customers: {
    id: 'customers',
    name: both('Sales and customers', '销售与客户'),
    sections: [
      ['compare', 'revenue_bridge'],
      ['compare', 'by_category'],
      ['compare', 'movers'],
    ],
    finding: (runs, money) => {
      const row = rowWhere(rowsOf(runs, 'compare', 'changes'), { measure: 'revenue' });
      const [difference, rise] = [numberOf(row?.['difference']), numberOf(row?.['relative_difference'])];
      if (row === null || difference === null) return null;
      const [sign, verdict] = [difference < 0 ? '−' : '+', String(row['verdict'])];
      const share = rise === null ? '' : `${sign}${percentText(Math.abs(rise))}`;
      const amount = `${sign}${moneyText(Math.abs(difference), money)}`;
      return both(`Sales ${share} (${amount}) against the period before: ${verdict}`, `销售额较上期 ${share}（${amount}），${verdict}`);
    },
  },
  tiers: {
    id: 'tiers',
    name: both('Tiers', '客户分层'),
    sections: [
      ['score', 'tiers'],
      ['compare', 'tier_migration'],
      ['score', 'act_now'],
      ['score', 'ranking'],
    ],
    finding: (runs) => {
      const top = rowsOf(runs, 'score', 'tiers').slice(0, 1)[0];
      const [customers, share] = [numberOf(top?.['customers']), numberOf(top?.['revenue_share'])];
      if (customers === null || share === null) return null;
      const { up, down } = moved(runs);
      const both2 = both(
        `${customers} customers bring ${percentText(share)} of sales`,
        `${customers} 家客户贡献 ${percentText(share)} 的销售额`,
      );
      if (up + down === 0) return both2;
      return both(`${both2.en}; ${up} moved up a tier, ${down} down`, `${both2['zh-CN']}；${up} 家升层，${down} 家降层`);
    },
  },
  churn: {
    id: 'churn',
    name: both('Churn risk', '流失风险'),
    sections: [
      ['churn', 'at_risk'],
      ['churn', 'watch'],
    ],
    finding: (runs, money) => {
      if (sectionOf(runs, 'churn', 'at_risk') === null) return null;
      const rows = [...rowsOf(runs, 'churn', 'at_risk')];
      const risks = rows.map((row) => numberOf(row['value_at_risk']) ?? 0);
      const sum = risks.reduce((all, each) => all + each, 0);
      if (rows.length === 0) return both('No customer is about to leave', '没有客户有流失风险');
      const [first = 0] = risks;
      const said = both(
        `${rows.length} customers may leave, ${moneyText(sum, money)} at risk`,
        `${rows.length} 家客户有流失风险，涉及 ${moneyText(sum, money)}`,
      );
      if (rows.length === 1 || first < sum / 2) return said;
      const name = String(rows[0]!['customer_name'] ?? rows[0]!['customer_id']);
      return both(`${said.en}: ${percentText(first / sum)} with ${name}`, `${said['zh-CN']}，${percentText(first / sum)} 在${name}一家`);
    },
  },
  cohorts: {
    id: 'cohorts',
    name: both('Retention', '留存'),
    sections: [
      ['cohorts', 'retention'],
      ['cohorts', 'revenue_retention'],
      ['cohorts', 'average'],
    ],
    finding: (runs) => {
      const net = numberOf(factOf(runs, 'cohorts', 'overview', 'net_retention')?.value);
      const kept = numberOf(rowsOf(runs, 'churn', 'retention').slice(0, 1)[0]?.['retention_rate']);
      const parts = [
        ...(kept === null ? [] : [both(`${percentText(kept)} of last year’s customers stay`, `上年客户留下 ${percentText(kept)}`)]),
        ...(net === null ? [] : [both(`they bring ${percentText(net)} of what they did`, `净收入留存 ${percentText(net)}`)]),
      ];
      return parts.length === 0
        ? null
        : both(capitalised(parts.map(({ en }) => en).join('; ')), parts.map((part) => part['zh-CN']).join('；'));
    },
  },
  pool: {
    id: 'pool',
    name: both('Leads and pool', '线索与公海'),
    sections: [
      ['pool', 'conversion'],
      ['pool', 'flow'],
      ['pool', 'speed_bands'],
      ['pool', 'follow_ups_by_rep'],
    ],
    finding: (runs) => {
      const fact = factOf(runs, 'pool', 'overview', 'conversion_rate_all');
      const rate = numberOf(fact?.value);
      if (rate === null) return null;
      const flow = sectionOf(runs, 'pool', 'flow');
      const signals = [...rowsOf(runs, 'pool', 'flow')]
        .filter(({ signals: each }) => each !== null && each !== '')
        .map(({ rep }) => String(rep));
      const n = amountText(fact?.n ?? 0);
      const said = both(`Of ${n} leads ${percentText(rate)} converted`, `${n} 条线索转化 ${percentText(rate)}`);
      if (flow === null || signals.length === 0) return said;
      return both(
        `${said.en}; ${signals.join(', ')}: much unlike others, beyond chance`,
        `${said['zh-CN']}；${signals.join('、')}与他人差异明显，超出随机波动`,
      );
    },
  },
  targets: {
    id: 'targets',
    name: both('Targets and pace', '目标与进度'),
    sections: [
      ['targets track', 'trend'],
      ['targets track', 'year'],
      ['targets track', 'attainment'],
      ['targets track', 'forecast_check'],
    ],
    finding: (runs, money) => {
      const row = companyYear(runs) ?? rowWhere(rowsOf(runs, 'targets track', 'attainment'), { level_code: 'company' });
      const [target, actual, gap] = ['target', 'actual', 'gap'].map((id) => numberOf(row?.[id]));
      if (target === null || target === undefined || actual === null || actual === undefined) return null;
      if (gap !== null && gap !== undefined && gap <= 0)
        return both(`The target is reached: ${percentText(actual / target)}`, `目标已达成：${percentText(actual / target)}`);
      const needed = numberOf(row?.['needed_per_day']);
      const said = both(
        `${percentText(actual / target)} of the target, ${moneyText(gap ?? 0, money)} to go`,
        `完成目标的 ${percentText(actual / target)}，还差 ${moneyText(gap ?? 0, money)}`,
      );
      if (needed === null) return said;
      return both(`${said.en}: ${moneyText(needed, money)} a working day`, `${said['zh-CN']}：每工作日须 ${moneyText(needed, money)}`);
    },
  },
  reps: {
    id: 'reps',
    name: both('Reps', '销售人员'),
    sections: [
      ['reps', 'ranking'],
      ['reps', 'drivers'],
      ['reps', 'pipeline'],
      ['reps', 'coaching'],
      ['reps', 'neglected'],
      ['reps', 'last_review'],
    ],
    finding: (runs) => {
      const title = sectionOf(runs, 'reps', 'ranking')?.title;
      return title === undefined ? null : both(title, title);
    },
  },
} as const satisfies Readonly<Record<string, Chapter>>;

export type ChapterId = keyof typeof chapters;

/** What is in a report, by the name of its layout. */
export const layouts = {
  monthly: ['customers', 'tiers', 'churn', 'cohorts', 'pool', 'targets', 'reps'],
  customers: ['customers', 'tiers', 'churn', 'cohorts'],
  pool: ['pool'],
  reps: ['targets', 'reps'],
  targets: ['targets'],
} as const satisfies Readonly<Record<string, readonly ChapterId[]>>;

export type Layout = keyof typeof layouts;

/** Customers who changed their tier, by the table of rows before and columns after. */
function moved(runs: Runs): { readonly up: number; readonly down: number } {
  const tiers = [...rowsOf(runs, 'compare', 'tier_migration')].filter(({ from_id: from }) => String(from).startsWith('tier_'));
  let [up, down] = [0, 0];
  tiers.forEach((row, before) =>
    tiers.forEach(({ from_id: to }, after) => {
      const count = numberOf(row[String(to)]) ?? 0;
      if (after < before) up += count;
      if (after > before) down += count;
    }),
  );
  return { up, down };
}
