import type { Letterhead } from '../lib/letterhead.ts';
import { both, type Lang, type Localized } from '../lib/localized.ts';
import { lookOf } from '../report/letterhead/look.ts';
import { type Format } from '../report/reporters.ts';
import { visible } from '../report/visible.ts';
import type { Finding } from '../result/result.ts';
import type { Call } from './call.ts';
import { formatOf } from './emit.ts';
import { refuseOption } from './option-values.ts';

/** How pages and workbooks are to look, whose they are, and what was found in the template. */
export interface OwnLook {
  /** Null: as ours. */
  readonly letterhead: Letterhead | null;
  readonly company: string | null;
  readonly findings: readonly Finding[];
}

/** What the settings say of it. */
export interface LookSettings {
  /** A full path; null: none. */
  readonly template: string | null;
  readonly company: string | null;
  readonly lang: Lang;
}

const dressed: ReadonlySet<Format> = new Set(['html', 'xlsx']);

/** Reads the template before any work, where it is for anything; refuses one that is named for a format without a look. Of a Result that is saved the company alone is taken. */
export async function ownLook({ run, flags, given }: Pick<Call, 'run' | 'flags' | 'given'>, settings: LookSettings): Promise<OwnLook> {
  const { template, company, lang } = settings;
  const format = formatOf(run, flags);
  const isDressed = dressed.has(format);
  if (given.template !== undefined && !isDressed)
    refuseOption(
      '--template',
      both(`is for pages and workbooks and not for ${format}`, `只用于网页与工作簿，不能用于 ${format}`),
      both('leave it out, or write --out FILE.html or FILE.xlsx', '请去掉该选项，或用 --out 写出 .html 或 .xlsx 文件'),
    );
  if (template === null || (!isDressed && format !== 'json')) return { letterhead: null, company, findings: [] };
  const { readLetterhead } = await import('../source/letterhead/read-letterhead.ts');
  const { letterhead, unfit } = await readLetterhead(template, visible(given.template ?? template));
  const whose = company ?? letterhead.company;
  if (!isDressed) return { letterhead: null, company: whose, findings: [] };
  const pictures = unfit.map(({ name, reason }) =>
    finding(letterhead, lang, {
      code: 'template-picture-unfit',
      level: 'warning',
      message: both(
        `the picture ${visible(name)} of the template ${reason.en}, and was not taken over`,
        `模板中的图片 ${visible(name)} ${reason['zh-CN']}，未采用`,
      ),
      fix: both('put a PNG or JPEG of at most 1 MB on the first sheet', '请在第一张工作表放入不超过 1 MB 的 PNG 或 JPEG 图片'),
    }),
  );
  const noLogo = finding(letterhead, lang, {
    code: 'template-without-logo',
    level: 'info',
    message: both('the first sheet of the template has no picture: there is no logo', '模板的第一张工作表没有图片，因此不显示标志'),
    fix: null,
  });
  return {
    letterhead,
    company: whose,
    findings: [...pictures, ...(letterhead.logo === null && unfit.length === 0 ? [noLogo] : []), ...ofColours(letterhead, lang)],
  };
}

/** What became of the colours of the theme, where not the first one is taken for all. */
function ofColours(letterhead: Letterhead, lang: Lang): Finding[] {
  const [first] = letterhead.accents;
  const { accent, actual } = lookOf(letterhead);
  const say = (message: Localized): Finding =>
    finding(letterhead, lang, {
      code: 'template-colours-kept',
      level: 'info',
      message,
      fix: both('set another first accent in the colours of the theme', '可在主题颜色中更换“着色 1”'),
    });
  if (first === undefined)
    return [say(both('the template has no theme colours of its own: ours are used', '模板没有自定义的主题颜色，使用默认颜色'))];
  const others = (taken: string | undefined): Localized =>
    taken === undefined ? both('ours is used', '使用默认颜色') : both(`#${taken} is used`, `改用 #${taken}`);
  const [headline, chart] = [others(accent?.light), others(actual?.light)];
  return [
    ...(accent?.light === first
      ? []
      : [
          say(
            both(
              `the first accent of the template, #${first}, is too light for headlines (contrast below 4.5): ${headline.en}`,
              `模板的“着色 1”#${first} 用于标题时对比度不足 4.5，${headline['zh-CN']}`,
            ),
          ),
        ]),
    ...(actual?.light === first
      ? []
      : [
          say(
            both(
              `the first accent of the template, #${first}, is too light for charts (contrast below 4.5) or would be taken for better or worse: ${chart.en}`,
              `模板的“着色 1”#${first} 用于图表时对比度不足 4.5，或与“变好/变差”的颜色混淆，${chart['zh-CN']}`,
            ),
          ),
        ]),
  ];
}

interface Said {
  readonly code: 'template-picture-unfit' | 'template-without-logo' | 'template-colours-kept';
  readonly level: Finding['level'];
  readonly message: Localized;
  readonly fix: Localized | null;
}

function finding({ file }: Letterhead, lang: Lang, { code, level, message, fix }: Said): Finding {
  return {
    code,
    level,
    file,
    sheet: null,
    line: null,
    cell: null,
    column: null,
    value: null,
    message: message[lang],
    fix: fix?.[lang] ?? null,
    count: 1,
  };
}
