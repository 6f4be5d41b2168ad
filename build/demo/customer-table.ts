import { addDays } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/localized.ts';
import { createRandom } from '../../src/lib/random.ts';
import type { Random } from '../../src/lib/random.ts';
import { instantOf, lastDate } from './calendar.ts';
import type { Customer } from './customers.ts';
import type { Ledger } from './receivables.ts';
import { column, words, yuan } from './table.ts';

interface CustomerRow {
  readonly customer: Customer;
  readonly ledger: Ledger;
  readonly creditRating: string;
  readonly creditLimit: number;
  readonly marketShare: string | null;
  readonly industryRank: number | null;
  readonly brandScore: number | null;
  readonly growthPlan: boolean;
  readonly needType: Localized;
  readonly wallet: number | null;
  readonly referrals: number;
  readonly lostOn: string | null;
  readonly lostReason: Localized | null;
}

const needTypes = [words('质量型', 'Quality'), words('价格型', 'Price'), words('服务型', 'Service')];
const lostReasons = [
  words('价格过高', 'Price too high'),
  words('转用竞品', 'Went to a competitor'),
  words('业务收缩', 'Business shrinking'),
  words('售后不满', 'Unhappy with after-sales support'),
];

export function customerRows(seed: number, customers: readonly Customer[], ledgers: ReadonlyMap<Customer, Ledger>): CustomerRow[] {
  return customers.map((customer) => {
    const referrals = customers.filter(({ referredBy }) => referredBy === customer.id).length;
    return customerRow(createRandom(seed, `customer ${customer.id}`), customer, ledgers.get(customer)!, referrals);
  });
}

function customerRow(random: Random, customer: Customer, ledger: Ledger, referrals: number): CustomerRow {
  const { kind, rank } = customer.buying;
  const big = rank !== null && rank <= 45;
  const known = random.chance(big ? 0.9 : 0.35);
  const lostOn =
    kind === 'lost' && ledger.lastOrderOn !== null && random.chance(0.8) ? addDays(ledger.lastOrderOn, random.integer(180, 300)) : null;
  const potential = Math.max(ledger.lastYear, 3_000_000) * (1.15 + 2.2 * random.next());
  return {
    customer,
    ledger,
    creditRating: random.pick(big ? ['AAA', 'AA', 'AA', 'A'] : ['AA', 'A', 'A', 'BBB', 'BB']),
    creditLimit: Math.max(2, Math.round(potential / 60_000_000)) * 5_000_000,
    marketShare: known ? `${(random.integer(big ? 20 : 3, big ? 180 : 40) / 10).toFixed(1)}%` : null,
    industryRank: known ? random.integer(big ? 1 : 15, big ? 20 : 90) : null,
    brandScore: known ? random.integer(big ? 55 : 30, big ? 95 : 75) : null,
    growthPlan: kind === 'rising' || random.chance(kind === 'fading' || kind === 'lost' ? 0 : 0.22),
    needType: random.pick(needTypes),
    wallet: random.chance(0.85) ? Math.round(potential / 1_000_000) * 1_000_000 : null,
    referrals,
    lostOn: lostOn !== null && lostOn <= lastDate ? lostOn : null,
    lostReason: lostOn !== null && lostOn <= lastDate ? random.pick(lostReasons) : null,
  };
}

function level({ customer }: CustomerRow): Localized {
  const { rank } = customer.buying;
  if (rank === null) return words('潜在客户', 'Prospect');
  return rank <= 10 ? words('VIP客户', 'VIP') : rank <= 45 ? words('重点客户', 'Key') : words('普通客户', 'Standard');
}

export const customerColumns = [
  column<CustomerRow>('客户编号', 'Customer ID', ({ customer }) => customer.id),
  column<CustomerRow>('客户名称', 'Customer Name', ({ customer }) => customer.company.name),
  column<CustomerRow>('负责人', 'Owner', ({ customer }) => customer.owner.name),
  column<CustomerRow>('所属团队', 'Team', ({ customer }) => customer.owner.team.name),
  column<CustomerRow>('客户级别', 'Level', level),
  column<CustomerRow>('所属行业', 'Industry', ({ customer }) => customer.company.industry.name),
  column<CustomerRow>('省份', 'Region', ({ customer }) => customer.company.city.province),
  column<CustomerRow>('公司规模', 'Company Size', ({ customer }) => customer.company.size),
  column<CustomerRow>('客户来源', 'Source', ({ customer }) => customer.source.name),
  column<CustomerRow>('创建时间', 'Created Time', ({ customer }) => instantOf(customer.createdAt)),
  column<CustomerRow>('信用等级', 'Credit Rating', (row) => row.creditRating),
  column<CustomerRow>('信用额度', 'Credit Limit', (row) => yuan(row.creditLimit)),
  column<CustomerRow>('逾期金额', 'Overdue Amount', (row) => yuan(row.ledger.overdue)),
  column<CustomerRow>('市场份额', 'Market Share', (row) => row.marketShare),
  column<CustomerRow>('行业排名', 'Industry Rank', (row) => row.industryRank),
  column<CustomerRow>('品牌知名度', 'Brand Score', (row) => row.brandScore),
  column<CustomerRow>('扩展计划', 'Growth Plan', (row) => (row.growthPlan ? words('是', 'Yes') : words('否', 'No'))),
  column<CustomerRow>('需求类型', 'Need Type', (row) => row.needType),
  column<CustomerRow>('年采购潜力', 'Purchase Potential', (row) => yuan(row.wallet)),
  column<CustomerRow>('推荐人', 'Referred By', ({ customer }) => customer.referredBy),
  column<CustomerRow>('推荐客户数', 'Referral Count', (row) => row.referrals),
  column<CustomerRow>('流失日期', 'Lost On', (row) => row.lostOn),
  column<CustomerRow>('流失原因', 'Lost Reason', (row) => row.lostReason),
];
