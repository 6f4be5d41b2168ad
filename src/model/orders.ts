import { defineEntity } from './define.ts';
import { orderCourse } from './orders-course.ts';
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
  layouts: [
    // Shopify: `Name` is the order's number, the buyer is known by e-mail address, `Id` is the order's internal number.
    {
      signs: ['Name', 'Financial Status', 'Lineitem name'],
      headers: { Name: 'order_id', Email: 'customer_id', 'Billing Name': 'customer', 'Created at': 'ordered_at', Id: null, Subtotal: null },
    },
    // Tableau's Superstore: the discount is a rate.
    { signs: ['Row ID', 'Ship Mode', 'Sub-Category', 'Discount'], headers: { Discount: 'discount_rate' } },
    // 用友 U9: the customer's number and its name.
    { signs: ['单号', '料品', '客户', '客户名称'], headers: { 客户: 'customer_id' } },
  ],
  fields: { ...orderLine, ...orderCourse, ...orderMoney },
});
