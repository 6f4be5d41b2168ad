import { defineEntity } from './define.ts';
import { createdAliases, customerIdAliases, customerNameAliases, lostReasonAliases, regionAliases, repAliases, sourceAliases } from './shared-aliases.ts';
import { dealStateWords } from './words.ts';

export const opportunities = defineEntity({
  id: 'opportunities',
  title: { en: 'Opportunities', 'zh-CN': '商机' },
  grain: { en: 'one deal', 'zh-CN': '一行一个商机' },
  names: ['opportunit', 'pipeline', 'deal', 'potential', '商机', '销售机会'],
  needs: [['opportunity_id', 'name', 'customer_id', 'customer'], ['stage', 'state'], ['amount', 'closed_on', 'created_on', 'probability']],
  key: 'opportunity_id',
  fields: {
    opportunity_id: {
      type: 'id',
      title: { en: 'Opportunity ID', 'zh-CN': '商机编号' },
      meaning: { en: 'Number of the deal.', 'zh-CN': '商机的编号。' },
      aliases: ['商机编号', '商机ID', '商机号', 'Potential ID', 'Deal ID', '(Do Not Modify) Opportunity', 'Record ID', '编号', 'ID'],
    },
    name: {
      type: 'text',
      title: { en: 'Opportunity', 'zh-CN': '商机名称' },
      meaning: { en: 'Name of the deal.', 'zh-CN': '商机的名称。' },
      aliases: ['商机名称', '销售机会名称', '项目名称', 'Opportunity Name', 'Deal Name', 'Potential Name', 'Opportunity', 'Deal'],
    },
    customer_id: {
      type: 'id',
      title: { en: 'Customer ID', 'zh-CN': '客户编号' },
      meaning: { en: 'Number of the customer.', 'zh-CN': '客户的编号。' },
      aliases: customerIdAliases,
    },
    customer: {
      type: 'text',
      title: { en: 'Customer', 'zh-CN': '客户名称' },
      meaning: { en: 'Name of the customer; identifies it where there is no number.', 'zh-CN': '客户名称；没有编号时用来识别客户。' },
      aliases: [...customerNameAliases.filter((alias) => alias !== 'Customer'), 'Company', 'Company Name'],
    },
    lead_id: {
      type: 'id',
      title: { en: 'Lead ID', 'zh-CN': '线索编号' },
      meaning: { en: 'Lead the deal grew out of.', 'zh-CN': '商机来源的线索编号。' },
      aliases: ['线索编号', '线索ID', '源线索', '来源线索'],
    },
    rep: {
      type: 'person',
      title: { en: 'Rep', 'zh-CN': '负责人' },
      meaning: { en: 'Rep who works the deal.', 'zh-CN': '负责该商机的销售人员。' },
      aliases: ['商机负责人', 'Opportunity Owner', 'Deal Owner', 'Potential Owner', ...repAliases],
    },
    region: {
      type: 'text',
      title: { en: 'Region', 'zh-CN': '区域' },
      meaning: { en: 'Sales region of the deal.', 'zh-CN': '商机所属的销售区域。' },
      aliases: regionAliases.filter((alias) => alias !== 'State'),
    },
    product: {
      type: 'text',
      title: { en: 'Product', 'zh-CN': '产品' },
      meaning: { en: 'Product the deal is about.', 'zh-CN': '商机涉及的产品。' },
      aliases: ['产品', '产品名称', '意向产品', '商品名称', '商品', 'Product Name'],
    },
    source: {
      type: 'text',
      title: { en: 'Source', 'zh-CN': '商机来源' },
      meaning: { en: 'Where the deal came from.', 'zh-CN': '商机的来源。' },
      aliases: ['商机来源', ...sourceAliases],
    },
    stage: {
      type: 'text',
      title: { en: 'Stage', 'zh-CN': '商机阶段' },
      meaning: { en: 'Stage of the sales process, as the file calls it.', 'zh-CN': '销售流程的阶段，按文件原样。' },
      aliases: ['商机阶段', '销售阶段', '阶段', '商机状态', 'Deal Stage', 'Sales Stage', 'Stage Name', 'Opportunity Stage', 'Pipeline Stage'],
    },
    state: {
      type: 'choice',
      title: { en: 'State', 'zh-CN': '商机结果' },
      meaning: { en: 'open, won or lost; taken from the stage in files without it.', 'zh-CN': 'open 进行中、won 赢单、lost 输单；文件没有时由阶段得出。' },
      aliases: ['结束状态', '商机结果', '赢单状态', '销售状态', '状态', 'Sales Status', 'Deal Status', 'Opportunity Status', 'Status'],
      choices: dealStateWords,
    },
    amount: {
      type: 'money',
      title: { en: 'Amount', 'zh-CN': '商机金额' },
      meaning: { en: 'What the deal is worth.', 'zh-CN': '商机的金额。' },
      aliases: ['商机金额', '商机总金额', '成交金额', '预计成交金额', '预计销售金额', '销售金额', '金额', '产品总金额', 'Close Value', 'Deal Amount', 'Deal Value', 'Opportunity Amount', 'Expected Revenue', '预期收益'],
    },
    probability: {
      type: 'ratio',
      title: { en: 'Probability', 'zh-CN': '赢率' },
      meaning: { en: 'Chance of winning as the file states it, 0 to 1.', 'zh-CN': '文件给出的赢单概率，0 至 1。' },
      aliases: ['赢率', '可能性', '成交概率', '赢单概率', '成功率', 'Win Probability', 'Deal Probability'],
    },
    created_on: {
      type: 'date',
      title: { en: 'Created on', 'zh-CN': '创建日期' },
      meaning: { en: 'Day the deal was opened.', 'zh-CN': '商机建立的日期。' },
      aliases: ['商机创建时间', ...createdAliases, 'Created At', 'Open Date', 'Engage Date'],
    },
    closed_on: {
      type: 'date',
      title: { en: 'Closed on', 'zh-CN': '结束日期' },
      meaning: { en: 'Day the deal was won or lost; of an open deal, the day it is expected to close.', 'zh-CN': '赢单或输单的日期；未结束的商机为预计成交日期。' },
      aliases: [
        '结束日期', '结束时间', '关闭日期', '关闭时间', '实际成交日期', '成交日期', '成交时间', '赢单日期', '赢单时间', '预计成交日期', '预计成交时间', '预计结束日期', 'Close Date', 'Closed Date',
        'Closing Date', 'Actual Close Date', 'Expected Close Date',
      ],
    },
    lost_reason: {
      type: 'text',
      title: { en: 'Reason lost', 'zh-CN': '输单原因' },
      meaning: { en: 'Why the deal was lost.', 'zh-CN': '输单的原因。' },
      aliases: lostReasonAliases,
    },
    competitor: {
      type: 'text',
      title: { en: 'Competitor', 'zh-CN': '竞争对手' },
      meaning: { en: 'Competitor in the deal.', 'zh-CN': '商机中的竞争对手。' },
      aliases: ['竞争对手', '竞品', '竞争公司', 'Competitors', 'Lost To', 'Main Competitor'],
    },
  },
});
