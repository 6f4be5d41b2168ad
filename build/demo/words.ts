import type { Localized } from '../../src/lib/localized.ts';
import { words } from './table.ts';

export type TeamId = 'east' | 'south' | 'north' | 'west';

export const poolNames: Readonly<Record<TeamId, Localized>> = {
  east: words('华东公海', 'East pool'),
  south: words('华南公海', 'South pool'),
  north: words('华北公海', 'North pool'),
  west: words('中西部公海', 'West pool'),
};

export interface City {
  readonly name: Localized;
  readonly province: Localized;
  readonly team: TeamId;
}

function city(zh: string, en: string, provinceZh: string, provinceEn: string, team: TeamId): City {
  return { name: words(zh, en), province: words(provinceZh, provinceEn), team };
}

export const cities: readonly City[] = [
  city('上海', 'Shanghai', '上海市', 'Shanghai', 'east'),
  city('苏州', 'Suzhou', '江苏省', 'Jiangsu', 'east'),
  city('无锡', 'Wuxi', '江苏省', 'Jiangsu', 'east'),
  city('南京', 'Nanjing', '江苏省', 'Jiangsu', 'east'),
  city('杭州', 'Hangzhou', '浙江省', 'Zhejiang', 'east'),
  city('宁波', 'Ningbo', '浙江省', 'Zhejiang', 'east'),
  city('深圳', 'Shenzhen', '广东省', 'Guangdong', 'south'),
  city('东莞', 'Dongguan', '广东省', 'Guangdong', 'south'),
  city('佛山', 'Foshan', '广东省', 'Guangdong', 'south'),
  city('厦门', 'Xiamen', '福建省', 'Fujian', 'south'),
  city('北京', 'Beijing', '北京市', 'Beijing', 'north'),
  city('天津', 'Tianjin', '天津市', 'Tianjin', 'north'),
  city('青岛', 'Qingdao', '山东省', 'Shandong', 'north'),
  city('沈阳', 'Shenyang', '辽宁省', 'Liaoning', 'north'),
  city('成都', 'Chengdu', '四川省', 'Sichuan', 'west'),
  city('重庆', 'Chongqing', '重庆市', 'Chongqing', 'west'),
  city('西安', "Xi'an", '陕西省', 'Shaanxi', 'west'),
  city('武汉', 'Wuhan', '湖北省', 'Hubei', 'west'),
];

export interface Industry {
  readonly name: Localized;
  /** What its companies call themselves. */
  readonly nouns: readonly Localized[];
}

export const industries: readonly Industry[] = [
  { name: words('汽车零部件', 'Auto parts'), nouns: [words('汽车部件', 'Auto Parts'), words('动力系统', 'Powertrain')] },
  { name: words('半导体', 'Semiconductors'), nouns: [words('微电子', 'Microelectronics'), words('半导体', 'Semiconductor')] },
  { name: words('医疗器械', 'Medical devices'), nouns: [words('医疗器械', 'Medical Devices'), words('生物医疗', 'Biomedical')] },
  { name: words('模具加工', 'Moulds and machining'), nouns: [words('精密模具', 'Precision Moulds'), words('机械制造', 'Machinery')] },
  { name: words('航空航天', 'Aerospace'), nouns: [words('航空科技', 'Aero Tech'), words('航天装备', 'Aerospace Equipment')] },
];

export const companySizes: readonly Localized[] = [
  words('50人以下', 'under 50'),
  words('50-200人', '50-200'),
  words('200-1000人', '200-1000'),
  words('1000人以上', 'over 1000'),
];

export interface Source {
  readonly name: Localized;
  readonly share: number;
  /** Factor on a rep's chance to convert. */
  readonly quality: number;
  /** Cost of one lead in cents, before variation. */
  readonly cost: number;
}

export const sources: readonly Source[] = [
  { name: words('老客户推荐', 'Referral'), share: 10, quality: 2.6, cost: 8_000 },
  { name: words('展会', 'Trade fair'), share: 22, quality: 1.2, cost: 42_000 },
  { name: words('官网', 'Website'), share: 24, quality: 1.3, cost: 15_000 },
  { name: words('百度推广', 'Search ads'), share: 28, quality: 0.6, cost: 36_000 },
  { name: words('电话营销', 'Cold calls'), share: 16, quality: 0.4, cost: 5_000 },
];
