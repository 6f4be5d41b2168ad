import type { Layout } from '../define.ts';
import { invoiceStatus } from './invoice-status.ts';

/** Beside the amount of an Odoo invoice: with tax, the tax, what is open, and what is in the currency of the invoice. */
const odooOtherAmounts = [
  'Untaxed Amount Signed',
  'Total Signed',
  'Tax Signed',
  'Amount Due Signed',
  'Amount Due',
  'Untaxed Amount',
  'Total',
  'Untaxed Amount in Currency Signed',
  'Total in Currency Signed',
  'amount_untaxed_signed',
  'amount_total_signed',
  'amount_tax_signed',
  'amount_residual_signed',
  'amount_residual',
  'amount_untaxed',
  'amount_total',
  'amount_tax',
  'amount_total_in_currency_signed',
] as const;

/** ERP, accounting and CRM: the amount is that of the line, with tax where the system keeps one (价税合计). */
export const businessLayouts: readonly Layout[] = [
  {
    system: 'SAP',
    signs: ['VBELN', 'KUNNR', 'NETWR'],
    headers: {
      VBELN: 'order_id',
      POSNR: 'line_id',
      KUNNR: 'customer_id',
      AUDAT: 'ordered_at',
      ERDAT: 'ordered_at',
      NETWR: 'amount',
      KWMENG: 'quantity',
      MATNR: 'product_id',
      ARKTX: 'product',
      WAERK: 'currency',
    },
  },
  {
    system: 'SAP',
    signs: ['Sold-To Party', 'Net Value'],
    headers: {
      'Sales Document': 'order_id',
      'SD Document': 'order_id',
      'Sales Order': 'order_id',
      Item: 'line_id',
      'Document Date': 'ordered_at',
      'Net Value': 'amount',
      'Net Price': 'unit_price',
      Material: 'product_id',
      'Material Description': 'product',
    },
  },
  {
    system: 'SAP',
    signs: ['销售凭证', '售达方', '净值'],
    headers: {
      销售凭证: 'order_id',
      项目: 'line_id',
      售达方: 'customer_id',
      凭证日期: 'ordered_at',
      净值: 'amount',
      净价: 'unit_price',
      物料: 'product_id',
    },
  },
  {
    system: 'SAP Business One',
    signs: ['DocNum', 'CardCode', 'DocTotal'],
    headers: {
      DocNum: 'order_id',
      CardCode: 'customer_id',
      CardName: 'customer',
      DocDate: 'ordered_at',
      LineTotal: 'amount',
      DocTotal: 'amount',
      ItemCode: 'product_id',
      Dscription: 'product',
    },
  },
  {
    system: 'Odoo',
    signs: ['Order Reference', 'Order Lines/Subtotal'],
    headers: {
      'Order Reference': 'order_id',
      'Order Lines/Subtotal': 'amount',
      'Order Lines/Total': null,
      Total: null,
      'Untaxed Amount': null,
      'Order Lines/Product': 'product',
      'Order Lines/Quantity': 'quantity',
      'Order Lines/Unit Price': 'unit_price',
      'Order Lines/Discount (%)': 'discount_rate',
    },
  },
  {
    system: 'Odoo',
    signs: ['Order Reference', 'Total', 'Customer'],
    headers: {
      'Order Reference': 'order_id',
      Total: 'amount',
      'Untaxed Amount': null,
      Salesperson: 'rep',
      'Order Date': 'ordered_at',
      'Creation Date': 'ordered_at',
    },
  },
  // Invoices, without tax as its own sales reports; credit notes are negative, and a reversed invoice has one.
  ...['Untaxed Amount Signed', 'amount_untaxed_signed', 'Total Signed', 'amount_total_signed'].map((amount): Layout => ({
    system: 'Odoo',
    signs: [amount, amount.includes('_') ? 'invoice_date' : 'Number'],
    headers: {
      Number: 'order_id',
      name: 'order_id',
      'Invoice Partner Display Name': 'customer',
      invoice_partner_display_name: 'customer',
      Partner: 'customer',
      'Invoice/Bill Date': 'ordered_at',
      'Invoice Date': 'ordered_at',
      invoice_date: 'ordered_at',
      [amount]: 'amount',
      state: 'status',
      Status: 'status',
      ...Object.fromEntries(odooOtherAmounts.filter((other) => other !== amount).map((other) => [other, null])),
      'Payment Status': null,
      payment_state: null,
    },
  })),
  {
    system: 'Odoo',
    signs: ['订单关联', '客户', '合计'],
    headers: { 订单关联: 'order_id', 合计: 'amount', 未税金额: null },
  },
  // The customer's number and its name.
  { system: '用友', signs: ['单号', '料品', '客户', '客户名称'], headers: { 客户: 'customer_id' } },
  {
    system: '用友',
    signs: ['存货编码', '本币价税合计'],
    headers: { 本币价税合计: 'amount', 原币价税合计: null, 本币无税金额: null, 原币无税金额: null, 本币税额: null },
  },
  {
    system: '金蝶',
    signs: ['单据编号', '物料编码', '价税合计'],
    headers: { 价税合计: 'amount', 金额: null, 税额: null, 折扣额: null },
  },
  ...['往来单位', '往来单位名称', '单位名称', '单位全名'].map((unit): Layout => ({
    system: '管家婆',
    signs: ['单据编号', unit, '经手人'],
    headers: {
      [unit]: 'customer',
      价税合计: 'amount',
      折后金额: 'amount',
      金额: 'amount',
      经手人: 'rep',
      单据日期: 'ordered_at',
      录单日期: 'ordered_at',
    },
  })),
  {
    system: '纷享销客',
    signs: ['销售订单编号', '销售订单金额'],
    headers: { 销售订单编号: 'order_id', 销售订单金额: 'amount', 产品合计: null, 待回款金额: null, 已回款金额: 'paid_amount' },
  },
  {
    system: '销售易',
    signs: ['订单编号', '订单总金额', '已回款金额'],
    headers: { 订单总金额: 'amount', 已回款金额: 'paid_amount', 未回款金额: null },
  },
  // Invoices by line; Total and SubTotal are the invoice's.
  {
    system: 'Zoho',
    signs: ['Invoice Number', 'Item Total', 'SubTotal'],
    headers: { 'Item Total': 'amount', 'Item Price': 'unit_price', Total: null, SubTotal: null, Balance: null },
    words: { status: invoiceStatus },
  },
  {
    system: 'Zoho',
    signs: ['Invoice Number', 'Invoice Status', 'Total'],
    headers: { 'Invoice Number': 'order_id', Total: 'amount', SubTotal: null, Balance: null },
    words: { status: invoiceStatus },
  },
  // Tableau's Superstore: the discount is a rate.
  { system: 'Superstore', signs: ['Row ID', 'Ship Mode', 'Sub-Category', 'Discount'], headers: { Discount: 'discount_rate' } },
];
