import type { Field } from './define.ts';
import { industryAliases, regionAliases, repAliases, sizeAliases, sourceAliases } from './shared-aliases.ts';

/** Who a lead is and where it came from. */
export const leadAttributes = {
  lead_id: {
    type: 'id',
    title: { en: 'Lead ID', 'zh-CN': '线索编号' },
    meaning: { en: 'Number of the lead.', 'zh-CN': '线索的编号。' },
    aliases: ['线索编号', '线索ID', '线索号', 'Prospect ID', 'Lead Number', 'Lead No', '(Do Not Modify) Lead', 'Record ID', '编号', 'ID'],
  },
  name: {
    type: 'text',
    title: { en: 'Lead', 'zh-CN': '线索名称' },
    meaning: { en: 'Name of the lead or of its contact.', 'zh-CN': '线索或其联系人的名称。' },
    aliases: ['线索名称', '线索姓名', '姓名', '联系人', '联系人姓名', 'Lead Name', 'Full Name', 'Contact Name'],
  },
  company: {
    type: 'text',
    title: { en: 'Company', 'zh-CN': '公司' },
    meaning: { en: 'Company of the lead.', 'zh-CN': '线索所属的公司。' },
    aliases: [
      '公司',
      '公司名称',
      '公司(企业名称)',
      '企业名称',
      '单位名称',
      '单位',
      'Company Name',
      'Company / Account',
      'Associated Company',
      'Organization',
    ],
  },
  industry: {
    type: 'text',
    title: { en: 'Industry', 'zh-CN': '行业' },
    meaning: { en: 'Industry of the company.', 'zh-CN': '公司所属的行业。' },
    aliases: industryAliases,
  },
  region: {
    type: 'text',
    title: { en: 'Region', 'zh-CN': '区域' },
    meaning: { en: 'Sales region, else province, country or city.', 'zh-CN': '销售区域；没有时取省份、国家或城市。' },
    aliases: [...regionAliases, '省份/市/区', '手机归属地'],
  },
  size: {
    type: 'text',
    title: { en: 'Size', 'zh-CN': '规模' },
    meaning: { en: 'Size of the company, as the file has it.', 'zh-CN': '企业规模，按文件原样。' },
    aliases: sizeAliases,
  },
  source: {
    type: 'text',
    title: { en: 'Source', 'zh-CN': '线索来源' },
    meaning: { en: 'Where the lead came from.', 'zh-CN': '线索的获取来源。' },
    aliases: ['线索来源', ...sourceAliases, '线索渠道', '推广渠道', '宣传来源', '渠道', 'Lead Channel', 'Channel', 'Lead Origin'],
  },
  batch: {
    type: 'text',
    title: { en: 'Batch', 'zh-CN': '批次' },
    meaning: { en: 'Batch or campaign that brought the lead.', 'zh-CN': '带来该线索的批次或市场活动。' },
    aliases: [
      '批次',
      '批次号',
      '线索批次',
      '导入批次',
      '市场活动名称',
      '市场活动',
      '推广计划',
      'Import Batch',
      'Source Campaign',
      'Lead Campaign',
    ],
  },
  pool: {
    type: 'text',
    title: { en: 'Pool', 'zh-CN': '公海' },
    meaning: { en: 'Pool the lead belongs to.', 'zh-CN': '线索所属的公海或线索池。' },
    aliases: ['线索池', '公海', '所属公海', '公海名称', '公海池', '所属线索池', 'Lead Pool', 'Queue'],
  },
  owner: {
    type: 'person',
    title: { en: 'Owner', 'zh-CN': '负责人' },
    meaning: { en: 'Rep who has the lead; empty while it lies in the pool.', 'zh-CN': '持有线索的销售人员；在公海中时为空。' },
    aliases: [
      'Lead Owner',
      'Contact Owner',
      '线索所有者',
      '线索所有人',
      '销售线索所有人',
      '线索负责人',
      '跟进人员',
      '跟进人',
      ...repAliases.filter((alias) => alias !== 'Owner'),
    ],
  },
  cost: {
    type: 'money',
    title: { en: 'Cost', 'zh-CN': '线索成本' },
    meaning: { en: 'What it cost to get the lead; 0 or more.', 'zh-CN': '获取该线索的成本，不小于 0。' },
    aliases: ['线索成本', '获客成本', '获取成本', '成本', 'Lead Cost', 'Acquisition Cost', 'Cost per Lead'],
  },
} as const satisfies Record<string, Field>;
