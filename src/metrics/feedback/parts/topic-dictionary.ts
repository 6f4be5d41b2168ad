import { both, type Localized } from '../../../lib/localized.ts';

interface BuiltInTopic {
  readonly id: string;
  readonly title: Localized;
  /** Chinese words are found anywhere in a text, others as whole words; case and width do not matter. */
  readonly words: readonly string[];
}

/** The topics that texts are put under where the config names none; a text may be under several. A tag that is the id of one is that topic. */
export const builtInTopics: readonly BuiltInTopic[] = [
  topic(
    'quality',
    'Product quality',
    '产品质量',
    '质量，故障，坏了，损坏，破损，瑕疵，不良，缺陷，失灵，报错，精度，漂移，不稳定，返修，次品，做工',
    'quality, defect, defects, defective, broken, faulty, fault, fails, failed, failure, damaged, error, errors, bug, bugs',
  ),
  topic(
    'delivery',
    'Delivery',
    '交付物流',
    '交付，交货，交期，发货，物流，快递，配送，延期，晚到，迟到，没收到，未收到，缺货，错发，漏发，少发，包装',
    'delivery, delivered, shipping, shipment, shipped, late, delay, delayed, courier, arrived, missing, out of stock, packaging',
  ),
  topic(
    'price',
    'Price',
    '价格',
    '价格，报价，太贵，偏高，涨价，降价，收费，费用，性价比，优惠，折扣，成本',
    'price, prices, pricing, expensive, cost, costs, fee, fees, quote, quotes, quotation, overpriced, discount',
  ),
  topic(
    'service',
    'Service',
    '服务态度',
    '态度，服务差，客服，不耐烦，推诿，敷衍，没人理，沟通，不专业，业务员，销售人员',
    'service, attitude, rude, unhelpful, impolite, communication, unprofessional, sales rep, staff',
  ),
  topic(
    'after_sales',
    'After-sales support',
    '售后支持',
    '售后，报修，维修，保修，响应慢，没有人联系，才有人联系，没人联系，回访，上门，工程师，备件，配件，退货，换货，退款',
    'support, after-sales, repair, repairs, warranty, response, responded, engineer, spare parts, spare part, return, returns, refund, called',
  ),
  topic(
    'function',
    'Functions',
    '功能易用',
    '功能，不好用，难用，操作复杂，界面，卡顿，兼容，软件，升级，培训，说明书，文档',
    'feature, features, function, functions, usability, difficult to use, interface, slow, software, upgrade, training, manual, documentation',
  ),
  topic(
    'billing',
    'Invoices and payment',
    '发票付款',
    '发票，开票，对账，付款，账单，扣款',
    'invoice, invoices, billing, bill, payment, charged',
  ),
];

function topic(id: string, en: string, zh: string, chinese: string, english: string): BuiltInTopic {
  return { id, title: both(en, zh), words: [...chinese.split('，'), ...english.split(', ')] };
}

/** The topic of complaints that have no tag and no word of the dictionary. */
export const untoldTopic = 'not_said';
