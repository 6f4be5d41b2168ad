import { defineEntity } from './define.ts';
import { regionAliases, teamAliases } from './shared-aliases.ts';

export const reps = defineEntity({
  id: 'reps',
  title: { en: 'Reps', 'zh-CN': '销售人员' },
  grain: { en: 'one rep', 'zh-CN': '一行一名销售人员' },
  names: ['rep', 'user', 'employee', 'staff', 'team', '员工', '人员', '用户', '团队'],
  needs: [['rep_id', 'name'], ['rep_id', 'team', 'manager', 'region', 'joined_on', 'capacity'], ['name', 'team', 'manager', 'joined_on', 'capacity']],
  key: 'rep_id',
  fields: {
    rep_id: {
      type: 'id',
      title: { en: 'Rep ID', 'zh-CN': '员工编号' },
      meaning: { en: 'Number of the rep.', 'zh-CN': '销售人员的编号。' },
      aliases: ['员工编号', '工号', '员工工号', '人员编号', '用户编号', 'USER_ID', 'Employee ID', 'Employee Key', 'Employee Number', 'Sales Rep ID', 'Staff ID'],
    },
    name: {
      type: 'person',
      title: { en: 'Rep', 'zh-CN': '姓名' },
      meaning: { en: 'Name of the rep, as other files write it.', 'zh-CN': '销售人员的姓名，与其他文件中的写法一致。' },
      aliases: [
        '姓名', '员工姓名', '员工', '销售姓名', '销售代表', '业务员', '销售员', '用户名称', '销售人员', 'Rep', 'Rep Name', 'Sales Rep', 'Sales Agent', 'Salesperson', 'Employee', 'Employee Name',
        'Full Name', 'User Name', 'Last Name',
      ],
    },
    team: {
      type: 'text',
      title: { en: 'Team', 'zh-CN': '团队' },
      meaning: { en: 'Team or department.', 'zh-CN': '所在的团队或部门。' },
      aliases: teamAliases,
    },
    manager: {
      type: 'person',
      title: { en: 'Manager', 'zh-CN': '主管' },
      meaning: { en: 'Who leads the rep.', 'zh-CN': '该人员的直接上级。' },
      aliases: ['主管', '上级', '直属上级', '直接上级', '经理', '销售经理', '部门经理', '团队负责人', 'Reports To', 'Supervisor', 'Team Leader'],
    },
    region: {
      type: 'text',
      title: { en: 'Region', 'zh-CN': '区域' },
      meaning: { en: 'Region the rep sells in.', 'zh-CN': '负责的销售区域。' },
      aliases: ['负责区域', 'Regional Office', 'Office', ...regionAliases],
    },
    joined_on: {
      type: 'date',
      title: { en: 'Joined on', 'zh-CN': '入职日期' },
      meaning: { en: 'Day the rep joined.', 'zh-CN': '入职的日期。' },
      aliases: ['入职日期', '入职时间', '加入日期', 'Hire Date', 'Join Date', 'Joining Date', 'Start Date'],
    },
    capacity: {
      type: 'integer',
      title: { en: 'Capacity', 'zh-CN': '客户上限' },
      meaning: { en: 'Most customers and leads the rep may hold; 0 or more.', 'zh-CN': '最多可持有的客户与线索数，不小于 0。' },
      aliases: ['客户上限', '库容', '保有量上限', '拥有客户数上限', '容量', 'Max Customers', 'Hold Limit', 'Lead Capacity'],
    },
  },
});
