import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../src/errors.ts';
import { detectFormat } from '../../src/source/detect.ts';
import { describeWithData } from '../data-folder.ts';

function formatOf(bytes: Buffer): string {
  try {
    return detectFormat('orders.csv', { bytes, size: bytes.length, complete: true });
  } catch (error) {
    if (!(error instanceof CrmEvalError)) throw error;
    expect(error.exit).toBe('inputUnreadable');
    expect(error.text.en).toContain('orders.csv');
    return error.code;
  }
}

describe('the format of a file', () => {
  it.each([
    ['text', Buffer.from('a,b\n1,2\n')],
    ['text', Buffer.from('a<b,c\n')],
    ['text', Buffer.from('PK,name\n1,x\n')],
    ['text', Buffer.from('客户,金额\n甲,1\n', 'utf16le')],
    ['text', Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x0a])],
    ['text', Buffer.from('[note] a,b\n')],
    ['xlsx', Buffer.from('PK\u0003\u0004 and so on')],
    ['spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['html', Buffer.from('<html><body><table><tr><td>1</td></tr></table>')],
    ['html', Buffer.from('\ufeff\r\n<!DOCTYPE html>')],
    ['html', Buffer.from('<TABLE border=1>', 'utf16le')],
    ['html', Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<ss:Workbook xmlns:ss="x">')],
    ['file-no-table', Buffer.from('<?xml version="1.0"?><orders/>')],
    ['file-no-table', Buffer.from('<?xml version="1.0"?><rss version="2.0"><item><![CDATA[<table></table>]]></item></rss>')],
    ['file-no-table', Buffer.from('<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom"/>')],
    ['file-no-table', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['file-no-table', Buffer.from('<Error><Code>AccessDenied</Code></Error>')],
    ['text', Buffer.from('<TICKER>,<DATE>,<CLOSE>\n')],
    ['html', Buffer.from('<?xml version="1.0"?><!DOCTYPE html><html><body><table></table></body></html>')],
    ['file-no-table', Buffer.from('{"a": 1}')],
    ['file-no-table', Buffer.from('[ {"a": 1}]')],
    ['file-no-table', Buffer.from('%PDF-1.4')],
    ['file-no-table', Buffer.from('1f8b0800', 'hex')],
    ['file-no-table', Buffer.from('fffe000061000000', 'hex')],
    ['file-no-table', Buffer.alloc(100)],
  ])('%s by its beginning', (format, bytes) => expect(formatOf(bytes)).toBe(format));
});

describeWithData('real workbooks', (folder) => {
  it.each([
    ['readxl', '.xls', 'spreadsheet'],
    ['readxl', '.xlsx', 'xlsx'],
    ['exceljs-spec', '.xlsx', 'xlsx'],
    ['openpyxl', '.xlsm', 'xlsx'],
  ])('%s: each %s is %s', (set, extension, format) => {
    const names = readdirSync(join(folder, 'torture', set), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith(extension),
    );
    expect(names.length).toBeGreaterThan(3);
    const bytes = names.map((name) => readFileSync(join(folder, 'torture', set, name))).filter((content) => content.length > 0);
    for (const content of bytes) expect(formatOf(content)).toBe(format);
  });
});
