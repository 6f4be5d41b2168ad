import { defineEntity } from './define.ts';
import { industryAliases } from './shared-aliases.ts';

export const market = defineEntity({
  id: 'market',
  title: { en: 'Market', 'zh-CN': '市场' },
  grain: { en: 'one industry and year (and competitor)', 'zh-CN': '一行一个行业一年（及竞争对手）' },
  names: ['market', 'industry', '市场', '行业', '竞品'],
  needs: [['industry'], ['size', 'growth', 'share']],
  fields: {
    industry: {
      type: 'text',
      title: { en: 'Industry', 'zh-CN': '行业' },
      meaning: { en: 'Industry, written as in the customer list.', 'zh-CN': '行业，写法与客户表一致。' },
      aliases: [...industryAliases, '细分市场', '市场', 'Market', 'Segment'],
    },
    year: {
      type: 'integer',
      title: { en: 'Year', 'zh-CN': '年份' },
      meaning: { en: 'Calendar year.', 'zh-CN': '自然年。' },
      aliases: ['年份', '年度', '年', 'Calendar Year'],
    },
    size: {
      type: 'money',
      title: { en: 'Market size', 'zh-CN': '市场规模' },
      meaning: { en: 'Yearly turnover of the whole market.', 'zh-CN': '整个市场的年销售总额。' },
      aliases: ['市场规模', '市场容量', '行业规模', 'Market Size', 'Market Volume', 'TAM'],
    },
    growth: {
      type: 'ratio',
      title: { en: 'Growth', 'zh-CN': '增长率' },
      meaning: { en: 'Yearly growth as a share (0.05 is 5%); may be negative.', 'zh-CN': '年增长率，以小数表示（0.05 即 5%），可为负。' },
      aliases: [
        '增长率',
        '市场增长率',
        '行业增长率',
        '行业增速',
        '年增长率',
        '增速',
        'Growth Rate',
        'Market Growth',
        'CAGR',
        'Annual Growth',
      ],
    },
    competitor: {
      type: 'text',
      title: { en: 'Competitor', 'zh-CN': '竞争对手' },
      meaning: { en: 'Whose share it is.', 'zh-CN': '市场份额所属的竞争对手。' },
      aliases: ['竞争对手', '竞品', '竞争公司', '厂商', 'Competitors', 'Vendor'],
    },
    share: {
      type: 'ratio',
      title: { en: 'Share', 'zh-CN': '份额' },
      meaning: { en: "The competitor's share of the market, 0 to 1.", 'zh-CN': '竞争对手的市场份额，0 至 1。' },
      aliases: ['份额', '市场份额', '市场占有率', '市占率', 'Market Share'],
    },
  },
});
