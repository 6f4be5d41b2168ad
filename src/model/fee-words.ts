/**
 * Lines of orders that are no goods: postage, fees, deposits, discounts, samples, corrections. The whole name must say so: a service fee is
 * none of the goods, a maintenance service is.
 */
const fees = [
  /^(?:dotcom |express |standard |next day )?(?:postage|carriage|shipping|freight|delivery)(?: (?:and|&) (?:handling|packaging|packing))?(?: (?:fee|fees|cost|costs|charge|charges))?$/,
  /^(?:bank|service|handling|processing|admin|administration|late|amazon|paypal|setup|transaction|restocking) ?(?:fee|fees|charge|charges)$/,
  /^(?:amazonfee|manual|discount|rounding|deposit|tip|tips|samples?|adjustment|surcharge|commission|tax|vat|insurance|test|donation)$/,
  /^(?:adjust|adjustment for|cruk|gift (?:card|voucher|certificate)|.* gift voucher|.* commission$|.* adjustment$)/,
  /^(?:运费|邮费|快递费|物流费|配送费|送货费|运输费|包装费|手续费|服务费|平台费|平台服务费|佣金|税费|税金|保险费|保价费)(?:补差|补拍|专拍|差价)?$/,
  /^(?:补差价|差价|差价补拍|补运费|补邮费|邮费补差|定金|订金|押金|保证金|折扣|优惠|优惠券|代金券|礼品卡|充值卡|赠品|样品|样品费|打赏|抹零|调整|测试|测试商品)$/,
] as const;

export function isFee(name: string): boolean {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。]+$/, '');
  return fees.some((words) => words.test(plain));
}
