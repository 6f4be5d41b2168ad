/** The words that exports use for the declared values; compared after `normaliseWord`. A word that is not here is reported, never guessed. */

type Words<V extends string> = Readonly<Record<V, readonly string[]>>;

/** Words of yes-or-no columns. */
export const flagWords: Words<'true' | 'false'> = {
  true: ['是', '有', '对', '已成交', '已转化', '已转换', '已流失', '已退货', 'yes', 'y', 'true', 't', '1', '√', '✓', '✔'],
  false: ['否', '无', '没有', '未成交', '未转化', '未转换', '未流失', '未退货', 'no', 'n', 'false', 'f', '0', '×', '✗', '✘'],
};

export const needTypeWords: Words<'quality' | 'price' | 'service'> = {
  quality: ['quality', '质量型', '质量', '品质型', '品质'],
  price: ['price', '价格型', '价格', '价格敏感型', '价格敏感'],
  service: ['service', '服务型', '服务'],
};

/** `completed` means that the sale stands, whether or not it is delivered and paid yet. */
export const orderStatusWords: Words<'completed' | 'pending' | 'cancelled' | 'refunded'> = {
  completed: [
    '交易成功', '交易完成', '已完成', '完成', '订单完成', '已发货', '部分发货', '已签收', '已收货', '已付款', '已支付', '已收款', '部分付款', '待发货', '待收货', '已成交', '成交', '审核通过',
    '审批通过', '已审核', '已审批', '已通过', '已生效', '生效', '正常', '执行中', '履行中', '已确认', '买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '已开票', '赢单',
    'completed', 'complete', 'closed won', 'won', 'delivered', 'approved', 'paid', 'partially paid', 'partially refunded', 'fulfilled', 'partially fulfilled',
    'partial', 'shipped', 'partially shipped', 'invoiced', 'fully invoiced', 'confirmed', 'success', 'successful', 'processed', 'done', 'sales order',
  ],
  pending: [
    '等待买家付款', '待付款', '待支付', '未付款', '未支付', '待审核', '审核中', '未审核', '待审批', '审批中', '未审批', '待提交', '已提交', '未提交', '草稿', '待确认', '未生效', '重新审核', '暂存',
    '创建', 'pending', 'created', 'draft', 'new', 'open', 'unpaid', 'authorized', 'on hold', 'in review', 'submitted', 'quotation', 'awaiting payment', 'payment pending', 'pending payment',
  ],
  cancelled: [
    '交易关闭', '订单关闭', '交易取消', '已取消', '取消', '订单取消', '已作废', '作废', '已废弃', '已拒绝', '已驳回', '驳回', '审核不通过', '审批不通过', '未通过', '已撤销', '已失效', '无效',
    '(删除)锁定', '(锁定)等待确认取消', 'cancelled', 'canceled', 'void', 'voided', 'rejected', 'declined', 'expired', 'failed', 'closed lost', 'lost', 'deleted',
  ],
  refunded: [
    '已退款', '退款成功', '已退货', '退货', '退货完成', '退货退款', '全额退款', '退款完成', '付款以后用户退款成功，交易自动关闭', '付款后用户退款成功，交易自动关闭', 'refunded', 'refund', 'returned',
    'return', 'fully refunded',
  ],
};

/** States of a deal; stages that say neither are open (see `dealState`). */
export const dealStateWords: Words<'open' | 'won' | 'lost'> = {
  won: ['won', 'closed won', '赢单', '已赢单', '赢', '成交', '已成交', '成交关闭', '签单', '已签单', '已签约', '成功', '成功结案', '赢单关闭'],
  lost: ['lost', 'closed lost', '输单', '已输单', '输', '丢单', '已丢单', '失败', '无效', '流失', '输单关闭', '已关闭丢失', 'closed lost to competition', 'abandoned', 'disqualified'],
  open: [
    'open', '进行中', '跟进中', '未结束', '未成交', 'in progress', 'engaging', 'prospecting', 'prospect', 'qualification', 'needs analysis', 'value proposition', 'id. decision makers',
    'identify decision makers', 'perception analysis', 'initial offer', 'proposal/price quote', 'proposal', 'negotiation/review', 'negotiation', 'appointmentscheduled', 'qualifiedtobuy',
    'presentationscheduled', 'decisionmakerboughtin', 'contractsent', '初步接触', '初步沟通', '需求分析', '需求确认', '方案报价', '方案', '报价', '商务谈判', '谈判', '合同签订中', '验证客户', '立项',
  ],
};

