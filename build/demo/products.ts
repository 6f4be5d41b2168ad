import type { Localized } from '../../src/lib/localized.ts';
import { column, words, yuan } from './table.ts';

export type CategoryId = 'instrument' | 'consumable' | 'service' | 'software' | 'climate';

/** `climate` sells in winter: the story's third point. */
export const categories: Readonly<Record<CategoryId, Localized>> = {
  instrument: words('精密仪器', 'Precision instruments'),
  consumable: words('耗材配件', 'Consumables'),
  service: words('维保服务', 'Service contracts'),
  software: words('测量软件', 'Measuring software'),
  climate: words('恒温防冻', 'Climate control'),
};

const editions: readonly Localized[] = [words('基础版', 'Basic'), words('专业版', 'Professional'), words('旗舰版', 'Flagship')];

export interface Product {
  readonly id: string;
  readonly name: Localized;
  readonly category: CategoryId;
  readonly edition: Localized | null;
  /** Cents. */
  readonly price: number;
  readonly cost: number;
  readonly upgradeTo: string | null;
  /** Product that is often bought with it. */
  readonly companion: string | null;
}

type Line = readonly [prefix: string, zh: string, en: string, price: number, margin: number, companion?: string];

/** Products sold in three editions; the price is the basic one's in yuan, the others cost 1.7 and 2.9 times as much. */
const ladders: Readonly<Partial<Record<CategoryId, readonly Line[]>>> = {
  instrument: [
    ['CMM', '三坐标测量机', 'Coordinate Measuring Machine', 168_000, 0.34, 'CON-01'],
    ['VMS', '影像测量仪', 'Vision Measuring System', 58_000, 0.36, 'CON-03'],
    ['RGH', '粗糙度仪', 'Roughness Tester', 12_800, 0.42, 'CON-05'],
    ['HRD', '硬度计', 'Hardness Tester', 9_600, 0.4, 'CON-07'],
  ],
  service: [['SVC', '年度维保', 'Annual Service Contract', 9_800, 0.55]],
  software: [['SPC', 'SPC统计软件', 'SPC Software', 16_800, 0.82]],
};

const singles: Readonly<Partial<Record<CategoryId, readonly Line[]>>> = {
  consumable: [
    ['CON', '红宝石测针', 'Ruby Stylus', 680, 0.5],
    ['CON', '标准球', 'Reference Sphere', 1_580, 0.48],
    ['CON', '校准玻璃片', 'Calibration Slide', 420.5, 0.52],
    ['CON', '冷光源灯组', 'LED Light Unit', 1_260, 0.45],
    ['CON', '粗糙度样块', 'Roughness Specimen', 356, 0.5],
    ['CON', '探头保护套', 'Probe Sleeve', 86.5, 0.6],
    ['CON', '硬度块', 'Hardness Block', 298, 0.46],
    ['CON', '金刚石压头', 'Diamond Indenter', 2_350, 0.44],
    ['CON', '气浮过滤芯', 'Air Filter Element', 238, 0.55],
    ['CON', '导轨清洁剂', 'Guideway Cleaner', 65.8, 0.58],
    ['CON', '量块套装', 'Gauge Block Set', 3_980, 0.4],
    ['CON', '无尘擦拭布', 'Lint-free Wipes', 45.9, 0.5],
  ],
  service: [
    ['SRV', '现场校准', 'On-site Calibration', 2_600, 0.5],
    ['SRV', '操作培训', 'Operator Training', 4_800, 0.65],
    ['SRV', '设备搬迁', 'Relocation', 8_600, 0.35],
  ],
  software: [
    ['SFT', '数据采集模块', 'Data Capture Module', 5_800, 0.85],
    ['SFT', '离线编程模块', 'Offline Programming', 12_600, 0.85],
  ],
  climate: [
    ['CLM', '恒温防护罩', 'Thermal Enclosure', 6_800, 0.38],
    ['CLM', '工业加热器', 'Industrial Heater', 2_280, 0.35],
    ['CLM', '管道电伴热带', 'Heat Tracing Cable', 468, 0.42],
    ['CLM', '防冻冷却液', 'Antifreeze Coolant', 188, 0.4],
    ['CLM', '温湿度记录仪', 'Climate Logger', 980, 0.48],
  ],
};

const editionFactors = [1, 1.7, 2.9];

function product(id: string, line: Line, category: CategoryId, step: number | null): Product {
  const [prefix, zh, en, basePrice, margin, companion] = line;
  const edition = step === null ? null : editions[step]!;
  const price = Math.round(basePrice * (step === null ? 1 : editionFactors[step]!) * 100);
  return {
    id,
    name: edition === null ? words(zh, en) : words(`${zh}${edition['zh-CN']}`, `${en} ${edition.en}`),
    category,
    edition,
    price,
    cost: Math.round(price * (1 - margin)),
    upgradeTo: step === null || step === 2 ? null : `${prefix}-0${step + 2}`,
    companion: companion ?? null,
  };
}

export const products: readonly Product[] = (Object.keys(categories) as CategoryId[]).flatMap((category) => [
  ...(ladders[category] ?? []).flatMap((line) => [0, 1, 2].map((step) => product(`${line[0]}-0${step + 1}`, line, category, step))),
  ...(singles[category] ?? []).map((line, index) => product(`${line[0]}-${String(index + 1).padStart(2, '0')}`, line, category, null)),
]);

export const productColumns = [
  column<Product>('产品编号', 'Product ID', (item) => item.id),
  column<Product>('产品名称', 'Product Name', (item) => item.name),
  column<Product>('产品类别', 'Category', (item) => categories[item.category]),
  column<Product>('版本', 'Edition', (item) => item.edition),
  column<Product>('标准价格', 'List Price', (item) => yuan(item.price)),
  column<Product>('单位成本', 'Unit Cost', (item) => yuan(item.cost)),
  column<Product>('可升级至', 'Upgrade To', (item) => item.upgradeTo),
];
