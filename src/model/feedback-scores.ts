import type { Field } from './define.ts';

/** Scores of a survey, on the scale of the survey; more is better. A survey without a dimension leaves it empty. */
export const feedbackScores = {
  nps: {
    type: 'integer',
    title: { en: 'NPS answer', 'zh-CN': 'NPS 评分' },
    meaning: { en: 'How likely the customer is to recommend us, 0 to 10.', 'zh-CN': '客户的推荐意愿评分，0 至 10。' },
    aliases: ['NPS评分', 'NPS得分', 'NPS打分', '推荐意愿', '净推荐值', '推荐评分', '推荐指数', 'NPS Score', 'Likelihood to Recommend'],
  },
  csat: {
    type: 'quantity',
    title: { en: 'Satisfaction', 'zh-CN': '总体满意度' },
    meaning: {
      en: "Overall satisfaction, on the survey's own scale; more is better.",
      'zh-CN': '总体满意度评分，沿用问卷自身的量纲，越大越满意。',
    },
    aliases: [
      '总体满意度',
      '整体满意度',
      '满意度',
      '满意度评分',
      '满意度得分',
      '客户满意度',
      '评分',
      '得分',
      '总分',
      'CSAT Score',
      'Satisfaction',
      'Satisfaction Score',
      'Overall Satisfaction',
      'Score',
    ],
  },
  quality_score: {
    type: 'quantity',
    title: { en: 'Product quality', 'zh-CN': '产品质量' },
    meaning: { en: "Satisfaction with product quality, on the survey's own scale.", 'zh-CN': '对产品质量的满意度，沿用问卷自身的量纲。' },
    aliases: ['产品质量', '质量评分', '产品质量评分', '质量满意度', '产品满意度', '产品评分', 'Product Quality', 'Quality'],
  },
  function_score: {
    type: 'quantity',
    title: { en: 'Functions', 'zh-CN': '产品功能' },
    meaning: {
      en: "Satisfaction with what the product can do, on the survey's own scale.",
      'zh-CN': '对产品功能的满意度，沿用问卷自身的量纲。',
    },
    aliases: ['产品功能', '功能评分', '功能满意度', 'Functions', 'Features', 'Functionality'],
  },
  service_score: {
    type: 'quantity',
    title: { en: 'Service', 'zh-CN': '服务水平' },
    meaning: { en: "Satisfaction with service, on the survey's own scale.", 'zh-CN': '对服务水平的满意度，沿用问卷自身的量纲。' },
    aliases: ['服务水平', '服务质量', '服务态度', '服务评分', '服务满意度', 'Service Quality', 'Service'],
  },
  support_score: {
    type: 'quantity',
    title: { en: 'After-sales support', 'zh-CN': '售后支持' },
    meaning: {
      en: "Satisfaction with support after the sale, on the survey's own scale.",
      'zh-CN': '对售后支持的满意度，沿用问卷自身的量纲。',
    },
    aliases: ['售后支持', '售后服务', '售后评分', '售后满意度', '技术支持', 'Support', 'After-sales Support', 'After-sales Service'],
  },
  response_score: {
    type: 'quantity',
    title: { en: 'Speed of response', 'zh-CN': '响应速度' },
    meaning: {
      en: "Satisfaction with the speed of response, on the survey's own scale.",
      'zh-CN': '对响应速度的满意度，沿用问卷自身的量纲。',
    },
    aliases: ['响应速度', '响应评分', '响应满意度', '客服响应速度', 'Response Speed', 'Responsiveness'],
  },
  delivery_score: {
    type: 'quantity',
    title: { en: 'Delivery', 'zh-CN': '交付' },
    meaning: { en: "Satisfaction with delivery, on the survey's own scale.", 'zh-CN': '对交付的满意度，沿用问卷自身的量纲。' },
    aliases: ['交付', '交付评分', '交付满意度', '交货及时性', '物流评分', '物流服务', '配送速度', '交期', 'Delivery', 'On-time Delivery'],
  },
  price_score: {
    type: 'quantity',
    title: { en: 'Price', 'zh-CN': '价格' },
    meaning: { en: "Satisfaction with the price, on the survey's own scale.", 'zh-CN': '对价格的满意度，沿用问卷自身的量纲。' },
    aliases: ['价格满意度', '价格评分', '性价比', '价格合理性', 'Price Satisfaction', 'Value for Money'],
  },
} as const satisfies Record<string, Field>;