export const leadStatusWords: Words<'unassigned' | 'new' | 'working' | 'qualified' | 'converted' | 'lost' | 'invalid'> = {
  unassigned: ['待分配', '未分配', '待领取', '未领取', 'unassigned'],
  new: ['待跟进', '未跟进', '待处理', '未处理', '未联系', '新线索', '新建', '新增', 'new', 'open', 'not contacted', 'open - not contacted', 'not attempted'],
  working: [
    '跟进中', '已跟进', '处理中', '已联系', '联系中', '尝试联系', '将来联系', '稍后联系', '待联系', 'working', 'working - contacted', 'contacted', 'attempted to contact', 'contact in future',
    'in progress', 'connected', 'nurturing', 'replied', 'opportunity open',
  ],
  qualified: ['有效', '已验证', '合格', '意向客户', '有意向', '预审合格', 'mql', 'sql', 'qualified', 'pre qualified', 'sales qualified', 'marketing qualified'],
  converted: ['已转化', '已转换', '转化', '已转客户', '转客户', '已成交', '成交', 'converted', 'closed - converted', 'won', 'customer'],
  lost: ['已流失', '流失', '丢失线索', '已丢失', '战败', '输单', 'lost', 'lost lead', 'closed - not converted', 'not converted'],
  invalid: ['无效', '无效线索', '已作废', '作废', '垃圾线索', '空号', '重复', 'invalid', 'junk', 'junk lead', 'unqualified', 'not qualified', 'disqualified', 'bad timing', 'do not contact', 'duplicate'],
};

export const poolEventWords: Words<'enter' | 'claim' | 'assign' | 'contact' | 'return' | 'recycle' | 'convert' | 'invalidate'> = {
  enter: ['进入公海', '进入', '入池', '入库', '移入公海', '移入线索池', '创建', '新建', '导入', 'enter', 'entered', 'created', 'imported'],
  claim: ['领取', '认领', '捞取', '领取线索', '领取客户', '主动领取', 'claim', 'claimed', 'pick', 'picked'],
  assign: ['分配', '指派', '系统分配', '自动分配', '手动分配', '管理员分配', '转交', '转移', 'assign', 'assigned', 'transfer', 'transferred'],
  contact: ['跟进', '联系', '首次跟进', '拜访', '写跟进', 'contact', 'contacted', 'follow up', 'followed up'],
  return: ['退回', '退回公海', '退回线索池', '主动退回', '释放', '放弃', '手动移入公海', '主动移入', 'return', 'returned', 'release', 'released'],
  recycle: ['收回', '回收', '自动回收', '系统回收', '自动收回', '管理员收回', '到期回收', '系统自动收回', '被动移入', 'recycle', 'recycled', 'reclaim', 'reclaimed', 'expire', 'expired'],
  convert: ['转化', '转换', '转客户', '转商机', '成交', 'convert', 'converted', 'won'],
  invalidate: ['无效', '作废', '标记无效', '判为无效', 'invalidate', 'invalidated', 'invalid'],
};

