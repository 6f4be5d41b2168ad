import type { Lang, Localized } from '../lib/localized.ts';
import type { Finding } from './result.ts';

/** What a reader has to know, before it is put into the language of the run; without a place it concerns no file, without a count it is one thing. */
export interface Remark extends Partial<Omit<Finding, 'code' | 'level' | 'message' | 'fix'>>, Pick<Finding, 'code' | 'level'> {
  readonly message: Localized;
  readonly fix?: Localized | null;
}

/** The finding that a remark is in the language of the run. */
export function findingOf({ code, level, message, fix, count = 1, money, ...place }: Remark, lang: Lang): Finding {
  const nowhere = { file: null, sheet: null, line: null, cell: null, column: null, value: null };
  const said = { message: message[lang], fix: fix?.[lang] ?? null, count };
  return { code, level, ...nowhere, ...place, ...said, ...(money === undefined ? {} : { money }) };
}

/** Whether a message names the sum of money itself, in full and with or without marks between thousands. */
export function isMoneySaid(message: string, money: number): boolean {
  const sum = Math.abs(money);
  const plain = message.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return [String(sum), String(Number(sum.toFixed(2))), String(Math.round(sum))].some((text) => plain.includes(text));
}
