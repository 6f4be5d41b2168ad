import { headerWithoutRemark, normaliseHeader } from './names.ts';

/** Headers of the address that a buyer is reached at, strongest first. Those of reps, shops and recipients of a copy are not among them. */
const mailHeaders = [
  'Customer Email|Billing Email|Buyer Email|Email|E-mail|Email Address|Customer Email Address|Contact Email',
  'Billing Email Address|Billing E-mail|Buyer E-mail|Customer E-mail|Guest Email|User Email|Account Email',
  'Receipt Email|Payer Email|From Email Address|Purchaser Email|Client Email|Member Email|Customer Mail|Mail',
  '邮箱|电子邮箱|邮箱地址|电子邮件|客户邮箱|买家邮箱|会员邮箱|联系邮箱',
  '联系人邮箱|用户邮箱|下单邮箱|E-mail地址',
];

const phoneHeaders = [
  'Customer Phone|Billing Phone|Buyer Phone|Phone|Phone Number|Mobile|Mobile Phone|Mobile Number|Telephone',
  'Customer Phone Number|Contact Phone|Contact Number|Buyer Phone Number|Billing Phone Number|Cell Phone|Tel|Cell',
  'Customer Mobile|Customer Telephone|Phone No|Mobile No|User Phone|Member Phone|Client Phone|WhatsApp|手机',
  '手机号|手机号码|客户手机|客户手机号|客户电话|买家手机|买家手机号|买家电话',
  '会员手机|会员手机号|会员电话|联系手机|联系电话|联系方式|联系人手机',
  '联系人电话|用户手机|用户手机号|下单手机|下单手机号|注册手机|注册手机号|电话',
  '电话号码|移动电话|收货人手机|收货人手机号|收货人电话|收件人手机',
  '收件人手机号|收件人电话|收货手机|收货电话',
];

export type ContactKind = 'email' | 'phone';

export interface ContactColumn {
  readonly kind: ContactKind;
  readonly index: number;
  readonly header: string;
}

const headers: Readonly<Record<ContactKind, readonly string[]>> = {
  email: mailHeaders.flatMap((line) => line.split('|').map(normaliseHeader)),
  phone: phoneHeaders.flatMap((line) => line.split('|').map(normaliseHeader)),
};

/** The columns by which a buyer can be reached and told from others: the strongest for an e-mail address, then the one for a phone number. */
export function contactColumns(columns: readonly string[]): ContactColumn[] {
  const words = columns.map((header) => [normaliseHeader(header), headerWithoutRemark(header)]);
  return (['email', 'phone'] as const).flatMap((kind): ContactColumn[] => {
    for (const wanted of headers[kind]) {
      const index = words.findIndex((forms) => forms.includes(wanted));
      if (index >= 0) return [{ kind, index, header: columns[index]! }];
    }
    return [];
  });
}
