import { defineEntity } from './define.ts';

export const products = defineEntity({
  id: 'products',
  title: { en: 'Products', 'zh-CN': '产品' },
  grain: { en: 'one product', 'zh-CN': '一行一个产品' },
  names: ['product', 'item', 'sku', '产品', '商品', '物料', '存货'],
  needs: [['product_id', 'name'], ['name', 'category', 'price'], ['category', 'subcategory', 'tier', 'price', 'cost', 'upgrade_to']],
  excludes: ['数量', '购买数量', '销售数量', 'Quantity', 'Order Quantity'],
  key: 'product_id',
  fields: {
    product_id: {
      type: 'id',
      title: { en: 'Product ID', 'zh-CN': '产品编号' },
      meaning: { en: 'The number that order lines name the product by.', 'zh-CN': '订单明细引用产品时所用的编号。' },
      aliases: [
        '产品编号', '产品编码', '产品ID', '商品ID', '商品编号', '商品编码', '物料编码', '存货编码', '料号', '货号', 'SKU', 'SKU编码', '商家编码', 'Product Key', 'Product Code', 'Stock Code',
        'Item ID', 'Item Code', '编号', 'ID',
      ],
    },
    name: {
      type: 'text',
      title: { en: 'Product', 'zh-CN': '产品名称' },
      meaning: { en: 'Name of the product.', 'zh-CN': '产品的名称。' },
      aliases: ['产品名称', '商品名称', '物料名称', '存货名称', '品名', '产品', '商品', 'Product Name', 'Product', 'Item Name', 'Item'],
    },
    category: {
      type: 'text',
      title: { en: 'Category', 'zh-CN': '品类' },
      meaning: { en: 'Category or product line.', 'zh-CN': '产品的品类或产品线。' },
      aliases: [
        '品类', '类别', '类目', '产品类别', '产品分类', '产品类型', '产品线', '商品类别', '商品分类', '商品类目', '物料分组', '存货分类', 'Product Category', 'Product Line', 'Series',
        'English Product Category Name', 'Item Group',
      ],
    },
    subcategory: {
      type: 'text',
      title: { en: 'Subcategory', 'zh-CN': '子类' },
      meaning: { en: 'Finer category.', 'zh-CN': '品类之下的子类。' },
      aliases: ['子类', '子类别', '子品类', '小类', '二级类目', 'Product Subcategory'],
    },
    tier: {
      type: 'text',
      title: { en: 'Tier', 'zh-CN': '版本档次' },
      meaning: { en: 'Edition or tier within the product line (basic, premium …).', 'zh-CN': '同一产品线内的版本或档次（基础版、高级版等）。' },
      aliases: ['档次', '版本', '产品版本', '产品档次', '产品级别', '产品等级', 'Edition', 'Version', 'Product Tier'],
    },
    price: {
      type: 'money',
      title: { en: 'Price', 'zh-CN': '价格' },
      meaning: { en: 'List price of one unit.', 'zh-CN': '每件的标价。' },
      aliases: ['标价', '标准价格', '销售价', '零售价', '单价', '价格', '产品价格', 'List Price', 'Sales Price', 'Unit Price', 'Standard Price', 'Retail Price'],
    },
    cost: {
      type: 'money',
      title: { en: 'Unit cost', 'zh-CN': '单位成本' },
      meaning: { en: 'Cost of one unit.', 'zh-CN': '每件的成本。' },
      aliases: ['单位成本', '成本单价', '成本价', '标准成本', '成本', '进货价', 'Standard Cost', 'Unit Cost', 'Cost Price'],
    },
    upgrade_to: {
      type: 'text',
      title: { en: 'Upgrades to', 'zh-CN': '可升级至' },
      meaning: { en: 'Product (number or name) that is the next edition up.', 'zh-CN': '上一级版本的产品（编号或名称）。' },
      aliases: ['可升级至', '升级产品', '升级为', '升级版本', 'Upgrade', 'Upgrade Product', 'Upgrades To', 'Next Edition'],
    },
  },
});
