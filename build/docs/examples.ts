/** A command of a page, and what the page shows of its output: null where it shows nothing. */
export interface Example {
  readonly command: string;
  readonly output: string | null;
}

/** How many columns the output of an example is wide. */
export const columns = 80;

const program = 'npx crm-eval ';
const block = /^```(sh|console)\n([\s\S]*?)^```$/gm;

/** The commands of crm-eval in the blocks `sh` and `console` of a page, in its order. */
export function examplesOf(page: string): Example[] {
  return [...page.matchAll(block)]
    .flatMap(([, kind, text = '']) => (kind === 'console' ? shown(text) : plain(text)))
    .filter(({ command }) => command.startsWith(program));
}

/** The arguments of an example, as a shell takes them apart. */
export function argumentsOf({ command }: Example): string[] {
  const words = command.slice(program.length).match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ''));
}

/** The page with other outputs in its blocks `console`, by the command. */
export function withOutputs(page: string, outputs: ReadonlyMap<string, string>): string {
  return page.replaceAll(block, (whole, kind: string, text: string) => {
    if (kind !== 'console') return whole;
    const parts = shown(text).map(({ command, output }) => `$ ${command}\n${outputs.get(command) ?? output}`);
    return `\`\`\`console\n${parts.join('')}\`\`\``;
  });
}

/** `$ command` and the lines below it. */
function shown(text: string): (Example & { readonly output: string })[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), output: part.slice(end + 1) };
    });
}

/** A command a line, or several with && between them; behind `#` stands what it is for. */
function plain(text: string): Example[] {
  return text.split('\n').flatMap((line) =>
    line
      .replace(/(^|\s)#.*$/, '')
      .split('&&')
      .map((command) => ({ command: command.trim(), output: null })),
  );
}
