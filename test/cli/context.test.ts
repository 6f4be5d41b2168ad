import { describe, expect, it } from 'vitest';
import { earlyLanguage, hasColour, widthOf } from '../../src/cli/context.ts';
import { errorCount, exitLine, exitReason } from '../../src/cli/exit.ts';
import { describeFailure } from '../../src/cli/failures.ts';
import { readerOf } from '../../src/cli/option-values.ts';
import { shared } from '../../src/cli/options.ts';
import { resourceError } from '../../src/cli/resource-error.ts';
import { today } from '../../src/cli/today.ts';
import { CrmEvalError, exitCodes } from '../../src/errors.ts';
import { isIsoDate } from '../../src/lib/dates.ts';

describe('the language', () => {
  it('is that of --lang, then CRM_EVAL_LANG, then the locale in the order of POSIX', () => {
    expect(earlyLanguage(['score', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(earlyLanguage(['--lang=zh-CN', 'score'], {})).toBe('zh-CN');
    expect(earlyLanguage(['score', '--', '--lang=zh-CN'], {})).toBe('en');
    expect(earlyLanguage([], { CRM_EVAL_LANG: 'zh-CN', LC_ALL: 'C' })).toBe('zh-CN');
    expect(earlyLanguage([], { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US' })).toBe('zh-CN');
    expect(earlyLanguage([], { LC_ALL: '', LC_MESSAGES: 'zh', LANG: 'en' })).toBe('zh-CN');
    expect(earlyLanguage([], { LANG: 'de_DE' })).toBe('en');
    expect(earlyLanguage(['--lang'], {})).toBe('en');
  });
});

describe('--lang', () => {
  const read = readerOf(shared.lang, '/');

  it('takes en and zh, also as locales are written, and nothing else', () => {
    expect(['zh', 'zh-CN', 'zh-Hans', 'zh_CN', 'ZH'].map(read)).toEqual(Array(5).fill('zh-CN'));
    expect(['en', 'en-GB'].map(read)).toEqual(['en', 'en']);
    for (const text of ['cn', 'fr', 'zhuang', '']) expect(() => read(text)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
  });
});

describe('colour', () => {
  const [terminal, pipe] = [{ isTTY: true }, {}];

  it('is for terminals, judged one by one', () => {
    expect(hasColour(terminal, {}, undefined)).toBe(true);
    expect(hasColour(pipe, {}, undefined)).toBe(false);
  });

  it('is off for --no-color, NO_COLOR and dumb terminals, and on for FORCE_COLOR', () => {
    expect(hasColour(terminal, {}, false)).toBe(false);
    expect(hasColour(terminal, { NO_COLOR: '1' }, undefined)).toBe(false);
    expect(hasColour(terminal, { NO_COLOR: '' }, undefined)).toBe(true);
    expect(hasColour(terminal, { TERM: 'dumb' }, undefined)).toBe(false);
    expect(hasColour(pipe, { FORCE_COLOR: '1' }, undefined)).toBe(true);
    expect(hasColour(terminal, { FORCE_COLOR: '0' }, undefined)).toBe(false);
  });

  it('comes with the width of COLUMNS where the stream has none, else 120', () => {
    expect([widthOf({}, {}), widthOf({ columns: 0 }, {}), widthOf({ columns: 80 }, { COLUMNS: '60' })]).toEqual([120, 120, 80]);
    expect(['100', '', 'wide', '0'].map((columns) => widthOf({}, { COLUMNS: columns }))).toEqual([100, 120, 120, 120]);
  });
});

describe('today', () => {
  it('is a date, and that of the zone asked for', () => {
    const moment = new Date('2026-11-01T03:30:00Z');
    expect(today(moment, 'Asia/Shanghai')).toBe('2026-11-01');
    expect(today(moment, 'Pacific/Pago_Pago')).toBe('2026-10-31');
    expect(isIsoDate(today(moment, null))).toBe(true);
  });
});

describe('the exit code', () => {
  const inputs = [{ rows_rejected: 2 }, { rows_rejected: 1 }] as never;
  const findings = (level: string, count: number, code = 'x') => [{ level, count, code }] as never;

  it('counts rejected rows or errors, whichever are more', () => {
    expect(errorCount({ inputs, findings: findings('error', 2) })).toBe(3);
    expect(errorCount({ inputs, findings: findings('error', 5) })).toBe(5);
    expect(errorCount({ inputs: [], findings: findings('warning', 5) })).toBe(0);
  });

  it('is 1 over the limit, and with --strict for any warning', () => {
    expect(exitReason({ inputs, findings: [] }, { maxErrors: 2, strict: false })).toEqual({
      kind: 'errors',
      en: '3 rows rejected, --max-errors 2',
      'zh-CN': '无效 3 行，--max-errors 2',
    });
    expect(exitReason({ inputs, findings: findings('error', 4) }, { maxErrors: 0, strict: true })?.en).toBe('4 errors, --max-errors 0');
    expect(exitReason({ inputs, findings: [] }, { maxErrors: 3, strict: false })).toBeNull();
    expect(exitReason({ inputs, findings: [] }, { maxErrors: null, strict: false })).toBeNull();
    // Kinds of warnings, as they are listed, however many rows show them.
    expect(exitReason({ inputs: [], findings: findings('warning', 500) }, { maxErrors: null, strict: true })).toEqual({
      kind: 'warnings',
      en: '1 warning, --strict',
      'zh-CN': '警告 1 项，--strict',
    });
    expect(exitReason({ inputs: [], findings: findings('info', 1) }, { maxErrors: 0, strict: true })).toBeNull();
  });

  it('is 1 where a file of the folder could not be read, unless the config makes that a note', () => {
    const limits = { maxErrors: null, strict: false };
    const used = [{ rows_read: 2, rows_used: 2, rows_rejected: 0 }] as never;
    const reason = exitReason({ inputs: used, findings: findings('warning', 1, 'file-left-out') }, limits)!;
    expect(reason).toMatchObject({ kind: 'unread', en: '1 file of the folder could not be read (file-left-out)' });
    expect(exitLine(reason)).toMatchObject({ en: `exit 1: ${reason.en}`, 'zh-CN': `退出码 1：${reason['zh-CN']}` });
    expect(exitReason({ inputs: used, findings: findings('info', 1, 'file-left-out') }, limits)).toBeNull();
  });

  it('is 1 where no row can be used, and 0 where there is none', () => {
    const limits = { maxErrors: null, strict: false };
    const rows = (read: number, count: number) => [{ rows_read: read, rows_used: count, rows_rejected: 0 }] as never;
    expect(exitReason({ inputs: rows(3, 0), findings: [] }, limits)?.en).toBe('no row of the files can be used');
    expect(exitReason({ inputs: rows(3, 1), findings: [] }, limits)).toBeNull();
    expect(exitReason({ inputs: rows(0, 0), findings: [] }, limits)).toBeNull();
  });

  it('has one table', () => {
    expect(exitCodes).toEqual({
      done: 0,
      dataProblems: 1,
      usage: 2,
      inputUnreadable: 3,
      outputFailed: 4,
      locked: 5,
      conditionHolds: 10,
      bug: 70,
      interrupted: 130,
      terminated: 143,
    });
  });
});

describe('describeFailure', () => {
  const options = { lang: 'en', debug: false, version: '1.2.3' } as const;

  it('prints message, code and fix, and nothing that could steer a terminal', () => {
    const error = new CrmEvalError(
      'no-rows',
      'inputUnreadable',
      { en: 'bad \u001b[31mfile\u202e', 'zh-CN': '坏文件' },
      { fix: { en: 'do this', 'zh-CN': '这样做' } },
    );
    expect(describeFailure(error, options)).toEqual({ text: 'error: bad \\x1b[31mfile\\u202e (no-rows)\nfix: do this\n', exitCode: 3 });
    expect(describeFailure(error, { ...options, lang: 'zh-CN' }).text).toBe('错误：坏文件 (no-rows)\n办法：这样做\n');
  });

  it('calls anything else a bug, with the version, and shows the stack only with --debug', () => {
    const bug = describeFailure(new TypeError('boom'), options);
    expect(bug.exitCode).toBe(70);
    expect(bug.text).toMatch(
      /^error: TypeError: boom \(bug\)\nfix: this is a bug in crm-eval 1\.2\.3 \(Node v[^)]+\); [^\n]+--debug[^\n]+\n$/,
    );
    expect(describeFailure(new TypeError('boom'), { ...options, debug: true }).text).toContain('\n    at ');
    expect(describeFailure('text', options).text).toContain('error: text (bug)');
  });

  it('does not call a full disk or memory a bug', () => {
    const memory = resourceError(new Error('Out of Memory Error: failed to allocate data of size 32.0 KiB'));
    expect(memory).toMatchObject({
      code: 'memory-exhausted',
      exit: 'inputUnreadable',
      fix: { en: expect.stringContaining('--memory-limit'), 'zh-CN': expect.stringContaining('--memory-limit') },
    });
    const unreadable = (en: string) => new CrmEvalError('workbook-unreadable', 'inputUnreadable', { en, 'zh-CN': en });
    for (const full of [
      new Error('IO Error: Could not write: No space left on device'),
      new Error('Out of Memory Error: failed to offload data block of size 256.0 KiB (17.9 MiB/18.0 MiB used).'),
      new Error('ENOSPC: no space left on device, write'),
      unreadable('a.xlsx: the workbook cannot be read: ENOSPC: no space left on device, write'),
    ]) {
      expect(resourceError(full)).toMatchObject({
        code: 'scratch-full',
        exit: 'outputFailed',
        fix: { en: expect.stringContaining('--temp-dir'), 'zh-CN': expect.stringContaining('--temp-dir') },
        cause: full,
      });
    }
    for (const other of [
      new Error('other'),
      unreadable('other'),
      new CrmEvalError('output-failed', 'outputFailed', unreadable('ENOSPC: x').text),
    ])
      expect(resourceError(other)).toBe(other);
  });
});
