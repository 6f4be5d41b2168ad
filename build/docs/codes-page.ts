import type { Lang, Localized } from '../../src/lib/localized.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import { chapters } from './codes/all.ts';
import { inCell, markdownTable } from './markdown.ts';

const words = {
  title: { en: 'Codes', 'zh-CN': '代码' },
  made: {
    en: '<!-- Made of build/docs/codes by npm run docs; do not edit. -->',
    'zh-CN': '<!-- 由 npm run docs 根据 build/docs/codes 生成，请勿手工修改。 -->',
  },
  intro: {
    en: `Every message has a code that stays the same in both languages and from version to version: scripts go by it.

- An **error** ends the run without a result. It is printed on the error stream as \`error: what is wrong (code)\` and \`fix: what to do\`; the exit code says of what kind it is ([README](../README.md#output)). \`(bug)\` with exit code 70 is a mistake in the program: run again with \`--debug\` and report it.
- A **finding** stands in the result, as an error, a warning or a note; the figures are there. In JSON it is an entry of \`findings\` with code, level, file, line, column, value, message, fix, count and, where it is known, the money it touches.
- A **row or cell that is not used** is counted by its code below each file, and listed with its line by \`--rejects FILE\`: \`set-aside\` rows are right and do not count here, \`rejected\` rows have something wrong, and \`blanked\` is a cell without which its row is used.`,
    'zh-CN': `每条消息都有一个代码，不随语言和版本变化，脚本可据此判断。

- **错误**使运行中止，没有结果。在标准错误中打印为 \`错误：原因 (代码)\` 与 \`办法：如何处理\`；退出码说明属于哪一类（见 [README](../README.zh-CN.md#输出)）。\`(bug)\` 且退出码为 70 是程序缺陷：请加 \`--debug\` 重新运行并反馈。
- **发现**写在结果中，分错误、警告、提示三级，数字照常给出。在 JSON 中是 \`findings\` 的一项，含代码、级别、文件、行号、列、取值、说明、处理办法、数量，以及可知时的涉及金额。
- **未使用的行与单元格**在每个文件下按代码计数，用 \`--rejects 文件\` 可逐行列出：\`set-aside\`（未计入）是正确但不计入的行，\`rejected\`（无效）是有错误的行，\`blanked\` 是被忽略的单元格，其所在行照常使用。`,
  },
  code: { en: 'code', 'zh-CN': '代码' },
  meaning: { en: 'meaning', 'zh-CN': '含义' },
  example: { en: 'example', 'zh-CN': '示例' },
  fix: { en: 'what to do', 'zh-CN': '处理办法' },
} as const satisfies Record<string, Localized>;

/** docs/codes.md: every code of an error, a finding, and a row that is not used, with an example and what to do. */
export function codesPage(lang: Lang): string {
  const titles = [words.code, words.meaning, words.example, words.fix].map((title) => title[lang]);
  const blocks = [`# ${words.title[lang]}`, words.made[lang], words.intro[lang]];
  for (const { title, codes } of chapters) {
    const rows = Object.entries(codes).map(([code, { meaning, example, fix }]) => [
      `\`${code}\``,
      inCell(meaning[lang]),
      markdownText(example[lang].replaceAll(/[‹›]/g, '')),
      inCell(fix[lang]),
    ]);
    blocks.push(`## ${title[lang]}`, markdownTable(titles, rows));
  }
  return `${blocks.join('\n\n')}\n`;
}
