/** Headers that mean the same in several tables, strongest first, without what normalises to the name of the field (`customer_id`). */

export const repAliases = [
  '负责人',
  '负责人名字',
  '负责人姓名',
  '负责人（工号）',
  '业务员',
  '销售员',
  '销售代表',
  '销售负责人',
  '销售人员',
  '客户经理',
  '销售',
  '业务',
  '所有者',
  '归属人',
  'Owner',
  'Owner Name',
  'Sales Rep',
  'Sales Representative',
  'Salesperson',
  'Sales Agent',
  'Account Manager',
  'Employee',
  'Employee Name',
  'Employee Key',
  'Owner ID',
] as const;

export const teamAliases = [
  '团队',
  '销售团队',
  '部门',
  '销售部门',
  '负责人部门',
  '负责人主属部门',
  '负责人所在部门',
  '所属部门',
  '所属团队',
  '归属部门',
  'Sales Team',
  'Department',
  'Owner Department',
] as const;

export const regionAliases = [
  '区域',
  '大区',
  '销售区域',
  '所属区域',
  '地区',
  '地区名称',
  '客户所在地',
  'Sales Region',
  'Territory',
  '省份',
  '省',
  '省/市',
  '开单地址-省/市',
  '收货人省份',
  'State',
  'Province',
  'State/Province',
  'State or Province',
  'State Province Name',
  'Billing State',
  'Billing State/Province',
  '国家',
  'Country',
  'Country/Region',
  '城市',
  '收货人城市',
  '市',
  'City',
] as const;

export const industryAliases = [
  '行业',
  '所属行业',
  '客户行业',
  '行业名称',
  '行业类别',
  '1级行业',
  '1级行业(1级)',
  'Sector',
  'Vertical',
  'Industry Name',
] as const;

export const sizeAliases = [
  '规模',
  '公司规模',
  '企业规模',
  '客户规模',
  '人员规模',
  '员工数',
  '员工人数',
  '员工数量',
  'Company Size',
  'Employees',
  'Number of Employees',
  'No. of Employees',
  'Employee Count',
] as const;

export const sourceAliases = [
  '来源',
  '客户来源',
  '客户来源(来源)',
  '来源渠道',
  '获客渠道',
  'Lead Source',
  'Account Source',
  'Original Source',
  'Acquisition Channel',
] as const;

export const createdAliases = [
  '创建时间',
  '创建日期',
  '录入时间',
  '录入日期',
  '建档时间',
  '建档日期',
  'Created Time',
  'Create Date',
  'Created Date',
  'Created',
  'Creation Date',
  'Date Created',
] as const;

export const lastContactAliases = [
  '最后跟进时间',
  '最近跟进时间',
  '最新跟进时间',
  '上次跟进时间',
  '最后联系时间',
  '最近联系时间',
  '最后跟进日期',
  '最近操作时间',
  '最新活动记录时间',
  '最近活动记录时间',
  'Last Contacted',
  'Last Contact Date',
  'Last Contact Time',
  'Last Contact',
  'Last Activity Time',
  'Last Activity Date',
  'Last Followed Time',
] as const;

export const nextContactAliases = [
  '下次跟进时间',
  '下次联系时间',
  '下次跟进日期',
  '计划跟进时间',
  'Next Contact',
  'Next Contact Date',
  'Next Contact Time',
  'Next Follow Up',
  'Next Follow Up Date',
  'Next Activity Date',
] as const;

export const lostReasonAliases = [
  '流失原因',
  '丢单原因',
  '输单原因',
  '丢失原因',
  'Loss Reason',
  'Reason for Loss',
  'Churn Reason',
  'Closed Lost Reason',
] as const;

export const assignedAliases = [
  '分配时间',
  '领取/分配时间',
  '领取时间',
  '认领时间',
  '分配日期',
  '领取日期',
  '认领日期',
  '负责人获取客户时间',
  'Assigned Time',
  'Assigned Date',
  'Claimed At',
  'Owner Assigned Date',
] as const;

export const returnedAliases = [
  '退回/收回时间',
  '退回时间',
  '收回时间',
  '回收时间',
  '上次回收时间',
  'Returned Time',
  'Returned Date',
  'Recycled At',
] as const;

export const returnReasonAliases = [
  '退回/收回原因',
  '退回原因',
  '销售人员退回原因',
  '收回原因',
  '回收原因',
  '公海原因',
  'Recycle Reason',
] as const;

export const recyclesAliases = ['回收次数', '收回次数', '退回次数', '转手次数', 'Recycle Count', 'Times Recycled', 'Return Count'] as const;

export const expiresAliases = [
  '预计收回时间',
  '预计回收时间',
  '保护到期时间',
  '到期时间',
  'Expires On',
  'Expiry Date',
  'Recycle Date',
] as const;

/** Amounts that a system has converted into the currency of the company, beside those in the currency of the deal. */
export const companyAmountAliases = [
  'Amount (converted)',
  'Converted Amount',
  'Amount (company currency)',
  'Amount in base currency',
  'Amount (Base)',
  '本位币金额',
  '金额（本位币）',
  '折算金额',
] as const;
