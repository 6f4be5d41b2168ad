import type { Layout } from '../define.ts';

/** Shop systems: the amount is what the customer pays for the order, or for the line where the export has lines. */
export const shopLayouts: readonly Layout[] = [
  // `Name` is the order's number, the buyer is known by e-mail address, `Id` is the order's internal number.
  {
    system: 'Shopify',
    signs: ['Name', 'Financial Status', 'Lineitem name'],
    headers: { Name: 'order_id', Email: 'customer_id', 'Billing Name': 'customer', 'Created at': 'ordered_at', Id: null, Subtotal: null },
  },
  ...['Created at', 'Paid at'].map((moment): Layout => ({
    system: 'Shopify',
    signs: ['Name', 'Financial Status', moment],
    headers: {
      Name: 'order_id',
      'Customer ID': 'customer_id',
      Email: 'customer_id',
      'Billing Name': 'customer',
      'Created at': 'ordered_at',
      'Paid at': 'ordered_at',
      Id: null,
      Subtotal: null,
    },
  })),
  {
    system: 'WooCommerce',
    signs: ['Order Total Amount', 'Order Status'],
    headers: {
      'Order Number': 'order_id',
      'Order ID': 'order_id',
      'Order Total Amount': 'amount',
      'Order Subtotal Amount': null,
      'Order Refund Amount': 'refunded_amount',
      'Item Cost': 'unit_price',
      'Quantity (- Refund)': 'quantity',
      'Cart Discount Amount': null,
      'Discount Amount': null,
    },
  },
  {
    system: 'WooCommerce',
    signs: ['order_number', 'order_total', 'order_subtotal'],
    headers: { order_id: 'order_id', order_number: null, order_total: 'amount', order_subtotal: null, discount_total: null },
  },
  {
    system: 'WooCommerce',
    signs: ['Order #', 'N. Revenue'],
    headers: { 'Order #': 'order_id', 'N. Revenue': 'amount', 'Product(s)': 'product', 'Items sold': 'quantity' },
  },
  {
    system: 'WooCommerce',
    signs: ['Order #', 'Net Sales', 'Items sold'],
    headers: { 'Order #': 'order_id', 'Net Sales': 'amount', 'Product(s)': 'product', 'Items sold': 'quantity' },
  },
  {
    system: 'Magento',
    signs: ['Purchase Date', 'Grand Total (Base)'],
    headers: {
      ID: 'order_id',
      'Purchase Date': 'ordered_at',
      'Grand Total (Base)': 'amount',
      'Grand Total (Purchased)': null,
      Subtotal: null,
      'Total Refunded': 'refunded_amount',
      'Customer Name': 'customer',
      'Bill-to Name': 'customer',
    },
  },
  // `item-price` is the total of the line.
  {
    system: 'Amazon',
    signs: ['amazon-order-id', 'item-price'],
    headers: {
      'amazon-order-id': 'order_id',
      'purchase-date': 'ordered_at',
      'buyer-email': 'customer_id',
      'buyer-name': 'customer',
      'item-price': 'amount',
      'product-name': 'product',
      'order-status': 'status',
      'item-status': null,
      'item-promotion-discount': null,
    },
  },
  {
    system: 'Amazon',
    signs: ['order-item-id', 'item-price', 'quantity-purchased'],
    headers: {
      'order-id': 'order_id',
      'order-item-id': 'line_id',
      'purchase-date': 'ordered_at',
      'buyer-email': 'customer_id',
      'buyer-name': 'customer',
      'item-price': 'amount',
      'quantity-purchased': 'quantity',
      'product-name': 'product',
    },
  },
];
