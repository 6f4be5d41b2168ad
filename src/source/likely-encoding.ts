import { commonCharacters } from './common-characters.ts';

/** A double-byte encoding that a text can be in. */
export interface LikelyEncoding {
  readonly encoding: string;
  /** Of its characters beyond ASCII and signs, the share that is common in the language, from 0 to 1. */
  readonly likelihood: number;
}

/** Encodings of East Asia that are valid in one another: what tells them apart is whether the text is likely. */
const candidates = ['gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis'] as const;

/** Fewer different common characters can be chance: in a Western text the letters with accents make some. */
const leastDistinct = 4;
const leastLikelihood = 0.4;
/** How much likelier than as GB18030 a text has to be: that is what the exports are in that this program is made for. */
const margin = 0.15;
/** A text in GB18030 is at least so likely, unless it is very short or of rare names. */
const chineseLikelihood = 0.25;
/** What a few names alone may come down to; another alphabet stays below. */
const rareLikelihood = 0.1;
const sampleLength = 256 * 1024;

/**
 * The encoding that makes likely text of these bytes, which are not UTF-8; null where none does. `chinese`: they can be GB18030 by their pattern.
 */
export function likelyEncoding(bytes: Uint8Array, complete: boolean, chinese: boolean): LikelyEncoding | null {
  const sample = bytes.subarray(0, sampleLength);
  const isWhole = complete && sample.length === bytes.length;
  const found = candidates.flatMap((encoding) => {
    if (encoding === 'gb18030' && !chinese) return [];
    const text = decoded(sample, encoding, isWhole);
    return text === null ? [] : [{ encoding, ...likelihoodOf(text, encoding) }];
  });
  const own = found.find((candidate) => candidate.encoding === 'gb18030');
  const others = found
    .filter((candidate) => candidate.encoding !== 'gb18030')
    .filter(({ distinct, likelihood }) => distinct >= leastDistinct && likelihood >= leastLikelihood)
    .toSorted((one, other) => other.likelihood - one.likelihood);
  const other = others[0];
  if (other !== undefined && other.likelihood >= (own?.likelihood ?? 0) + margin) return other;
  return own ?? null;
}

/** Whether what was read as GB18030 is Chinese: by common characters, by the characters that schools teach first, or too short to tell. */
export function isLikelyChinese(bytes: Uint8Array, likelihood: number): 'yes' | 'perhaps' | 'no' {
  if (likelihood >= chineseLikelihood) return 'yes';
  let pairs = 0;
  let firstLevel = 0;
  for (let index = 0; index < Math.min(bytes.length, sampleLength); index += 1) {
    const lead = bytes[index]!;
    if (lead < 0x80) continue;
    pairs += 1;
    index += 1;
    if (lead >= 0xb0 && lead <= 0xd7 && (bytes[index] ?? 0) >= 0xa1) firstLevel += 1;
  }
  return pairs < 4 || likelihood >= rareLikelihood || firstLevel >= pairs * 0.6 ? 'perhaps' : 'no';
}

function decoded(bytes: Uint8Array, encoding: string, complete: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !complete });
  } catch {
    return null;
  }
}

function likelihoodOf(text: string, encoding: string): { likelihood: number; distinct: number } {
  const { simplified, traditional, japanese, korean } = commonCharacters();
  const common = (character: string): boolean => {
    switch (encoding) {
      case 'gb18030':
        return simplified.has(character) || traditional.has(character);
      case 'big5':
        return traditional.has(character);
      case 'euc-kr':
        return korean.has(character);
      default:
        return japanese.has(character);
    }
  };
  const seen = new Set<string>();
  let letters = 0;
  let found = 0;
  for (const character of text) {
    if (character <= '\u2fff' || sign.test(character)) continue;
    letters += 1;
    if (!common(character)) continue;
    found += 1;
    seen.add(character);
  }
  return { likelihood: letters === 0 ? 0 : found / letters, distinct: seen.size };
}

/** Signs of any language, as the full-width comma; half-width kana is none: bytes of other encodings make it. */
const sign = /[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
