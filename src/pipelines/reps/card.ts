import { scopedOptions, type Card, filesArgument } from '../../config/card.ts';
import { both } from '../../lib/localized.ts';

export const repsCard = {
  name: 'reps',
  title: both('Review of reps', '销售业绩复盘'),
  summary: both('review reps: what moved their results, and what to do', '销售复盘：业绩变化的原因与下一步'),
  description: both(
    'Reads orders with who sold them, customers with who owns them, and deals, activities and feedback where given; a list of reps adds teams and managers. Ranks reps by a composite of measures (reps.weights of the config) with the range that chance leaves, and beside it by what others make of such customers. Takes the change of the revenue of each rep against the period before and the year before apart: exactly, by customers in the book, their activity, orders and order size, by customers won and lost, by volume, mix and price, by category and industry. Without --period: as compare chooses it.',
    '读取带销售人员的订单、带负责人的客户表，以及商机、跟进记录与反馈；销售人员表补充团队与主管。按综合指标（配置 reps.weights）排名并给出随机因素下的名次区间，另列同口径（他人在同样客户上的业绩）名次；把每位销售本期较上期、较去年同期的业绩变化精确分解：在管客户数、活跃率、客均订单数与客单价，新增与流失客户，销量、结构与价格，品类与行业。未指定 --period 时与 compare 相同。',
  ),
  arguments: [filesArgument],
  options: {
    rep: { flags: '--rep <name>', text: both('only this rep, by name or number', '只看该销售（姓名或编号）'), takes: { kind: 'text' } },
    manager: {
      flags: '--manager <name>',
      text: both('only the reps of this manager', '只看该主管的下属'),
      takes: { kind: 'text' },
    },
  },
  shared: scopedOptions,
  sections: [
    {
      id: 'actions',
      holds: both(
        'what each rep should do, by when, what that may bring; with --since also last_review, what became of the last ones',
        '每位销售的行动：做什么、何时前完成、预期金额；使用 --since 时另有 last_review：上次各项行动的结果',
      ),
      list: {
        name: both('actions', '行动清单'),
        entered: both('{n} new {n|action|actions}', '新增 {n} 项行动'),
        judged: true,
      },
    },
    {
      id: 'ranking',
      holds: both('one row a rep: rank with its range, like for like, and every measure', '每位销售一行：名次及区间、同口径指数与各项指标'),
    },
    { id: 'drivers', holds: both('one row a rep: what moved its revenue against the period before', '每位销售一行：较上期业绩变化的原因') },
    { id: 'bridge', holds: both('all of them together: from one revenue to the other, by factor', '合计：从上期业绩到本期业绩的各因素') },
    {
      id: 'drivers_target',
      holds: both('one row a rep with a target: what the difference from it is made of', '每位有目标的销售一行：较目标差额的构成'),
    },
    { id: 'drivers_year', holds: both('the same against the year before', '同上：较去年同期') },
    { id: 'pipeline', holds: both('one row a rep: win rate, cycle, velocity, open deals', '每位销售一行：赢单率、周期、速度、在手商机') },
    { id: 'deals_at_risk', holds: both('open deals that are overdue or slow', '逾期或过久的进行中商机') },
    { id: 'open_deals', holds: both('all open deals together', '全部在手商机合计') },
    { id: 'pipeline_stages', holds: both('deals by rep and stage', '各销售各阶段的商机') },
    { id: 'coaching', holds: both('one row a rep: weakest measure, its worth, what to do', '每位销售一行：弱项、补上的价值与行动') },
    {
      id: 'activities',
      holds: both(
        'one row a rep: contacts, key customers covered, plans kept, load',
        '每位销售一行：联系次数、重点客户覆盖、计划兑现、负荷',
      ),
    },
    { id: 'neglected', holds: both('key customers without a contact for too long', '久未联系的重点客户') },
    { id: 'contact_effects', holds: both('purchases after contacts: association, not cause', '联系与之后的购买：仅为相关') },
    {
      id: 'strengths',
      holds: both(
        'one row a rep and kind: won, expected, whether the difference holds',
        '每位销售每种类型一行：成功数、预期、差别是否站得住',
      ),
    },
    { id: 'win_patterns', holds: both('one row a kind: how often it is won, whoever works on it', '每种类型一行：不论由谁经办的成功率') },
    { id: 'reasons', holds: both('one row a reason of deals lost and won', '输单与赢单原因，每个原因一行') },
    { id: 'competitors', holds: both('one row a competitor: deals lost to it and won', '每个竞争对手一行：输单与赢单') },
    { id: 'cases', holds: both('deals won and lost to talk through', '可供复盘的赢单与输单') },
    {
      id: 'measures',
      holds: both('one row a rep and measure: value, base, points, weight', '每位销售每项指标一行：数值、基数、得分、权重'),
    },
    { id: 'shrinking_books', holds: both('reps whose customers buy less than the year before', '存量客户在萎缩的销售') },
    {
      id: 'driver_parts',
      holds: both('one row a part: by factor, customers, price, category and industry', '每个因素一行：按因素、客户、价格、品类与行业'),
    },
  ],
  examples: [
    'crm-eval reps customers.csv orders.csv reps.csv',
    'crm-eval reps opportunities.csv reps.csv --period 2026 --section pipeline',
    "crm-eval reps orders.csv --rep 'Wang Haiyan' --section driver_parts",
    "crm-eval reps customers.csv orders.csv reps.csv --scope 'manager=Chen Liqun' --out team.xlsx",
    'crm-eval reps customers.csv orders.csv --period 2026-Q3 --out review.xlsx',
    'crm-eval reps customers.csv orders.csv --since last/review.json --out review.json',
  ],
} as const satisfies Card;
