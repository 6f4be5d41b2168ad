import { DatabaseError } from 'pg';
import type { ErrorCode } from '../codes.ts';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { overflowFix } from './number-overflow.ts';
import { type Concern, serverLabel } from './postgres-login-errors.ts';

/**
 * Why a statement failed, in the words of the tool, the server's own added where it says more. The `cause` is the error of the driver, whose
 * `code` is the SQLSTATE. What the server did not say comes from a lost connection, or else from our side (a file that cannot be read): then it
 * is yielded as it is.
 */
export function statementError(error: unknown, concern: Concern, isAlive: boolean): unknown {
  if (error instanceof CrmEvalError || !(error instanceof Error)) return error;
  const saying = error instanceof DatabaseError ? sayingOf(error.code ?? '') : isAlive ? null : gone;
  if (saying === null) return error;
  const state = error instanceof DatabaseError ? ` (SQLSTATE ${error.code})` : '';
  const { id, text, fix } = saying(concern, `${error.message}${state}`);
  return new CrmEvalError(id, concern.failure, text, { fix, cause: error });
}

function sayingOf(state: string): Saying {
  return bySqlState.get(state) ?? bySqlState.get(state.slice(0, 2)) ?? failed;
}

type Saying = (concern: Concern, message: string) => { id: ErrorCode; text: Localized; fix: Localized };

const gone: Saying = ({ server }) => ({
  id: 'database-gone',
  text: { en: `${serverLabel(server)} broke the connection off`, 'zh-CN': `与 ${serverLabel(server)} 的连接中断` },
  fix: {
    en: 'see whether the server runs (its log says why it stopped), then run again: the next run removes what this one left',
    'zh-CN': '请确认服务器正在运行（停止原因见其日志），然后重新运行：本次遗留的内容会被自动清理',
  },
});

const rightMissing: Saying = ({ server }, message) => ({
  id: 'database-right-missing',
  text: { en: `${serverLabel(server)}: a right is missing: ${message}`, 'zh-CN': `${serverLabel(server)}：权限不足：${message}` },
  fix: {
    en: `let the administrator grant create on database "${server.database}" to "${server.user}" (each run works in a schema of its own), and usage and select on what is read`,
    'zh-CN': `请管理员执行 grant create on database "${server.database}" to "${server.user}"（每次运行使用自己的 schema），并授予所读表的 usage 和 select 权限`,
  },
});

const readOnly: Saying = ({ server }) => ({
  id: 'database-read-only',
  text: { en: `${serverLabel(server)} is read-only`, 'zh-CN': `${serverLabel(server)} 是只读的` },
  fix: {
    en: 'connect to the primary server: each run makes tables in a schema of its own (default_transaction_read_only must be off)',
    'zh-CN': '请连接主库：每次运行都要在自己的 schema 中建表（default_transaction_read_only 须为 off）',
  },
});

const timedOut: Saying = ({ server }, message) => ({
  id: 'database-timeout',
  text: { en: `${serverLabel(server)} took too long: ${message}`, 'zh-CN': `${serverLabel(server)} 执行超时：${message}` },
  fix: {
    en: 'allow more time (engine.statement_timeout in the config, or that of the server), or narrow the period or the tables',
    'zh-CN': '请放宽时间限制（配置中的 engine.statement_timeout，或服务器的设置），或缩小期间或数据范围',
  },
});

const diskFull: Saying = ({ server }, message) => ({
  id: 'database-disk-full',
  text: {
    en: `the disk of ${server.host}:${server.port} is full: ${message}`,
    'zh-CN': `${server.host}:${server.port} 的磁盘已满：${message}`,
  },
  fix: { en: 'free space on the server, then run again', 'zh-CN': '请在服务器上清理空间，然后重新运行' },
});

const overLimit: Saying = ({ server }, message) => ({
  id: 'database-limit-reached',
  text: {
    en: `${server.host}:${server.port} has reached a limit: ${message}`,
    'zh-CN': `${server.host}:${server.port} 已达到上限：${message}`,
  },
  fix: {
    en: 'let the administrator raise it (memory, temp_file_limit, locks), or narrow the data',
    'zh-CN': '请管理员调高上限（内存、temp_file_limit、锁），或缩小数据范围',
  },
});

const tooLarge: Saying = (_concern, message) => ({
  id: 'database-number-overflow',
  text: { en: `a number is too large for its column: ${message}`, 'zh-CN': `有数字超出列的范围：${message}` },
  fix: overflowFix,
});

const badText: Saying = (_concern, message) => ({
  id: 'database-text-refused',
  text: { en: `the server cannot hold a text: ${message}`, 'zh-CN': `服务器无法存储某段文本：${message}` },
  fix: {
    en: 'remove NUL characters from the file, and use a database whose encoding is UTF8',
    'zh-CN': '请去除文件中的 NUL 字符，并使用编码为 UTF8 的数据库',
  },
});

const conflict: Saying = (_concern, message) => ({
  id: 'database-conflict',
  text: { en: `another session was in the way: ${message}`, 'zh-CN': `与其他会话冲突：${message}` },
  fix: { en: 'run again when the other one is done', 'zh-CN': '请等其他会话结束后重新运行' },
});

const unsupported: Saying = ({ server }, message) => ({
  id: 'database-unsupported',
  text: {
    en: `${server.host}:${server.port} does not support a statement: ${message}`,
    'zh-CN': `${server.host}:${server.port} 不支持某条语句：${message}`,
  },
  fix: {
    en: 'load the files into another database, or compute on this machine without --engine',
    'zh-CN': '请改用其他数据库，或去掉 --engine 在本机计算',
  },
});

const failed: Saying = ({ server }, message) => ({
  id: 'database-statement-failed',
  text: { en: `${serverLabel(server)} refused a statement: ${message}`, 'zh-CN': `${serverLabel(server)} 拒绝了一条语句：${message}` },
  fix: {
    en: 'check the tables, columns and conditions that the config names; else report it with --debug',
    'zh-CN': '请检查配置中的表、列和条件；否则请用 --debug 运行并反馈',
  },
});

/** By SQLSTATE, else by its class (the first two characters). Source: PostgreSQL documentation, appendix A. */
const bySqlState = new Map<string, Saying>([
  ['08', gone],
  ['0A', unsupported],
  ['22003', tooLarge],
  ['22021', badText],
  ['22P05', badText],
  ['25006', readOnly],
  ['25P03', gone],
  ['40', conflict],
  ['42501', rightMissing],
  ['53100', diskFull],
  ['53', overLimit],
  ['54', overLimit],
  ['55P03', conflict],
  ['57014', timedOut],
  ['57P01', gone],
  ['57P02', gone],
  ['57P03', gone],
  ['57P05', gone],
]);