/** Also fits names of sheets and files that hold one channel only (`Calls`, `拜访记录`). */
export const activityChannelWords: Words<'visit' | 'call' | 'email' | 'meeting' | 'message'> = {
  visit: ['拜访', '上门拜访', '上门', '外勤', '外勤签到', '面谈', '面访', '实地拜访', '当面拜访', '见面拜访', '拜访记录', '客户拜访', 'visit', 'visits', 'on-site visit', 'site visit', 'face to face'],
  call: ['电话', '打电话', '电话沟通', '电话跟进', '电话拜访', '电话回访', '通话', '回访', '呼出', '呼入', '通话记录', 'call', 'calls', 'phone', 'phone call', 'outbound call', 'inbound call', 'telephone'],
  email: ['邮件', '发邮件', '电子邮件', '邮箱', 'email', 'emails', 'mail'],
  meeting: ['会议', '线上会议', '视频会议', '活动', '演示', '产品演示', '会议记录', 'meeting', 'meetings', 'event', 'events', 'demo', 'video meeting', 'webinar'],
  message: ['微信', '企业微信', '企微', '短信', '发短信', 'QQ', '钉钉', '在线沟通', '在线', '即时消息', '私信', 'message', 'messages', 'sms', 'wechat', 'whatsapp', 'chat', 'im', 'linkedin'],
};

export const feedbackChannelWords: Words<'questionnaire' | 'phone' | 'online' | 'email' | 'visit' | 'social'> = {
  questionnaire: ['问卷', '问卷调查', '调查问卷', '在线问卷', '满意度问卷', 'questionnaire', 'survey', 'form'],
  phone: ['电话', '电话回访', '热线', '客服电话', '400', 'phone', 'call', 'telephone', 'hotline'],
  online: ['在线', '在线客服', '网站', '官网', '网页', '微信', '企业微信', 'APP', '小程序', 'online', 'web', 'website', 'chat', 'wechat'],
  email: ['邮件', '电子邮件', 'email', 'mail'],
  visit: ['面谈', '拜访', '当面', '上门', '现场', 'visit', 'face to face', 'in person', 'interview'],
  social: ['社交媒体', '微博', '抖音', '小红书', 'social media', 'social', 'twitter', 'facebook'],
};

export const feedbackKindWords: Words<'survey' | 'complaint' | 'suggestion'> = {
  survey: ['调查', '满意度调查', '问卷', '问卷调查', '回访', '评价', '满意度', 'survey', 'review', 'rating', 'nps', 'csat'],
  complaint: ['投诉', '抱怨', '客诉', '差评', '故障', '问题', '报修', 'complaint', 'problem', 'issue', 'bug', 'incident'],
  suggestion: ['建议', '需求', '意见', '改进建议', '反馈', 'suggestion', 'feature request', 'idea', 'request'],
};

export const feedbackStateWords: Words<'open' | 'in_progress' | 'closed'> = {
  open: ['待处理', '未处理', '新建', '未开始', '待分配', '待跟进', '未解决', '未关闭', 'open', 'new', 'not started', 'pending', 'unresolved'],
  in_progress: ['处理中', '跟进中', '进行中', '已受理', '挂起', '已升级', 'in progress', 'on hold', 'escalated', 'working', 'waiting', 'reopened'],
  closed: ['已关闭', '关闭', '已解决', '已处理', '已完成', '完成', '已办结', '处理完成', 'closed', 'resolved', 'done', 'completed', 'solved'],
};

export const targetLevelWords: Words<'company' | 'team' | 'rep' | 'customer' | 'product'> = {
  company: ['公司', '全公司', '企业', '集团', '总部', 'company', 'organisation', 'organization', 'total'],
  team: ['部门', '团队', '区域', '大区', '小组', '事业部', 'team', 'department', 'region', 'group', 'division'],
  rep: ['员工', '人员', '个人', '销售', '业务员', '销售人员', 'rep', 'person', 'employee', 'individual', 'sales rep', 'user'],
  customer: ['客户', 'customer', 'account', 'client'],
  product: ['产品', '商品', '品类', '产品线', 'product', 'category', 'product line'],
};

export const targetMetricWords: Words<
  'revenue' | 'payments' | 'profit' | 'orders' | 'quantity' | 'customers' | 'new_customers' | 'visits' | 'calls' | 'leads' | 'conversion_rate' | 'csat' | 'nps' | 'retention_rate' | 'market_share'
> = {
  revenue: ['销售额', '合同金额', '销售金额', '业绩', '业绩金额', '成交金额', '订单金额', '营收', '收入', '签单金额', 'revenue', 'sales', 'amount', 'sales amount', 'bookings', 'turnover'],
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
