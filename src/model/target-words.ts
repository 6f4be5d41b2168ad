import type { ChoiceWords } from './words.ts';

export const targetLevelWords: ChoiceWords<'company' | 'team' | 'rep' | 'customer' | 'product'> = {
  company: ['公司', '全公司', '企业', '集团', '总部', 'company', 'organisation', 'organization', 'total'],
  team: ['部门', '团队', '区域', '大区', '小组', '事业部', 'team', 'department', 'region', 'group', 'division'],
  rep: ['员工', '人员', '个人', '销售', '业务员', '销售人员', 'rep', 'person', 'employee', 'individual', 'sales rep', 'user'],
  customer: ['客户', 'customer', 'account', 'client'],
  product: ['产品', '商品', '品类', '产品线', 'product', 'category', 'product line'],
};

/** `base`: what is to be reached; `stretch` and `challenge`: more than that. */
export const targetAmbitionWords: ChoiceWords<'base' | 'stretch' | 'challenge'> = {
  base: ['目标', '基本目标', '基础目标', '保底', '保底目标', '必达', '必达目标', 'base', 'target', 'commit', 'plan'],
  stretch: ['冲刺', '冲刺目标', '奋斗目标', '力争目标', 'stretch', 'stretch target', 'upside'],
  challenge: ['挑战', '挑战目标', 'challenge', 'challenge target', 'best case'],
};

export const targetMetricWords: ChoiceWords<
  | 'revenue'
  | 'payments'
  | 'profit'
  | 'orders'
  | 'quantity'
  | 'customers'
  | 'new_customers'
  | 'visits'
  | 'calls'
  | 'leads'
  | 'conversion_rate'
  | 'csat'
  | 'nps'
  | 'retention_rate'
  | 'market_share'
> = {
  revenue: [
    '销售额',
    '合同金额',
    '销售金额',
    '业绩',
    '业绩金额',
    '成交金额',
    '订单金额',
    '营收',
    '收入',
    '签单金额',
    'revenue',
    'sales',
    'amount',
    'sales amount',
    'bookings',
    'turnover',
  ],
  payments: ['回款', '回款金额', '回款额', '收款', '收款金额', 'payments', 'collections', 'cash collected'],
  profit: ['利润', '毛利', '毛利额', '利润额', 'profit', 'gross profit', 'margin amount'],
  orders: ['订单数', '订单量', '成交量', '成交单数', '签单数', '赢单数', 'orders', 'order count', 'deals', 'deals won'],
  quantity: ['销量', '销售数量', '产品销量', 'quantity', 'units', 'volume'],
  customers: ['客户数', '成交客户数', '客户数量', 'customers', 'customer count', 'active customers'],
  new_customers: ['新增客户数', '新客户数', '新增客户', '新客数', '拓新数', 'new customers', 'new accounts'],
  visits: ['拜访', '拜访次数', '拜访量', '拜访数', '客户拜访次数', 'visits', 'visit count'],
  calls: ['电话', '电话量', '电话数', '通话次数', 'calls', 'call count'],
  leads: ['线索数', '新增线索数', '线索量', 'leads', 'new leads'],
  conversion_rate: ['转化率', '成交率', '线索转化率', 'conversion rate', 'conversion'],
  csat: ['满意度', '客户满意度', '满意度评分', 'csat', 'satisfaction', 'customer satisfaction'],
  nps: ['净推荐值', '推荐值', 'nps', 'net promoter score'],
  retention_rate: ['留存率', '保持率', '客户保持率', '客户留存率', 'retention rate', 'retention'],
  market_share: ['市场份额', '市场占有率', '市占率', 'market share'],
};
