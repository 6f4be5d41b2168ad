import type { Localized } from '../../lib/localized.ts';
import type { CustomerState } from '../../metrics/choices.ts';

type ByState = Readonly<Record<CustomerState, Localized>>;

export const states: ByState = {
  lost: { en: 'Lost', 'zh-CN': '已流失' },
  complaint: { en: 'Complaint open', 'zh-CN': '投诉未结' },
  payment: { en: 'Payment overdue', 'zh-CN': '逾期欠款' },
  overdue: { en: 'Order overdue', 'zh-CN': '超期未购' },
  falling: { en: 'Falling', 'zh-CN': '销售下滑' },
  new: { en: 'New', 'zh-CN': '新客户' },
  once_or_twice: { en: 'Bought on one or two days', 'zh-CN': '仅一两天有购买' },
  steady: { en: 'On schedule', 'zh-CN': '节奏正常' },
};

/** What to do by what a tier is for and the state of the customer. */
export const actions: Readonly<Record<'maintain' | 'develop' | 'screen', ByState>> = {
  maintain: {
    lost: { en: 'Win back: visit, find out why it left', 'zh-CN': '挽回：登门拜访，查明流失原因' },
    complaint: { en: 'Settle the complaint this week; the manager calls', 'zh-CN': '处理投诉：本周内解决，主管回访' },
    payment: { en: 'Collect: call and agree on a date of payment', 'zh-CN': '催款：致电约定付款日期' },
    overdue: { en: 'Call this week: ask for the order that is due', 'zh-CN': '本周致电：跟进到期未下的订单' },
    falling: { en: 'Visit: find out what it now buys elsewhere', 'zh-CN': '拜访：了解减少的采购转向了哪里' },
    new: { en: 'Welcome: call, secure the next order', 'zh-CN': '迎新：致电回访，促成下一单' },
    once_or_twice: { en: 'By campaign: an offer picked for it, no call yet', 'zh-CN': '纳入营销活动：发送专属优惠，暂不专门致电' },
    steady: { en: 'Maintain: keep close, serve first, deepen', 'zh-CN': '维护：重点服务，保持沟通，深度合作' },
  },
  develop: {
    lost: { en: 'Win back: one call with an offer', 'zh-CN': '挽回：致电一次，给出优惠方案' },
    complaint: { en: 'Settle the complaint, then call', 'zh-CN': '处理投诉：尽快解决并回访' },
    payment: { en: 'Collect: remind, no new credit until it is paid', 'zh-CN': '催款：发出提醒，付清前暂停赊销' },
    overdue: { en: 'Ask for the order that is due', 'zh-CN': '提醒补单：跟进到期未下的订单' },
    falling: { en: 'Call: ask what changed, offer what it used to buy', 'zh-CN': '致电：了解变化，推荐原先常购的产品' },
    new: { en: 'Welcome: offer what similar customers buy next', 'zh-CN': '迎新：推荐同类客户常购的产品' },
    once_or_twice: { en: 'By campaign: an offer for the next order, no call', 'zh-CN': '纳入营销活动：推送复购优惠，不必致电' },
    steady: { en: 'Develop: raise frequency and order size, cross-sell', 'zh-CN': '培育：提频提额，交叉销售' },
  },
  screen: {
    lost: { en: 'Let go: mailings only', 'zh-CN': '放弃：仅保留群发信息' },
    complaint: { en: 'Settle the complaint by the usual procedure', 'zh-CN': '处理投诉：按常规流程办结' },
    payment: { en: 'Collect: prepayment until it is paid', 'zh-CN': '催款：付清前改为先款后货' },
    overdue: { en: 'Remind by message', 'zh-CN': '提醒：短信或邮件提醒补单' },
    falling: { en: 'Serve at low cost, no visits', 'zh-CN': '低成本维系，不专程拜访' },
    new: { en: 'Welcome by message, wait for the next order', 'zh-CN': '迎新：短信或邮件问候，观察后续订单' },
    once_or_twice: { en: 'By campaign only: general mailings', 'zh-CN': '仅纳入群发营销' },
    steady: { en: 'Screen: serve at low cost, raise or let go', 'zh-CN': '筛选：低成本服务，择优培养或放弃' },
  },
};
