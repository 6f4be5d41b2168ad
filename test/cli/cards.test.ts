import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../src/cli/option-values.ts';
import { shared } from '../../src/cli/options.ts';
import { commands } from '../../src/cli/program.ts';
import type { Card, Takes, CardOption } from '../../src/config/card.ts';
import { entities } from '../../src/model/entities.ts';
import type { Result } from '../../src/result/result.ts';
import { describeWithPostgres } from '../postgres-server.ts';
import { root, run } from './run.ts';

const cards = commands.map(({ card }) => card);
const options = [...Object.entries(shared), ...cards.flatMap(({ options: own }) => Object.entries(own))] as [string, CardOption][];

describe('the card of a command', () => {
  it('names each option after its flag', () => {
    expect(options.filter(([name, { flags }]) => new Option(flags).attributeName() !== name)).toEqual([]);
  });

  it('has defaults and examples that the option takes', () => {
    const refused = options.flatMap(([name, option]) => {
      const read = readerOf(option, root);
      return [option.default ?? [], option.examples ?? []].flat().flatMap((value) => {
        try {
          return read(String(value)) === null ? [name] : [];
        } catch {
          return [`${name}: ${value}`];
        }
      });
    });
    expect(refused).toEqual([]);
  });

  it.each(cards.map((card) => [card.name, card] as const))('of %s names only options that the command has', (_, card) => {
    const named = card.examples.filter((line) => line.startsWith(`crm-eval ${card.name}`)).flatMap(longFlags);
    expect(named.filter((flag) => !flagsOf(card).has(flag))).toEqual([]);
    const switches = [...card.sections.map((section) => section.with), ...Object.values(card.options).map(({ implies }) => implies)];
    expect(switches.filter((name) => name !== undefined && card.options[name] === undefined)).toEqual([]);
  });
});

function longFlags(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag);
}

/** Every long flag that a command takes. */
function flagsOf(card: Card): Set<string> {
  const declared = [...Object.values(card.options), ...card.shared.map((name) => shared[name])].map(
    ({ flags }) => new Option(flags).long ?? '',
  );
  const files = card.arguments.some(({ name }) => name === '[files...]');
  return new Set([...declared, '--help', ...(files ? entities.map(({ id }) => `--${id.replaceAll('_', '-')}`) : [])]);
}

const [customers, orders] = [join(root, 'fixtures/demo/customers.csv'), join(root, 'fixtures/demo/orders.csv')];

const plans = ['stretch-targets', 'action-plan'].map((name) => join(root, `fixtures/targets/${name}.csv`));

/** What each command is called with, so that in all every section is there. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  score: [[customers, orders]],
  explain: [
    ['C0056', customers, orders],
    ['--lead', 'L00001', ...['leads', 'pool_events'].map((name) => join(root, `fixtures/demo/${name}.csv`))],
  ],
  churn: [[customers, orders]],
  backtest: [[orders]],
  cohorts: [[customers, orders]],
  compare: [[customers, orders]],
  query: [['select count(*) from orders', customers, orders], ['--tables']],
  pool: [['leads', 'pool_events', 'reps', 'customers', 'orders'].map((name) => join(root, `fixtures/demo/${name}.csv`))],
  'targets track': [
    [...['targets', 'reps', 'orders', 'customers'].map((name) => join(root, `fixtures/demo/${name}.csv`)), '--as-of', '2026-10-15'],
  ],
  'targets split': [[customers, orders, '--to', 'team,rep,product']],
  'targets check': [['targets', 'orders', 'customers', 'reps'].map((name) => join(root, `fixtures/demo/${name}.csv`)).concat(plans)],
  reps: [['customers', 'orders', 'opportunities', 'reps', 'targets', 'activities'].map((name) => join(root, `fixtures/demo/${name}.csv`))],
  satisfaction: [['feedback', 'customers', 'orders'].map((name) => join(root, `fixtures/demo/${name}.csv`))],
  report: [[join(root, 'fixtures/demo')]],
  'cross-sell': [[customers, orders]],
  check: [[customers, orders]],
  inspect: [[customers, orders]],
  metrics: [[], ['rfm_scores']],
  schema: [[], ['orders']],
};

describe('the sections of a card', () => {
  it('are those of a command that is called here, or without any', () => {
    const others = cards.filter(({ name }) => calls[name] === undefined);
    expect(others.map(({ name, sections }) => [name, sections.length])).toEqual([
      ['render', 0],
      ['init', 0],
      ['load', 1],
      ['demo', 0],
      ['completion', 0],
    ]);
  });

  it.each(Object.keys(calls))('are the sections of the result: %s', async (name) => {
    const card = cards.find((one) => one.name === name)!;
    const ids = await Promise.all(calls[name]!.map((args) => sectionsOf([...name.split(' '), ...args, ...switchesOf(card)])));
    expect(ids.flat()).toEqual(card.sections.map(({ id }) => id));
  });
});

describeWithPostgres('the sections of load', (server) => {
  it('are the sections of the result', async () => {
    const card = cards.find(({ name }) => name === 'load')!;
    expect(await sectionsOf(['load', customers, '--engine', server.url, '--schema', 'cards'])).toEqual(card.sections.map(({ id }) => id));
  });
});

async function sectionsOf(args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await run([...args, '--format', 'json']);
  expect(stdout, stderr).not.toBe('');
  return (JSON.parse(stdout) as Result).sections.map(({ id }) => id);
}

/** Those that make another result of a call, instead of adding to it: a call of their own has them. */
const insteadOf: ReadonlySet<string> = new Set(['lead']);

/** The options without which sections are missing. */
function switchesOf(card: Card): string[] {
  const names = new Set(card.sections.flatMap((section) => section.with ?? []));
  return [...names]
    .filter((name) => !insteadOf.has(name))
    .flatMap((name) => {
      const { flags, takes } = card.options[name]!;
      return [new Option(flags).long ?? '', ...valueOf(takes)];
    });
}

/** A value that the option takes; none of a switch. */
function valueOf(takes: Takes): readonly string[] {
  if (takes.kind === 'choice') return takes.values.slice(0, 1);
  return takes.kind === 'rules' ? ['recycle_days=15'] : [];
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  it('has a table of the commands, each once, in the order of the help', () => {
    const names = new Set(cards.map(({ name }) => name));
    const rows = [...text.matchAll(/^\| `([a-z- ]+)` \|/gm)].flatMap(([, name = '']) => (names.has(name) ? [name] : []));
    expect(rows).toEqual([...names]);
  });

  it('names only options that its commands have', () => {
    const lines = [...text.matchAll(/crm-eval ([a-z]+)\b([^\n`|&]*)/g)].flatMap(([, name = '', rest = '']) => {
      const card = cards.find((one) => one.name === name);
      return card === undefined
        ? []
        : longFlags(rest)
            .filter((flag) => !flagsOf(card).has(flag))
            .map((flag) => `${name} ${flag}`);
    });
    expect(lines).toEqual([]);
    const known = new Set(cards.flatMap((card) => [...flagsOf(card)]));
    const ours = text.split('\n').filter((line) => !/^(?:npm|npx (?!crm-eval))/.test(line));
    expect(ours.flatMap(longFlags).filter((flag) => !known.has(flag))).toEqual([]);
  });
});
