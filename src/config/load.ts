import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { unknownKeyError, valueError } from './errors.ts';
import { type Config, configJsonSchema, configSchema } from './schema.ts';
import { unknownKey } from './unknown-keys.ts';
import { readYaml } from './yaml.ts';

export const configName = 'crm-eval.config.yaml';

/** A config larger than this is not one. */
const largest = 1_048_576;

export interface LoadedConfig {
  /** Null where no file was found: every key has its default. */
  readonly path: string | null;
  readonly config: Config;
}

/** The config of this path, or the first crm-eval.config.yaml from the folder upwards, or all defaults. */
export async function loadConfig(options: { readonly path: string | undefined; readonly folder: string }): Promise<LoadedConfig> {
  const path = options.path === undefined ? await findUpward(options.folder) : resolve(options.folder, options.path);
  if (path === null) return defaultConfig();
  const name = options.path ?? (relative(options.folder, path) || path);
  return { path, config: parseConfig(await readText(path, name), name) };
}

/** Every key at its default. */
export function defaultConfig(): LoadedConfig {
  return { path: null, config: configSchema.parse({}) };
}

/** `name` is the file in messages. Throws `config-invalid` with the line of the first key that is wrong. */
export function parseConfig(text: string, name: string): Config {
  const { value, lineOf } = readYaml(text, name);
  const whereOf = (keys: readonly PropertyKey[]): string => `${name}:${lineOf(keys)}`;
  const unknown = unknownKey(value, configJsonSchema());
  if (unknown !== null) throw unknownKeyError(whereOf(unknown.path), unknown);
  const parsed = configSchema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw valueError(value, whereOf);
}

async function findUpward(folder: string): Promise<string | null> {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const path = join(current, configName);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true) return path;
    if (dirname(current) === current) return null;
  }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > largest) throw new RangeError(`${size} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason: Localized = missing ? { en: 'it does not exist', 'zh-CN': '文件不存在' } : { en: String(cause), 'zh-CN': String(cause) };
    throw new CrmEvalError(
      'config-unreadable',
      'usage',
      { en: `cannot read the config ${name}: ${reason.en}`, 'zh-CN': `无法读取配置文件 ${name}：${reason['zh-CN']}` },
      {
        fix: {
          en: 'give an existing UTF-8 file, or write one with crm-eval init FILES',
          'zh-CN': '请指定存在的 UTF-8 文件，或用 crm-eval init 文件 生成',
        },
        cause,
      },
    );
  }
}
