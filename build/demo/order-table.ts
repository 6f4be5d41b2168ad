import type { Localized } from '../../src/lib/localized.ts';
import { dateOf } from './calendar.ts';
import type { OrderLine } from './order-lines.ts';
import type { Order, OrderStatus } from './orders.ts';
import { categories } from './products.ts';
import { column, words, yuan } from './table.ts';

interface OrderRow extends OrderLine {
  readonly order: Order;
}

const statusNames: Readonly<Record<OrderStatus, Localized>> = {
  completed: words('已完成', 'Completed'),
  pending: words('待付款', 'Pending Payment'),
  cancelled: words('已取消', 'Cancelled'),
  refunded: words('已退款', 'Refunded'),
};

export function orderRows(orders: readonly Order[]): OrderRow[] {
  return orders.flatMap((order) => order.lines.map((line) => ({ ...line, order })));
}

/** Cents of a line that were paid. */
export function paidAmount(order: Order, line: OrderLine): number {
  return Math.round((line.amount * order.paid) / 100);
}

export const orderColumns = [
  column<OrderRow>('订单编号', 'Order ID', (row) => row.order.id),
  column<OrderRow>('客户编号', 'Customer ID', (row) => row.order.customer.id),
  column<OrderRow>('下单日期', 'Order Date', (row) => dateOf(row.order.day)),
  column<OrderRow>('产品编号', 'Product ID', (row) => row.product.id),
  column<OrderRow>('产品名称', 'Product Name', (row) => row.product.name),
  column<OrderRow>('产品类别', 'Category', (row) => categories[row.product.category]),
  column<OrderRow>('数量', 'Quantity', (row) => row.quantity),
  column<OrderRow>('单价', 'Unit Price', (row) => yuan(row.price)),
  column<OrderRow>('折扣率', 'Discount Rate', (row) => row.discount / 100),
  column<OrderRow>('订单金额', 'Amount', (row) => yuan(row.amount)),
  column<OrderRow>('成本', 'Cost', (row) => yuan(row.cost)),
  column<OrderRow>('已付金额', 'Paid Amount', (row) => yuan(paidAmount(row.order, row))),
  column<OrderRow>('订单状态', 'Order Status', (row) => statusNames[row.order.status]),
  column<OrderRow>('负责人', 'Owner', (row) => row.order.customer.owner.name),
];
