import { defineEntity } from './define.ts';
import { businessLayouts } from './order-layouts/business-software.ts';
import { chineseShopLayouts } from './order-layouts/chinese-shops.ts';
import { paymentLayouts } from './order-layouts/payments.ts';
import { shopLayouts } from './order-layouts/shops.ts';
import { orderCourse } from './orders-course.ts';
import { orderJudging } from './orders-judging.ts';
import { orderLine } from './orders-line.ts';
import { orderMoney } from './orders-money.ts';

export const orders = defineEntity({
  id: 'orders',
  title: { en: 'Orders', 'zh-CN': '订单' },
  grain: { en: 'one order line, or one order', 'zh-CN': '一行一条订单明细，或一张订单' },
  names: ['order', 'sales', 'invoice', 'transaction', '订单', '销售', '合同', '交易', '成交'],
  needs: [['order_id', 'customer_id', 'customer'], ['ordered_at']],
  // What a customer owns is not bought again each time it is listed.
  excludes: ['Asset ID', 'Asset Name', 'Install Date', '资产编号', '资产名称', '设备编号', '设备名称', '安装日期'],
  layouts: [...shopLayouts, ...chineseShopLayouts, ...paymentLayouts, ...businessLayouts],
  fields: { ...orderLine, ...orderCourse, ...orderMoney, ...orderJudging },
});
