/** What is written for each kind: files from templates, lines for the lists, and what to do next; null where the name is none. */

export function command(name) {
  if (!isName(name)) return null;
  const { kebab, camel } = spellings(name);
  return {
    words: spellings(name),
    files: [
      { path: `src/pipelines/${kebab}/card.ts`, template: 'command/card.ts.txt' },
      { path: `src/pipelines/${kebab}/${kebab}.ts`, template: 'command/pipeline.ts.txt' },
      { path: `src/cli/commands/${kebab}.ts`, template: 'command/command.ts.txt' },
      { path: `test/pipelines/${kebab}/${kebab}.test.ts`, template: 'command/pipeline.test.ts.txt' },
      { path: `test/cli/${kebab}.test.ts`, template: 'command/cli.test.ts.txt' },
    ],
    edits: [
      {
        path: 'src/cli/program.ts',
        edit: (text) =>
          before(
            before(text, 'import { checkCommand }', `import { ${camel}Command } from './commands/${kebab}.ts';\n`),
            '  checkCommand,',
            `  ${camel}Command,\n`,
          ),
      },
      {
        path: 'test/cli/cards.test.ts',
        edit: (text) => before(text, '  check: [[customers, orders]],', `  '${kebab}': [[customers, orders]],\n`),
      },
      { path: 'README.md', edit: (text) => before(text, '| `check` |', `| \`${kebab}\` | lists customers by what they brought |\n`) },
      { path: 'README.zh-CN.md', edit: (text) => before(text, '| `check` |', `| \`${kebab}\` | 按销售额列出客户 |\n`) },
    ],
    next: ['say in card.ts what it does', `npx vitest run test/pipelines/${kebab} test/cli/${kebab}.test.ts`],
  };
}
command.usage = 'command NAME';

/** Domains with a list of their own, which the registry takes whole. */
const domainLists = {
  feedback: 'src/metrics/feedback-registry.ts',
  products: 'src/metrics/products-registry.ts',
  reps: 'src/metrics/reps-registry.ts',
};

export function metric(path) {
  const [domain = '', name = ''] = path.split('/');
  if (!isName(domain) || !isName(name)) return null;
  const { kebab, camel } = spellings(name);
  return {
    words: spellings(name),
    files: [
      { path: `src/metrics/${domain}/${kebab}.ts`, template: 'metric/metric.ts.txt' },
      { path: `test/metrics/${domain}/${kebab}.test.ts`, template: 'metric/metric.test.ts.txt' },
    ],
    edits: [
      {
        path: domainLists[domain] ?? 'src/metrics/registry.ts',
        edit: (text) => {
          const line = `import { ${camel} } from './${domain}/${kebab}.ts';\n`;
          const known = importsFrom(text, domain);
          if (known.length === 0) return before(before(text, '\n/** Every metric there is', line), '];\n', `  ${camel},\n`);
          const last = known.map(({ name: one }) => `\n  ${one},\n`).toSorted((a, b) => startOf(text, a) - startOf(text, b));
          return after(after(text, known.at(-1).line, line), last.at(-1), `  ${camel},\n`);
        },
      },
    ],
    next: ['npm run docs', `npx vitest run test/metrics/registry.test.ts test/metrics/${domain}/${kebab}.test.ts`],
  };
}
metric.usage = 'metric DOMAIN/NAME';

export function check(name) {
  if (!isName(name)) return null;
  const { kebab, camel } = spellings(name);
  return {
    words: spellings(name),
    files: [
      { path: `src/quality/checks/${kebab}.ts`, template: 'check/check.ts.txt' },
      { path: `test/quality/checks/${kebab}.test.ts`, template: 'check/check.test.ts.txt' },
    ],
    edits: [
      {
        path: 'src/quality/checks.ts',
        edit: (text) =>
          before(before(text, '\n/** Every check', `import { ${camel} } from './checks/${kebab}.ts';\n`), '];\n', `  ${camel},\n`),
      },
      { path: 'src/codes.ts', edit: (text) => after(text, 'export const findingCodes = [\n', `  '${kebab}',\n`) },
      {
        path: 'build/docs/codes/checks.ts',
        edit: (text) =>
          before(
            text,
            '} as const;',
            `  '${kebab}': code(
    ['Customers of the customer file without an owner.', '客户表中没有负责人的客户。'],
    ['customers that nobody owns', '没有负责人的客户'],
    ['Name an owner in the customer file.', '在客户文件中填写负责人。'],
  ),
`,
          ),
      },
    ],
    next: ['npm run docs', `npx vitest run test/quality test/build/docs`],
  };
}
check.usage = 'check NAME';

function isName(text) {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text);
}

function spellings(kebab) {
  const camel = kebab.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return { kebab, camel, pascal: camel.charAt(0).toUpperCase() + camel.slice(1), snake: kebab.replaceAll('-', '_') };
}

/** The imports of a list from a folder, in its order. */
function importsFrom(text, folder) {
  const lines = [...text.matchAll(/^import \{ (\w+) \} from '\.\/(\S+)\/[^/]+\.ts';\n/gm)];
  return lines.filter(([, , from]) => from === folder).map(([line, name]) => ({ line, name }));
}

function before(text, mark, line) {
  return text.slice(0, startOf(text, mark)) + line + text.slice(startOf(text, mark));
}

function after(text, mark, line) {
  const end = startOf(text, mark) + mark.length;
  return text.slice(0, end) + line + text.slice(end);
}

/** Where the mark begins for the first time. */
function startOf(text, mark) {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`${JSON.stringify(mark)} is not where it was`);
  return at;
}
