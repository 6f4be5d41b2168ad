import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { CrmEvalError } from '../../errors.ts';
import type { Letterhead } from '../../lib/letterhead.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { readWorkbookParts, relationsOf } from '../workbook/package-parts.ts';
import { packageKind, workbookKind } from '../workbook/workbook-kind.ts';
import { readZipDirectory, type ZipEntry } from '../workbook/zip-directory.ts';
import { readPart, type ZipPackage } from '../workbook/zip-part.ts';
import { edgeLine, firstCharacters, unsafe } from './edge-line.ts';
import { findLogo, type FoundLogo } from './logo.ts';
import { readTheme, type Theme } from './theme.ts';

/** A letterhead, and what of it could not be taken over. */
export interface ReadLetterhead {
  readonly letterhead: Letterhead;
  readonly unfit: FoundLogo['unfit'];
}

/** In bytes: a workbook that only has a logo and colours is small. */
const largestFile = 20 * 1_048_576;
const limits = { entries: 2_000, inflated: 128 * 1_048_576, ratio: 400, ratioGrace: 1_048_576 };
const longestCompany = 80;

/**
 * What a workbook looks like: logo, colours and faces of its theme, header and footer of its first sheet, company of its properties.
 * Nothing that could act is looked at. Throws `template-unfit`, with the name of the file, where it is no workbook, encrypted, damaged, unsafe, too large or has
 * macros.
 */
export async function readLetterhead(path: string, name: string): Promise<ReadLetterhead> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw unfit(name, isMissing ? both('it does not exist', '文件不存在') : both('it cannot be opened', '无法打开'), undefined, error);
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw unfit(name, both('it is no file', '不是文件'));
    if (found.size > largestFile) throw unfit(name, both('it has more than 20 MB', '大小超过 20 MB'), smaller);
    const kind = await workbookKind(file);
    if (kind !== 'zip') throw unfit(name, otherKinds[kind]);
    const zip = { path, file, directory: await readZipDirectory(file, limits) };
    if ((await packageKind(zip)) !== 'xlsx') throw unfit(name, both('it is no workbook of the format .xlsx', '不是 .xlsx 格式的工作簿'));
    if ([...zip.directory.keys()].some((part) => /vbaproject|macrosheets\//.test(part)))
      throw unfit(name, both('it has macros', '含有宏'), both('save it without macros, as .xlsx', '请另存为不含宏的 .xlsx'));
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return await readPackage(zip, { file: name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), sha256 });
  } catch (error) {
    if (!(error instanceof CrmEvalError) || error.code === 'template-unfit') throw error;
    throw unfit(name, error.text, undefined, error);
  } finally {
    await file.close();
  }
}

const otherKinds = {
  compound: both('it is protected with a password, or in the old format .xls', '设有打开密码，或为旧格式 .xls'),
  biff: both('it is in the old format .xls', '为旧格式 .xls'),
  markup: both('it is a web page (HTML) or XML under another name', '实为网页（HTML）或 XML，只是改了文件名'),
};

const saveAgain = both(
  'give a workbook that Excel or WPS saved as .xlsx, without a password',
  '请使用 Excel 或 WPS 另存的 .xlsx，不设密码',
);
const smaller = both('keep only the sheet with logo, header and footer in it', '请只保留含标志、页眉与页脚的工作表');

function unfit(name: string, reason: Localized, fix: Localized = saveAgain, cause?: unknown): CrmEvalError {
  return new CrmEvalError(
    'template-unfit',
    'inputUnreadable',
    { en: `${name} cannot be the template: ${reason.en}`, 'zh-CN': `${name} 不能用作模板：${reason['zh-CN']}` },
    { fix, ...(cause === undefined ? {} : { cause }) },
  );
}

async function readPackage(zip: ZipPackage, of: Pick<Letterhead, 'file' | 'sha256'>): Promise<ReadLetterhead> {
  const { sheets } = await readWorkbookParts(zip);
  const root = await relationsOf(zip, '');
  const entryOf = (part: string | undefined): ZipEntry | null =>
    part === undefined ? null : (zip.directory.get(part.toLowerCase()) ?? null);
  const main = root.find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const themePart = entryOf((await relationsOf(zip, main)).find(({ kind }) => kind === 'theme')?.part);
  const theme: Theme = themePart === null ? { accents: [], latin: null, chinese: null } : await readTheme(zip, themePart);
  const properties = entryOf(root.find(({ kind }) => kind === 'extended-properties')?.part);
  const texts = properties === null ? new Map<string, string>() : await textsOf(zip, properties, ['Company']);
  const [sheet] = sheets;
  const edges = sheet === undefined ? new Map<string, string>() : await textsOf(zip, sheet.entry, ['oddHeader', 'oddFooter']);
  const { logo, unfit: left } = sheet === undefined ? { logo: null, unfit: [] } : await findLogo(zip, sheet.entry.name);
  const company = companyName(texts.get('Company') ?? '');
  return {
    letterhead: {
      ...of,
      company,
      logo,
      accents: theme.accents,
      faces: { latin: theme.latin, chinese: theme.chinese },
      header: edgeLine(edges.get('oddHeader') ?? ''),
      footer: edgeLine(edges.get('oddFooter') ?? ''),
    },
    unfit: left,
  };
}

/** A name on one line; null for none. */
export function companyName(text: string): string | null {
  const name = firstCharacters(
    text
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .replaceAll(unsafe, '')
      .trim(),
    longestCompany,
  );
  return name === '' ? null : name;
}

/** The texts of these elements of a part, the first of each. */
async function textsOf(zip: ZipPackage, entry: ZipEntry, names: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let reading: string | null = null;
  await readPart(zip, entry, {
    open(name) {
      reading = names.includes(name) && !texts.has(name) ? name : null;
      if (reading !== null) texts.set(reading, '');
    },
    text(text) {
      if (reading !== null) texts.set(reading, (texts.get(reading) ?? '') + text);
    },
    close() {
      reading = null;
    },
  });
  return texts;
}
