import { code } from './code-text.ts';

const server = 'analyst@warehouse:5432/dwh';

/** Databases: the connection and the statements. */
export const database = {
  'engine-missing': code(
    ['A load, or tables of the config, need a database, and none is given.', '载入或配置中的表需要数据库，但没有指定。'],
    ['the config names tables of a database, but no database', '配置中指定了数据库表，但没有指定数据库'],
    [
      '`--engine postgres://user@host/name`, or `engine.url` in the config.',
      '用 `--engine postgres://用户@主机/库名`，或在配置中写 `engine.url`。',
    ],
  ),
  'sources-mixed': code(
    ['The config names files for some sources and tables for others.', '配置中部分来源是文件，部分是数据库表。'],
    ['the config names files and tables of a database', '配置中同时指定了文件和数据库表'],
    [
      'Use tables for all or files for all; `crm-eval load` brings files into a database.',
      '全部使用表或全部使用文件；`crm-eval load` 可把文件载入数据库。',
    ],
  ),
  'database-url-invalid': code(
    ['The URL of the database is not well-formed.', '数据库 URL 格式不正确。'],
    ['the database URL cannot be read: ‹›it must begin with postgres://', '数据库 URL 无法识别：‹›必须以 postgres:// 开头'],
    [
      'Write `postgres://USER@HOST:PORT/DATABASE`; inside of it @ is `%40`, : is `%3A`, / is `%2F`.',
      '写作 `postgres://用户@主机:端口/库名`；其中 @ 写作 `%40`，: 写作 `%3A`，/ 写作 `%2F`。',
    ],
  ),
  'database-host-unknown': code(
    ['The host has no address.', '主机名无法解析。'],
    ['the host ‹warehouse› is not known', '找不到主机 ‹warehouse›'],
    ['Check the name, and the network (VPN, DNS).', '检查主机名以及网络（VPN、DNS）。'],
  ),
  'database-unreachable': code(
    ['No connection came about.', '无法建立连接。'],
    [`cannot reach ‹${server}›: ‹connect ECONNREFUSED›`, `无法连接 ‹${server}›：‹connect ECONNREFUSED›`],
    ['Check that the server runs, host and port, and firewalls.', '确认服务器已启动、主机和端口正确、没有被防火墙拦截。'],
  ),
  'database-refused-login': code(
    ['The server does not let the user in.', '服务器拒绝该用户登录。'],
    [`‹${server}› refuses the login: ‹password authentication failed›`, `‹${server}› 拒绝登录：‹password authentication failed›`],
    ['Check user and password, and `pg_hba.conf` of the server.', '检查用户名和密码，以及服务器的 `pg_hba.conf`。'],
  ),
  'database-password-missing': code(
    ['The server asks for a password, and there is none.', '服务器需要密码，但没有提供。'],
    [`‹${server}› asks for a password, and none is given`, `‹${server}› 需要密码，但未提供`],
    ['Set `PGPASSWORD`, or add a line to the pass file (chmod 600).', '设置 `PGPASSWORD`，或在密码文件中添加一行（权限 600）。'],
  ),
  'database-missing': code(
    ['The server has no database of this name.', '服务器上没有这个数据库。'],
    ['there is no database ‹dwh› on ‹warehouse:5432›', '‹warehouse:5432› 上没有数据库 ‹dwh›'],
    ['Check the name behind the last / of the URL, or create it.', '检查 URL 末尾的数据库名，或先创建。'],
  ),
  'database-busy': code(
    ['The server takes no more connections.', '服务器的连接数已满。'],
    [`‹${server}› takes no more connections`, `‹${server}› 的连接数已满`],
    ['Try later, or raise `max_connections` or the limit of the user.', '稍后再试，或调高 `max_connections` 或该用户的连接上限。'],
  ),
  'database-not-ready': code(
    ['The server is starting or stopping.', '服务器正在启动或停止。'],
    [`‹${server}› is not ready: ‹the database system is starting up›`, `‹${server}› 尚未就绪：‹the database system is starting up›`],
    ['Try again in a minute.', '稍等一分钟再试。'],
  ),
  'database-tls-unavailable': code(
    ['Encryption is asked for, and the server offers none.', '要求加密，但服务器不支持。'],
    [`‹${server}› offers no encrypted connection`, `‹${server}› 不支持加密连接`],
    [
      '`sslmode=prefer` where the network is trusted, or turn ssl on in the server.',
      '网络可信时用 `sslmode=prefer`，或在服务器上启用 ssl。',
    ],
  ),
  'database-tls-failed': code(
    ['The encrypted connection broke down at its start.', '加密连接建立失败。'],
    [
      'no encrypted connection to ‹warehouse:5432› came about: ‹wrong version number›',
      '无法与 ‹warehouse:5432› 建立加密连接：‹wrong version number›',
    ],
    ['Check `sslcert` and `sslkey`, and the TLS versions that the server allows.', '检查 `sslcert`、`sslkey` 以及服务器允许的 TLS 版本。'],
  ),
  'database-certificate-refused': code(
    ['The certificate of the server is not trusted.', '服务器证书不受信任。'],
    [
      'the certificate of ‹warehouse:5432› is not trusted: ‹self-signed certificate›',
      '‹warehouse:5432› 的证书不受信任：‹self-signed certificate›',
    ],
    [
      'Name its authority with `sslrootcert=FILE`, and use the host name of the certificate.',
      '用 `sslrootcert=文件` 指定 CA 根证书，并使用证书中的主机名。',
    ],
  ),
  'database-certificate-unreadable': code(
    ['A file that the URL names for the encryption cannot be read, or is missing.', 'URL 指定的证书文件无法读取或缺失。'],
    ['‹sslrootcert›: cannot read ‹/etc/ssl/dwh.pem›', '‹sslrootcert›：无法读取 ‹/etc/ssl/dwh.pem›'],
    ['Correct the path, or make the file readable.', '修正路径，或确认有读取权限。'],
  ),
  'database-encoding-unsupported': code(
    ['The database does not store text as UTF-8.', '数据库编码不是 UTF-8。'],
    [
      `‹${server}› stores text as ‹SQL_ASCII›, in which lengths and orders of text would differ`,
      `‹${server}› 的编码是 ‹SQL_ASCII›，文本长度和排序会与其他环境不一致`,
    ],
    ['Use a database with the encoding UTF8.', '使用编码为 UTF8 的数据库。'],
  ),
  'database-gone': code(
    ['The connection broke off during the run.', '运行中连接中断。'],
    [`‹${server}› broke the connection off`, `与 ‹${server}› 的连接中断`],
    ['See the log of the server, and run again: what was left is removed then.', '查看服务器日志后重新运行；遗留内容会自动清理。'],
  ),
  'database-right-missing': code(
    [
      'The user lacks a right: each run makes a schema of its own, and reads what it is granted.',
      '用户缺少权限：每次运行会创建自己的 schema，并读取被授权的对象。',
    ],
    [
      `‹${server}›: a right is missing: ‹permission denied for database dwh›`,
      `‹${server}›：权限不足：‹permission denied for database dwh›`,
    ],
    [
      'Grant `create` on the database, `usage` on the schema and `select` on the tables.',
      '授予数据库的 `create`、schema 的 `usage` 和表的 `select` 权限。',
    ],
  ),
  'database-read-only': code(
    ['The server is a replica, or read-only by setting.', '服务器是只读副本，或被设置为只读。'],
    [`‹${server}› is read-only`, `‹${server}› 是只读的`],
    ['Connect to the primary server.', '连接主库。'],
  ),
  'database-timeout': code(
    ['A statement took longer than is allowed.', '语句执行超时。'],
    [
      `‹${server}› took too long: ‹canceling statement due to statement timeout›`,
      `‹${server}› 执行超时：‹canceling statement due to statement timeout›`,
    ],
    [
      'Allow more time (`engine.statement_timeout`), or narrow the period or the tables.',
      '放宽时间限制（`engine.statement_timeout`），或缩小期间或数据范围。',
    ],
  ),
  'database-disk-full': code(
    ['The disk of the server is full.', '服务器磁盘已满。'],
    ['the disk of ‹warehouse:5432› is full: ‹No space left on device›', '‹warehouse:5432› 的磁盘已满：‹No space left on device›'],
    ['Free space on the server.', '在服务器上清理空间。'],
  ),
  'database-limit-reached': code(
    ['The server came to a limit of memory, temporary files or locks.', '服务器达到内存、临时文件或锁的上限。'],
    ['‹warehouse:5432› has reached a limit: ‹out of memory›', '‹warehouse:5432› 已达到上限：‹out of memory›'],
    ['Let the administrator raise it, or narrow the data.', '请管理员调高上限，或缩小数据范围。'],
  ),
  'database-number-overflow': code(
    ['A number of the data does not fit its column.', '数据中有数字超出列的范围。'],
    ['a number is too large for its column: ‹numeric field overflow›', '有数字超出列的范围：‹numeric field overflow›'],
    ['Look for absurd amounts or quantities.', '检查异常大的金额或数量。'],
  ),
  'database-text-refused': code(
    ['The server cannot hold a text, such as one with a NUL character.', '服务器无法存储某段文本，例如含 NUL 字符的文本。'],
    ['the server cannot hold a text: ‹invalid byte sequence›', '服务器无法存储某段文本：‹invalid byte sequence›'],
    ['Remove NUL characters; use a database with the encoding UTF8.', '去除 NUL 字符；使用编码为 UTF8 的数据库。'],
  ),
  'database-conflict': code(
    ['Another session was in the way.', '与其他会话冲突。'],
    ['another session was in the way: ‹deadlock detected›', '与其他会话冲突：‹deadlock detected›'],
    ['Run again when it is done.', '等其他会话结束后重新运行。'],
  ),
  'database-unsupported': code(
    ['The server does not know a part of SQL that is needed.', '服务器不支持所需的 SQL。'],
    ['‹warehouse:5432› does not support a statement: ‹WITHIN GROUP›', '‹warehouse:5432› 不支持某条语句：‹WITHIN GROUP›'],
    ['Use another database, or compute on this machine without `--engine`.', '改用其他数据库，或去掉 `--engine` 在本机计算。'],
  ),
  'database-statement-failed': code(
    ['The server refused a statement for another reason.', '服务器因其他原因拒绝语句。'],
    [`‹${server}› refused a statement: ‹…›`, `‹${server}› 拒绝了一条语句：‹…›`],
    [
      'Check tables, columns and conditions of the config; else run with `--debug` and report it.',
      '检查配置中的表、列和条件；否则用 `--debug` 运行并反馈。',
    ],
  ),
} as const;
