import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, root, runProgram, temporaryFolder } from './run.ts';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const installTimeout = 300_000;

/** What a user gets: nothing but the program, its texts and the demo data. */
const wanted =
  /^(?:bin\/crm-eval\.js|dist\/.+\.(?:js|json|d\.ts)|fixtures\/demo\/.+|README(?:\.zh-CN)?\.md|CHANGELOG\.md|LICENSE|package\.json)$/;

/** npm keeps its cache and its registry under the home folder and in `npm_config_*`. */
const npmEnvironment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] =>
    /^(?:HOME$|npm_config_|NPM_CONFIG_|https?_proxy$|HTTPS?_PROXY$|NODE_EXTRA_CA_CERTS$)/.test(entry[0]),
  ),
);

function npm(args: readonly string[], cwd: string): Promise<Outcome> {
  return runProgram('npm', args, { cwd, env: npmEnvironment });
}

describe('the packed tarball', { tags: ['slow'], timeout: installTimeout }, () => {
  let packed: Packed;
  let installed: string;

  beforeAll(async () => {
    const target = temporaryFolder();
    const pack = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', target], root);
    expect(pack).toMatchObject({ code: 0 });
    [packed] = JSON.parse(pack.stdout) as [Packed];
    installed = temporaryFolder({ 'package.json': '{"private":true}' });
    const install = await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', join(target, packed.filename)], installed);
    expect(install.code, install.stderr).toBe(0);
  }, installTimeout);

  it('ships nothing but what is needed', () => {
    expect(packed.files.map((file) => file.path).filter((path) => !wanted.test(path))).toEqual([]);
  });

  it('ships all of what is needed', () => {
    const paths = packed.files.map((file) => file.path);
    for (const path of [
      'bin/crm-eval.js',
      'dist/cli/main.js',
      'dist/index.js',
      'dist/index.d.ts',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'CHANGELOG.md',
    ]) {
      expect(paths).toContain(path);
    }
    for (const path of ['fixtures/demo/customers.csv', 'fixtures/demo/orders.csv']) expect(paths).toContain(path);
  });

  it('says its own version when it is installed', async () => {
    const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
    expect(await npm(['exec', '--offline', '--', 'crm-eval', '--version'], installed)).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it('writes the demo and scores it when it is installed', async () => {
    const demo = await npm(['exec', '--offline', '--', 'crm-eval', 'demo', 'demo'], installed);
    expect(demo.code, demo.stderr).toBe(0);
    const files = ['demo/customers.csv', 'demo/orders.csv'];
    const score = await npm(['exec', '--offline', '--', 'crm-eval', 'score', ...files, '--format', 'json'], installed);
    expect(score.code, score.stderr).toBe(0);
    const result = JSON.parse(score.stdout) as { schema: string; sections: { id: string; rows?: unknown[] }[] };
    expect(result.schema).toBe('crm-eval/result@1');
    expect(result.sections.find((section) => section.id === 'ranking')?.rows?.length).toBeGreaterThan(0);
  });
});
