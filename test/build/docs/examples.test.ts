import { describe, expect, it } from 'vitest';
import { argumentsOf, examplesOf, withOutputs } from '../../../build/docs/examples.ts';

const page = `# Title

\`\`\`sh
npm ci && npx crm-eval demo demo   # a company
npx crm-eval score demo/*.csv --map orders.amount="Paid Amount"  # this # is the amount
ls
\`\`\`

\`\`\`yaml
score: {}
\`\`\`

\`\`\`console
$ npx crm-eval check demo/orders.csv
old
$ npx crm-eval metrics
older
\`\`\`
`;

describe('the examples of a page', () => {
  it('are the commands of its blocks, with what is shown of their output', () => {
    expect(examplesOf(page)).toEqual([
      { command: 'npx crm-eval demo demo', output: null },
      { command: 'npx crm-eval score demo/*.csv --map orders.amount="Paid Amount"', output: null },
      { command: 'npx crm-eval check demo/orders.csv', output: 'old\n' },
      { command: 'npx crm-eval metrics', output: 'older\n' },
    ]);
  });

  it('are taken apart as by a shell', () => {
    expect(examplesOf(page).map(argumentsOf)[1]).toEqual(['score', 'demo/*.csv', '--map', 'orders.amount=Paid Amount']);
  });

  it('get another output, and all else stays', () => {
    const made = withOutputs(page, new Map([['npx crm-eval check demo/orders.csv', 'new\n$ is no command\n']]));
    expect(made).toBe(page.replace('old\n', 'new\n$ is no command\n'));
  });
});
