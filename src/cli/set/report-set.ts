import { CrmEvalError } from '../../errors.ts';
import { capitalised, type Localized } from '../../lib/localized.ts';
import { scopeText } from '../../lib/scope.ts';
import type { EarlierResult } from '../../pipelines/parts/since/earlier-result.ts';
import type { Whole } from '../../metrics/scoped/whole.ts';
import type { Result } from '../../result/result.ts';
import { periodWords } from '../../lib/period-words.ts';
import type { Call } from '../call.ts';
import { refuseOption } from '../option-values.ts';
import { startProgress } from '../progress.ts';
import { type Analysis, begin, type Begun, computeAnswer, conclude } from '../session.ts';
import { withScratch } from '../scratch.ts';
import { withWholeOf } from '../whole.ts';
import type { Manifest } from './manifest.ts';
import { type Split, type Target, targetsOf } from './split-targets.ts';
import { filesIn, type SetPart, type SetPlan, withPlace, type WrittenSet, writeSet } from './write-set.ts';

/** Computes a report, and of each rep or team one of their rows alone, and writes all of it as one set. Null where there was nothing to do. */
export async function writeReportSet(
  call: Call,
  files: readonly string[],
  analysis: Analysis,
  plan: SetPlan,
  split: Split | null,
): Promise<(WrittenSet & { readonly result: Result }) | null> {
  const { run, flags } = call;
  // A set is for people to read: money and words are those of a page. All that is said of success is one line.
  const own: Call = { ...call, flags: { ...flags, format: 'html', quiet: flags.verbose !== true } };
  const settled = await begin(own, files, analysis);
  if (settled === null) return null;
  const { settings } = settled;
  const begun: Begun = { ...settled, progress: startProgress(run, flags, settings.lang) };
  if (split !== null && settings.files.some(({ path }) => path === '-'))
    refuseOption(
      '--split',
      {
        en: 'reads the files again for each, and the standard input can be read only once',
        'zh-CN': '需要多次读取文件，而标准输入只能读取一次',
      },
      { en: 'give files by their names in place of -', 'zh-CN': '请用文件名代替 -' },
    );
  return withPlace(plan, flags, async () => {
    const answered = await computeAnswer(own, analysis, begun);
    const { result } = answered;
    const targets = split === null ? [] : targetsOf(split, settings.lang);
    const leftOut: Manifest['left_out'] = [];
    const write = (whole: Whole | null): Promise<WrittenSet> =>
      writeSet(
        run,
        flags,
        plan,
        {
          whole: result,
          names: targets.map(({ name }) => name),
          parts: partsOf({ call: own, analysis, begun: whole === null ? begun : { ...begun, whole }, whole: result, targets, leftOut }),
          leftOut,
        },
        { limit: settings.config.output.limit ?? null, money: settings.config.output, letterhead: begun.look.letterhead },
        begun.progress,
      );
    const written = targets.length === 0 ? await write(null) : await withWholeOnce(own, analysis, begun, write);
    if (flags.quiet !== true) run.stderr.write(`${summary(written, result)[settings.lang]}\n`);
    await conclude(call, analysis, begun, answered);
    return { ...written, result };
  });
}

interface Parting {
  readonly call: Call;
  readonly analysis: Analysis;
  readonly begun: Begun;
  readonly whole: Result;
  readonly targets: readonly Target[];
  readonly leftOut: Manifest['left_out'];
}

/** Lends everybody's rows, read once for all parts. */
function withWholeOnce<T>(
  { run, flags }: Call,
  { fields }: Analysis,
  { settings, progress }: Begun,
  work: (whole: Whole) => Promise<T>,
): Promise<T> {
  return withScratch(settings.limits.tempDir, (scratch) =>
    withWholeOf({ run, flags, settings, scratch, progress, fields, writes: false }, work),
  );
}

/** One after the other, each from files of which the rows of others are set aside before anything is read, as of the day and for the period of the whole. */
async function* partsOf({ call, analysis, begun, whole, targets, leftOut }: Parting): AsyncGenerator<SetPart> {
  const { since: _, failOn: __, rejects: ___, ...flags } = call.flags;
  const { as_of: asOf, period, lang } = whole;
  const settings = { ...begun.settings, asOf, period: period === null ? null : { kind: 'fixed' as const, period } };
  for (const { name, scope, members, reason } of targets) {
    const skip = (text: string): void => {
      leftOut.push({ scope: scopeText(scope), reason: text });
    };
    if (reason !== null) {
      skip(reason[lang]);
      continue;
    }
    const own = { ...begun, settings, earlier: earlierOf(begun.earlier, members), isPart: true as const };
    try {
      const { result } = await computeAnswer({ ...call, flags: { ...flags, scope } }, analysis, own);
      if (hasNothing(result)) skip(nothing[lang]);
      else yield { result: { ...result, title: `${result.title} · ${name}` }, name, scope: scopeText(scope) };
    } catch (error) {
      if (!(error instanceof CrmEvalError) || (error.exit !== 'usage' && error.exit !== 'inputUnreadable')) throw error;
      skip(error.text[lang]);
    }
  }
}

const nothing: Localized = { en: 'the files hold nothing of them', 'zh-CN': '文件中没有其数据' };

/** No figure, no action, no chapter. */
function hasNothing({ sections }: Result): boolean {
  return sections.every(({ id }) => id === 'attention');
}

/** Their actions alone: the days of the others are nobody else's to see. */
function earlierOf(earlier: EarlierResult | null, members: readonly string[]): EarlierResult | null {
  const actions = earlier?.lists.get('actions');
  if (earlier === null || actions === undefined) return null;
  const own = actions.filter(({ rep }) => members.includes(String(rep)));
  return { asOf: earlier.asOf, where: [], files: [], lists: new Map([['actions', own]]) };
}

/** One line: what was written where, and how much of it calls for somebody. */
function summary(written: WrittenSet, { period, sections }: Result): Localized {
  const attention = sections.find(({ id }) => id === 'attention');
  const rows = attention?.kind === 'table' ? [...attention.rows] : [];
  const urgent = rows.filter(({ level_code: level }) => level === 'urgent').length;
  const when = period === null ? null : periodWords(period);
  const files = filesIn(written);
  const missing = written.manifest.left_out.length;
  const en = [
    `${when === null ? '' : `${capitalised(when.en)}: `}${files.en}`,
    ...(missing === 0 ? [] : [`${missing} left out (manifest.json says why)`]),
    rows.length === 0
      ? 'nothing needs attention'
      : `${rows.length} need${rows.length === 1 ? 's' : ''} attention${urgent === 0 ? '' : `, ${urgent} urgent`}`,
  ];
  const zh = [
    `${when === null ? '' : `${when['zh-CN']}：`}${files['zh-CN']}`,
    ...(missing === 0 ? [] : [`${missing} 份未生成（原因见 manifest.json）`]),
    rows.length === 0 ? '没有需要关注的事项' : `需要关注 ${rows.length} 项${urgent === 0 ? '' : `，其中紧急 ${urgent} 项`}`,
  ];
  return { en: en.join('; '), 'zh-CN': zh.join('；') };
}
