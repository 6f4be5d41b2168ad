import type { Layout } from '../define.ts';
import { invoiceStatus } from './invoice-status.ts';

/** Tills and payments: the amount is what was sold or paid, before the fees of the service. */
export const paymentLayouts: readonly Layout[] = [
  // Net Sales are without tax and tip; Net Total is what is left of Total Collected after fees.
  {
    system: 'Square',
    signs: ['Net Sales', 'Total Collected'],
    headers: {
      'Net Sales': 'amount',
      'Gross Sales': null,
      'Total Collected': null,
      'Net Total': null,
      'Transaction ID': 'order_id',
      Discounts: null,
    },
  },
  {
    system: 'Square',
    signs: ['Gross Sales', 'Net Sales', 'Transaction ID'],
    headers: { 'Net Sales': 'amount', 'Gross Sales': null, 'Transaction ID': 'order_id', Discounts: null },
  },
  {
    system: 'PayPal',
    signs: ['Gross', 'Fee', 'Net', 'Transaction ID'],
    headers: {
      Gross: 'amount',
      Net: null,
      Fee: null,
      Balance: null,
      'Transaction ID': 'order_id',
      'From Email Address': 'customer_id',
      Name: 'customer',
      Date: 'ordered_at',
    },
  },
  {
    system: 'PayPal',
    signs: ['总额', '费用', '净额', '交易号'],
    headers: {
      总额: 'amount',
      净额: null,
      费用: null,
      余额: null,
      交易号: 'order_id',
      发件人邮箱地址: 'customer_id',
      名称: 'customer',
      日期: 'ordered_at',
    },
  },
  // Payments by their own id, dated in UTC.
  {
    system: 'Stripe',
    signs: ['id', 'Created (UTC)', 'Amount', 'Amount Refunded'],
    headers: { id: 'order_id', 'Created (UTC)': 'ordered_at', 'Customer ID': 'customer_id', Amount: 'amount' },
  },
  {
    system: 'Stripe',
    signs: ['id', 'Created date (UTC)', 'Amount', 'Amount Refunded'],
    headers: { id: 'order_id', 'Created date (UTC)': 'ordered_at', 'Customer ID': 'customer_id', Amount: 'amount' },
  },
  // As the interface names them.
  {
    system: 'Stripe',
    signs: ['id', 'created', 'customer', 'amount', 'currency', 'status'],
    headers: { id: 'order_id', created: 'ordered_at', customer: 'customer_id', amount: 'amount' },
  },
  // Gross is what the customer paid, net what is left of it after the fee.
  {
    system: 'Stripe',
    signs: ['balance_transaction_id', 'gross', 'reporting_category'],
    headers: {
      balance_transaction_id: 'order_id',
      created_utc: 'ordered_at',
      created: 'ordered_at',
      gross: 'amount',
      fee: null,
      net: null,
      reporting_category: 'document_type',
      customer_id: 'customer_id',
      customer_facing_amount: null,
      source_id: null,
      description: null,
    },
  },
  // Balance is what is open, or a running sum.
  {
    system: 'QuickBooks',
    signs: ['Transaction Type', 'Num', 'Amount'],
    headers: { Num: 'order_id', Name: 'customer', Amount: 'amount', Balance: null, 'Open Balance': null, 'Sales Price': 'unit_price' },
  },
  {
    system: 'QuickBooks',
    signs: ['Transaction Type', 'No.', 'Amount'],
    headers: { 'No.': 'order_id', Name: 'customer', Amount: 'amount', Balance: null, 'Open Balance': null, 'Sales Price': 'unit_price' },
  },
  {
    system: 'QuickBooks',
    signs: ['InvoiceNo', 'ItemAmount'],
    headers: { InvoiceNo: 'order_id', ItemAmount: 'amount', ItemQuantity: 'quantity', ItemRate: 'unit_price', Total: null },
  },
  {
    system: 'Xero',
    signs: ['InvoiceNumber', 'ContactName', 'LineAmount'],
    headers: {
      InvoiceNumber: 'order_id',
      ContactName: 'customer',
      LineAmount: 'amount',
      UnitAmount: 'unit_price',
      Total: null,
      TaxTotal: null,
      Discount: 'discount_rate',
      AccountCode: null,
    },
    words: { status: invoiceStatus },
  },
  {
    system: 'Xero',
    signs: ['InvoiceNumber', 'ContactName', 'InvoiceDate'],
    headers: {
      InvoiceNumber: 'order_id',
      ContactName: 'customer',
      TaxTotal: null,
      InvoiceAmountPaid: null,
      InvoiceAmountDue: null,
      AccountCode: null,
    },
    words: { status: invoiceStatus },
  },
];
