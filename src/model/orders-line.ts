import type { Field } from './define.ts';
import { createdAliases, customerIdAliases, customerNameAliases, regionAliases, repAliases } from './shared-aliases.ts';
import { orderStatusWords } from './words.ts';

/** Who bought what, when, from whom. */
export const orderLine = {
  order_id: {
    type: 'id',
    title: { en: 'Order ID', 'zh-CN': '订单编号' },
    meaning: { en: 'Number of the order; the lines of one order share it.', 'zh-CN': '订单的编号；同一订单的各行相同。' },
    aliases: [
      '订单编号', '订单号', '订单ID', '主订单编号', '主订单号', '销售订单号', '销售单号', '订单单号', '单据编号', '单号', '合同编号', '交易编号', '交易号', '流水号', '小票号',
      'Order No', 'Order Number', 'Order Key', 'Sales Order Number', 'Sales Order No', 'SO Number', 'SO No', 'INVOICEID', 'SALESORDERID', 'Invoice No', 'Invoice Number',
      'Transaction ID', 'Receipt Number', 'Contract Number', 'FBillNo', '(Do Not Modify) Order', '(Do Not Modify) Invoice',
    ],
  },
  line_id: {
    type: 'id',
    title: { en: 'Line ID', 'zh-CN': '明细行号' },
    meaning: { en: 'Number of the line, within the order or the file.', 'zh-CN': '明细行的编号，在订单或文件内编号。' },
    aliases: ['子订单编号', '子订单号', '明细编号', '行号', 'Row ID', 'Line No', 'Line Number', 'Order Line ID', 'Lineitem ID'],
  },
  customer_id: {
    type: 'id',
    title: { en: 'Customer ID', 'zh-CN': '客户编号' },
    meaning: { en: 'Number of the customer.', 'zh-CN': '客户的编号。' },
    aliases: [...customerIdAliases, '买家ID', '用户ID', '下单帐号', '下单账号', 'FCustId', 'Buyer ID', 'User ID'],
    lastResort: { headers: ['ID', '编号'] },
  },
  customer: {
    type: 'text',
    title: { en: 'Customer', 'zh-CN': '客户名称' },
    meaning: { en: 'Name of the customer; identifies it where there is no number.', 'zh-CN': '客户名称；没有编号时用来识别客户。' },
    aliases: [...customerNameAliases.filter((alias) => alias !== 'Customer'), 'FCustId#Name', 'Buyer', 'Buyer Name', '收货人姓名'],
    lastResort: { headers: ['Name', '姓名', '公司名称', 'Company', 'Company Name'] },
  },
  product_id: {
    type: 'id',
    title: { en: 'Product ID', 'zh-CN': '商品编号' },
    meaning: { en: 'Number of the product.', 'zh-CN': '商品的编号。' },
    aliases: [
      '商品ID', '商品编号', '商品编码', '产品编号', '产品编码', '产品ID', '物料编码', '存货编码', '料品', '料号', '货号', 'SKU', 'SKU编码', '商家编码', '外部系统编号', 'Product Key',
      'Product Code', 'Product No', 'Stock Code', 'Item ID', 'Item Code', 'Item Number', 'Lineitem sku', 'FMaterialId',
    ],
  },
  product: {
    type: 'text',
    title: { en: 'Product', 'zh-CN': '商品名称' },
    meaning: { en: 'Name of the product.', 'zh-CN': '商品的名称。' },
    aliases: [
      '商品名称', '产品名称', '物料名称', '存货名称', '品名', '宝贝标题', '商品标题', '全部商品名称', '标题', '商品', '产品', 'Product Name', 'Item Name', 'Item', 'Lineitem name',
      'Description', 'Product Description', 'FMaterialId#Name',
    ],
  },
  category: {
    type: 'text',
    title: { en: 'Category', 'zh-CN': '品类' },
    meaning: { en: 'Category of the product.', 'zh-CN': '商品所属的品类。' },
    aliases: [
      '品类', '类别', '类目', '一级类目', '产品类别', '产品分类', '产品线', '商品类别', '商品分类', '商品类目', '物料分组', '存货分类', 'Product Category', 'Product Line',
      'English Product Category Name', 'Item Group', 'Sub-Category', '子类别',
    ],
  },
  quantity: {
    type: 'quantity',
    title: { en: 'Quantity', 'zh-CN': '数量' },
    meaning: { en: 'Units sold; negative for a return.', 'zh-CN': '销售数量；退货为负。' },
    aliases: [
      '数量', '购买数量', '销售数量', '宝贝总数量', '订购数量', '订单数量', '商品数量', '件数', 'Qty', 'Order Quantity', 'Order Qty', 'Quantity Ordered', 'Lineitem quantity', 'Units',
      'number_of_cds',
    ],
  },
  status: {
    type: 'choice',
    title: { en: 'Status', 'zh-CN': '订单状态' },
    meaning: { en: 'completed: the sale stands; pending: not agreed yet; cancelled; refunded.', 'zh-CN': 'completed 交易成立；pending 尚未成立；cancelled 已取消；refunded 已退款。' },
    aliases: [
      '订单状态', '交易状态', '合同状态', '单据状态', '审批状态', '审核状态', '状态', 'Order Status', 'Sales Order Status', 'Invoice Status', 'Financial Status', 'Payment Status',
      'Transaction Status',
    ],
    choices: orderStatusWords,
  },
  rep: {
    type: 'person',
    title: { en: 'Rep', 'zh-CN': '销售负责人' },
    meaning: { en: 'The rep who sold.', 'zh-CN': '成交的销售人员。' },
    aliases: ['Sales Order Owner', 'Order Owner', 'Invoice Owner', ...repAliases, 'FSalerId#Name'],
  },
  region: {
    type: 'text',
    title: { en: 'Region', 'zh-CN': '区域' },
    meaning: { en: 'Sales region of the order, else province, country or city.', 'zh-CN': '订单的销售区域；没有时取省份、国家或城市。' },
    aliases: [...regionAliases, 'Shipping Province Name', 'Billing Province Name'],
  },
  channel: {
    type: 'text',
    title: { en: 'Sales channel', 'zh-CN': '销售渠道' },
    meaning: { en: 'Shop or channel the order came through.', 'zh-CN': '订单来自的店铺或渠道。' },
    aliases: ['销售渠道', '订单渠道', '订单来源', '店铺名称', '店铺', '渠道', 'Sales Channel', 'Order Source', 'Store', 'Store Name'],
  },
  ordered_at: {
    type: 'instant',
    title: { en: 'Ordered at', 'zh-CN': '下单时间' },
    meaning: { en: 'When the order was placed; where a file does not say, when it was paid, dated or entered.', 'zh-CN': '下单时间；文件没有时取付款、单据或创建时间。' },
    aliases: [
      '下单时间', '下单日期', '订单日期', '订单时间', '订单创建时间', '签约日期', '签约时间', '签订日期', '合同日期', '成交日期', '成交时间', '销售日期', '销售时间', '交易日期', '交易时间',
      '购买日期', '购买时间', '开单时间', '开单日期', '单据日期', '业务日期', '付款日期', '付款时间', '订单付款时间', '买家付款时间', '付款确认时间', '支付时间', '开票日期', '消费日期',
      '消费时间', '日期', 'Order Date', 'Order Time', 'Order Datetime', 'Purchase Date', 'Transaction Date', 'Sale Date', 'Sales Date', 'Invoice Date', 'Date', 'Paid At', 'FDate',
    ],
    lastResort: { headers: [...createdAliases, 'Created At', 'Created On'], beside: ['order_id'] },
  },
} as const satisfies Record<string, Field>;
