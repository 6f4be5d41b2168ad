import { CrmEvalError } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';

const saveAgain: Localized = {
  en: 'Open it in Excel or WPS, save it as a new .xlsx file (or as CSV UTF-8) and try again.',
  'zh-CN': '请用 Excel 或 WPS 打开，另存为新的 .xlsx（或 CSV UTF-8）后重试。',
};

/** The file is password-protected. */
export function workbookEncrypted(): CrmEvalError {
  return new CrmEvalError(
    'workbook-encrypted',
    'inputUnreadable',
    { en: 'the workbook is protected with a password', 'zh-CN': '工作簿设有打开密码' },
    { fix: { en: 'Save a copy without the password and use that.', 'zh-CN': '请去掉打开密码另存一份，再读取副本。' } },
  );
}

/** The file is something else; `what` says what it is. */
export function notAWorkbook(what: Localized): CrmEvalError {
  return new CrmEvalError(
    'not-a-workbook',
    'inputUnreadable',
    { en: `the file is not a workbook but ${what.en}`, 'zh-CN': `文件不是 Excel 工作簿，而是${what['zh-CN']}` },
    { fix: { en: 'Export the table as .xlsx or CSV and use that.', 'zh-CN': '请把表格导出为 .xlsx 或 CSV 再读取。' } },
  );
}

/** A part is missing, cut off, or not what its format demands; `detail` is for the person who has to look into the file. */
export function workbookDamaged(detail: string, cause?: unknown): CrmEvalError {
  return new CrmEvalError(
    'workbook-damaged',
    'inputUnreadable',
    { en: `the workbook is damaged: ${detail}`, 'zh-CN': `工作簿已损坏：${detail}` },
    { fix: saveAgain, ...(cause === undefined ? {} : { cause }) },
  );
}

/** Built in a way that no spreadsheet program builds files and that attacks readers. */
export function workbookUnsafe(detail: string): CrmEvalError {
  return new CrmEvalError(
    'workbook-unsafe',
    'inputUnreadable',
    { en: `the workbook is refused as unsafe: ${detail}`, 'zh-CN': `出于安全考虑拒绝读取该工作簿：${detail}` },
    { fix: saveAgain },
  );
}

/** Over a limit; `limit` says which. */
export function workbookTooLarge(limit: Localized): CrmEvalError {
  return new CrmEvalError(
    'workbook-too-large',
    'inputUnreadable',
    { en: `the workbook is too large: ${limit.en}`, 'zh-CN': `工作簿过大：${limit['zh-CN']}` },
    { fix: { en: 'Export the sheet as CSV, which has no such limit.', 'zh-CN': '请把该工作表导出为 CSV（无此限制）。' } },
  );
}

export function workbookTimeout(seconds: number): CrmEvalError {
  return new CrmEvalError(
    'workbook-timeout',
    'inputUnreadable',
    { en: `reading the workbook took longer than ${seconds} seconds`, 'zh-CN': `读取工作簿超过 ${seconds} 秒` },
    { fix: saveAgain },
  );
}

/** No sheet holds a cell. */
export function workbookEmpty(): CrmEvalError {
  return new CrmEvalError(
    'workbook-empty',
    'inputUnreadable',
    { en: 'no sheet of the workbook holds a cell: nothing to read', 'zh-CN': '工作簿的所有工作表都是空的，没有可读的内容' },
    { fix: { en: 'Check that the export finished and that this is the right file.', 'zh-CN': '请确认导出已完成，且文件没有选错。' } },
  );
}
