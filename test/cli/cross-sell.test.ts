import { describe, expect, it } from 'vitest';
import { remembered } from '../remembered.ts';
import { run, temporaryFolder } from './run.ts';

const demo = ['customers', 'orders', 'products'].map((name) => `fixtures/demo/${name}.csv`);
const crossSell = remembered((...args: readonly string[]) => run(['cross-sell', ...demo, '-q', ...args]));

const five = [
  'Milk,Onion,Nutmeg,Kidney Beans,Eggs,Yogurt',
  'Dill,Onion,Nutmeg,Kidney Beans,Eggs,Yogurt',
  'Milk,Apple,Kidney Beans,Eggs',
  'Milk,Unicorn,Corn,Kidney Beans,Yogurt',
  'Corn,Onion,Onion,Kidney Beans,"Ice cream",Eggs',
  '',
];

const cwd = temporaryFolder({
  'five.csv': five.join('\n'),
  'blank.csv': ',\n\n',
  'bare.csv': 'Order ID,Customer ID,Order Date,Amount\n1,C1,2026-01-05,10\n2,C2,2026-01-06,30\n',
});

describe('cross-sell of the demo company', () => {
  it('is the decision in English', async () => {
    const { code, stdout, stderr } = await crossSell('--lang', 'en');
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('goldens/cross-sell.txt');
  });

  it('is every section in Chinese', async () => {
    const sections = ['opportunities', 'upgrades', 'rules', 'indicators', 'backtest', 'overview'].flatMap((id) => ['--section', id]);
    const { code, stdout } = await crossSell('--lang', 'zh-CN', '--limit', '8', ...sections);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('goldens/cross-sell-zh.txt');
  });

  it('has the sections that its help lists', async () => {
    const help = await run(['cross-sell', '--help']);
    const listed = /Sections of the result:\n((?: {2}\S.*\n)+)/.exec(help.stdout)?.[1] ?? '';
    const { sections } = JSON.parse((await crossSell('--format', 'json')).stdout) as { sections: { id: string }[] };
    expect(listed.match(/^ {2}\w+ /gm)?.map((id) => id.trim())).toEqual(sections.map(({ id }) => id));
  });

  it('takes a support and a confidence, and offers categories where they are asked for', async () => {
    const { stdout } = await crossSell(
      '--lang',
      'en',
      '--level',
      'category',
      '--min-support',
      '5%',
      '--min-confidence',
      '0.2',
      '--section',
      'overview',
    );
    expect(stdout).toMatch(/Looked at +categories/);
    expect(stdout).toMatch(/Baskets of a set +73 baskets/);
  });
});

describe('cross-sell of orders without products', () => {
  it('says which column is missing', async () => {
    const { code, stdout, stderr } = await run(['cross-sell', 'bare.csv', '-q', '--lang', 'en'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no row used of bare.csv has a product or a category');
    expect(stderr).toContain('--map orders.product=HEADER');
  });
});

describe('cross-sell of a file of baskets', () => {
  it('gives the rules and counts of the documentation of mlxtend', async () => {
    const args = [
      'cross-sell',
      '--baskets',
      'five.csv',
      '--min-support',
      '60%',
      '--min-confidence',
      '70%',
      '--all-rules',
      '--format',
      'json',
    ];
    const { code, stdout } = await run(args, { cwd });
    expect(code).toBe(0);
    const { sections } = JSON.parse(stdout) as {
      sections: { id: string; rows?: Record<string, unknown>[]; facts?: { id: string; value: unknown }[] }[];
    };
    const facts = Object.fromEntries(sections[1]!.facts!.map(({ id, value }) => [id, value]));
    expect(facts).toMatchObject({ baskets: 5, items: 11, itemsets: 11, least_count: 3 });
    expect(sections[0]!.rows!.find((row) => row['left_items'] === 'Onion' && row['right_item'] === 'Eggs')).toMatchObject({
      support: 0.6,
      confidence: 1,
      lift: 1.25,
      conviction: null,
    });
  });

  it('refuses other files beside it, one that is not there, and one without an item', async () => {
    const of = async (...args: readonly string[]) => {
      const { code, stderr } = await run(['cross-sell', '--baskets', ...args, '--lang', 'en'], { cwd });
      return [code, stderr.split('\n')[0]];
    };
    expect(await of('five.csv', 'bare.csv')).toEqual([2, expect.stringContaining('--baskets stands without other files')]);
    expect(await of('none.csv')).toEqual([3, expect.stringContaining('none.csv')]);
    expect(await of('blank.csv')).toEqual([3, expect.stringContaining('blank.csv holds no basket: no line has an item')]);
  });
});
