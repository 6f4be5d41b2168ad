import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { decodeFile, encodingUnknown } from './decode.ts';
import { detectEncoding } from './encoding.ts';
import { readHead, unreadable } from './head.ts';

const delimiters = ['\t', ';', ',', '，', '、'] as const;

/**
 * The baskets of a text file without a header, one a line, as arules writes them: items between tabs, semicolons or commas, whichever of these
 * the file has first in this order. Blank items and lines are none. Throws a CrmEvalError where the file is not there, is no text or has no item.
 */
export async function readBasketLines(path: string, name: string, encoding: string | undefined): Promise<string[][]> {
  await readHead(path, name);
  const bytes = await readFile(path);
  const found = detectEncoding(bytes, true, encoding);
  if (found === null || bytes.subarray(0, 2).toString('latin1') === 'PK') throw encodingUnknown(name, null, null);
  let text = '';
  for await (const part of decodeFile(path, found, name)) text += part;
  const delimiter = delimiters.find((mark) => text.includes(mark)) ?? ',';
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const baskets = data.map((items) => items.map((item) => item.trim()).filter((item) => item !== '')).filter((items) => items.length > 0);
  if (baskets.length > 0) return baskets;
  throw unreadable(
    'file-empty',
    { en: `${name} holds no basket: no line has an item`, 'zh-CN': `${name} 中没有购物篮：没有任何一行包含品项` },
    {
      en: 'give a file with one basket a line, items between commas or tabs',
      'zh-CN': '请提供每行一个购物篮、品项以逗号或制表符分隔的文件',
    },
  );
}
