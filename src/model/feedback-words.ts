import type { ChoiceWords } from './words.ts';

export const feedbackChannelWords: ChoiceWords<'questionnaire' | 'phone' | 'online' | 'email' | 'visit' | 'social'> = {
  questionnaire: ['问卷', '问卷调查', '调查问卷', '在线问卷', '满意度问卷', 'questionnaire', 'survey', 'form'],
  phone: ['电话', '电话回访', '热线', '客服电话', '400', 'phone', 'call', 'telephone', 'hotline'],
  online: ['在线', '在线客服', '网站', '官网', '网页', '微信', '企业微信', 'APP', '小程序', 'online', 'web', 'website', 'chat', 'wechat'],
  email: ['邮件', '电子邮件', 'email', 'mail'],
  visit: ['面谈', '拜访', '当面', '上门', '现场', 'visit', 'face to face', 'in person', 'interview'],
  social: ['社交媒体', '微博', '抖音', '小红书', 'social media', 'social', 'twitter', 'facebook'],
};

export const feedbackKindWords: ChoiceWords<'survey' | 'complaint' | 'suggestion'> = {
  survey: ['调查', '满意度调查', '问卷', '问卷调查', '回访', '评价', '满意度', 'survey', 'review', 'rating', 'nps', 'csat'],
  complaint: ['投诉', '抱怨', '客诉', '差评', '故障', '问题', '报修', 'complaint', 'problem', 'issue', 'bug', 'incident'],
  suggestion: ['建议', '需求', '意见', '改进建议', '反馈', 'suggestion', 'feature request', 'idea', 'request'],
};

export const feedbackStateWords: ChoiceWords<'open' | 'in_progress' | 'closed'> = {
  open: [
    '待处理',
    '未处理',
    '新建',
    '未开始',
    '待分配',
    '待跟进',
    '未解决',
    '未关闭',
    'open',
    'new',
    'not started',
    'pending',
    'unresolved',
  ],
  in_progress: [
    '处理中',
    '跟进中',
    '进行中',
    '已受理',
    '挂起',
    '已升级',
    'in progress',
    'on hold',
    'escalated',
    'working',
    'waiting',
    'reopened',
  ],
  closed: [
    '已关闭',
    '关闭',
    '已解决',
    '已处理',
    '已完成',
    '完成',
    '已办结',
    '处理完成',
    'closed',
    'resolved',
    'done',
    'completed',
    'solved',
  ],
};
