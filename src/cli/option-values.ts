import { Option } from 'commander';
import { resolve } from 'node:path';
import type { CardOption } from '../config/card.ts';
import { type TextForm, textKinds } from '../config/text-kinds.ts';
import { CrmEvalError } from '../errors.ts';
import { afterChinese, type Localized } from '../lib/localized.ts';

/** Reads the text that follows an option; throws `option-invalid` where it is not what the option takes. Folders are relative to this one. */
export function readerOf({ flags, takes }: CardOption, folder: string): (text: string) => unknown {
  const refuse = (text: string, expected: Localized): never => refuseValue(new Option(flags).long ?? flags, text, expected);
  switch (takes.kind) {
    case 'switch':
    case 'text':
    case 'file':
      return (text) => text;
    case 'folder':
      return (text) => resolve(folder, text);
    case 'whole': {
      const { least, most = Infinity } = takes;
      const expected =
        most === Infinity
          ? { en: `a whole number, ${least} or more`, 'zh-CN': `不小于 ${least} 的整数` }
          : { en: `a whole number from ${least} to ${most}`, 'zh-CN': `${least} 到 ${most} 的整数` };
      return (text) => wholeNumber(text, least, most) ?? refuse(text, expected);
    }
    case 'share': {
      const least = takes.from === 'zero' ? { en: 'from 0', 'zh-CN': '0 到' } : { en: 'above 0, up', 'zh-CN': '大于 0、不超过' };
      const expected = {
        en: `a share ${least.en} to 1, such as 10% or 0.1`,
        'zh-CN': `${least['zh-CN']} 1 的比例，例如 10% 或 0.1`,
      };
      return (text) => share(text, takes.from) ?? refuse(text, expected);
    }
    case 'choice': {
      const expected = { en: `one of ${takes.values.join(', ')}`, 'zh-CN': `以下之一：${takes.values.join('、')}` };
      return (text) => takes.values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? refuse(text, expected);
    }
    default: {
      const { read, expected, meant, secret }: TextForm = textKinds[takes.kind];
      return (text) => read(text) ?? refuse(secret === true && text.includes(':') ? '…' : text, meant?.(text) ?? expected);
    }
  }
}

/** The error of a value that an option or an argument does not take. */
export function refuseValue(option: string, value: string, expected: Localized): never {
  throw new CrmEvalError(
    'option-invalid',
    'usage',
    { en: `${option} cannot be ${JSON.stringify(value)}`, 'zh-CN': `${option} 的值不能是 ${JSON.stringify(value)}` },
    { fix: { en: `give ${expected.en}`, 'zh-CN': afterChinese('请填写', expected['zh-CN']) } },
  );
}

/** The error of an option that cannot do its work as things are, whatever its value. */
export function refuseOption(option: string, reason: Localized, fix: Localized): never {
  throw new CrmEvalError('option-invalid', 'usage', { en: `${option} ${reason.en}`, 'zh-CN': `${option} ${reason['zh-CN']}` }, { fix });
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most ? number : null;
}

/** As `30%` or `0.3`; 0 only where it is asked for. */
function share(text: string, from: 'zero' | 'above-zero'): number | null {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(text) ?? [];
  const number = digits === undefined ? -1 : percent === '%' ? Number(digits) / 100 : Number(digits);
  return number <= 1 && (from === 'zero' ? number >= 0 : number > 0) ? number : null;
}
