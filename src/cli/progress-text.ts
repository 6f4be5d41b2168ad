import type { Lang } from '../lib/localized.ts';
import type { Amount } from './progress-measure.ts';

/** `~4.5 M of ~10.0 M rows`, `120 of 480 MB`, `9 of 21 steps`, `312 of 2,000 files`. */
export function amountText(amount: Amount, lang: Lang): string {
  const count = amount.unit === 'bytes' ? bytesText : rowsText;
  const exact = (value: number): number => (amount.about ? Number(value.toPrecision(3)) : value);
  const [done, total] = [count(exact(amount.done), lang), count(exact(amount.total), lang)];
  const about = amount.about ? { en: '~', 'zh-CN': '约 ' }[lang] : '';
  if (lang === 'en') return `${about}${done} of ${about}${total}${amount.unit === 'bytes' ? '' : ` ${amount.unit}`}`;
  const word = { steps: '步', files: '个文件', rows: '行', bytes: '' }[amount.unit];
  const unit = amount.unit === 'bytes' ? '' : /\d$/.test(total) ? ` ${word}` : word;
  return `${about}${done} / ${total}${unit}`;
}

/** Chinese counts in 万 and 亿. */
function rowsText(rows: number, lang: Lang): string {
  const count = Math.round(rows);
  if (lang === 'zh-CN') {
    if (count < 10_000) return String(count);
    return count < 100_000_000 ? `${short(count / 10_000)} 万` : `${short(count / 100_000_000)} 亿`;
  }
  if (count < 1_000_000) return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return count < 1_000_000_000 ? `${short(count / 1_000_000)} M` : `${short(count / 1_000_000_000)} B`;
}

function bytesText(bytes: number): string {
  return bytes < 1_000_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${short(bytes / 1_000_000_000)} GB`;
}

function short(value: number): string {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}

/** `12 s left`. */
export function leftText(seconds: number, lang: Lang): string {
  return { en: `${durationText(seconds, lang)} left`, 'zh-CN': `剩余 ${durationText(seconds, lang)}` }[lang];
}

/** Rounded up: `12 s`, `3 min`, `1 h 5 min`. */
export function durationText(seconds: number, lang: Lang): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return { en: `${whole} s`, 'zh-CN': `${whole} 秒` }[lang];
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return { en: `${minutes} min`, 'zh-CN': `${minutes} 分钟` }[lang];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return { en: `${hours} h ${rest} min`, 'zh-CN': `${hours} 小时 ${rest} 分钟` }[lang];
}

/** `0:07`, `12:30`, `1:02:03`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
