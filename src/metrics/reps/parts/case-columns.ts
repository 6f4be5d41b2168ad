import { both, column } from '../../columns.ts';

/** What cases are counted, of which kind, and how many came out well. */
export const caseColumns = {
  of: column.id(
    both('Cases', '口径'),
    both(
      'deals decided (won), where there are enough; else leads that ended (converted); else customers in the book (bought in the period).',
      'deals 已结束商机（成功为赢单）；不足时为 leads 已有结果的线索（转化）；再不足时为 customers 在管客户（本期购买）。',
    ),
  ),
  attribute: column.id(
    both('By', '维度'),
    both(
      'industry, size, region, category, product, source, amount; of deals also competitor, contacts, first_contact (days) and cycle (days). One that is known of far more of those that came out well than of the others, or the other way round, is left out.',
      'industry 行业、size 规模、region 地区、category 品类、product 产品、source 来源、amount 金额；商机另有 competitor 竞争对手、contacts 联系次数、first_contact 首次联系天数、cycle 周期天数。成功与未成功的记录率相差过大的维度不用。',
    ),
  ),
  kind: column.text(
    both('Kind', '类型'),
    both('As the files have it; numbers by band, such as 50-199 or 1000+.', '按文件原样；数字按区间，如 50-199、1000+。'),
  ),
  cases: column.count(both('Number', '件数'), both('Cases of the kind.', '该类型的件数。')),
  successes: column.count(
    both('Successes', '成功'),
    both('Those of them that were won, converted or bought.', '其中赢单、转化或购买的件数。'),
  ),
  rate: column.ratio(both('Rate', '成功率'), both('Successes ÷ number.', '成功 ÷ 件数。')),
};
