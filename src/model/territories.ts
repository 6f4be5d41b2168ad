import { defineEntity } from './define.ts';

export const territories = defineEntity({
  id: 'territories',
  title: { en: 'Territories', 'zh-CN': '区域负责人' },
  grain: { en: 'one region and its manager', 'zh-CN': '一行一个区域及其负责人' },
  names: ['people', 'territor', 'region', '区域', '销售人员'],
  needs: [['manager'], ['region']],
  auxiliary: true,
  fields: {
    region: {
      type: 'text',
      title: { en: 'Region', 'zh-CN': '区域' },
      meaning: { en: 'Region, written as in the orders.', 'zh-CN': '区域，写法与订单一致。' },
      aliases: ['区域', '大区', '销售区域', '负责区域', '地区', 'Sales Region', 'Territory'],
    },
    manager: {
      type: 'person',
      title: { en: 'Manager', 'zh-CN': '区域负责人' },
      meaning: { en: 'Who answers for the orders of the region.', 'zh-CN': '负责该区域订单的人员。' },
      aliases: [
        '区域负责人',
        '区域经理',
        '大区经理',
        '销售人员',
        '负责人',
        '销售经理',
        'Person',
        'Regional Manager',
        'Region Manager',
        'Sales Manager',
      ],
    },
  },
});
