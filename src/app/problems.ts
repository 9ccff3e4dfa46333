import { openDemoWords } from '../platform/known-settings.ts'
import { StartProblem } from '../platform/start-problem.ts'

/** Every sentence that a command may end in beyond PostgreSQL's own, each with its remedy. */
export const problems = {
  portTaken: (port: number, cause: unknown) =>
    new StartProblem(
      'port_taken',
      {
        sentenceZh: `端口 ${port} 已被其他程序占用；请停止该程序，或换一个端口：linli start --port ${port + 1}。`,
        sentenceEn: `Another program listens on port ${port}; stop it, or take another port: linli start --port ${port + 1}.`,
        remedy: `linli start --port ${port + 1}`,
      },
      cause,
    ),

  portClosed: (port: number, cause: unknown) =>
    new StartProblem(
      'port_not_allowed',
      {
        sentenceZh: `当前用户不能使用端口 ${port}；请换一个 1024 以上的端口：linli start --port 3000。`,
        sentenceEn: `This user may not listen on port ${port}; take one above 1024: linli start --port 3000.`,
        remedy: 'linli start --port 3000',
      },
      cause,
    ),

  hostUnknown: (host: string, cause: unknown) =>
    new StartProblem(
      'host_unknown',
      {
        sentenceZh: `本机没有地址 ${host}；请将 LINLI_HOST 设为本机的地址，如 127.0.0.1 或 0.0.0.0。`,
        sentenceEn: `This machine has no address ${host}; set LINLI_HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
        remedy: 'Set LINLI_HOST to 127.0.0.1 or 0.0.0.0',
      },
      cause,
    ),

  demoOpenToNetwork: (host: string) =>
    new StartProblem('demonstration_not_for_the_network', {
      sentenceZh: `演示账号的口令是公开的，因此不在 ${host} 上监听；请去掉 LINLI_HOST 只供本机访问，或设置 LINLI_OPEN_DEMO=${openDemoWords} 表示同意公开。`,
      sentenceEn: `The passwords of the demonstration accounts are public, so Linli does not listen on ${host}; leave LINLI_HOST out to serve this machine alone, or set LINLI_OPEN_DEMO=${openDemoWords} to agree.`,
      remedy: `Leave LINLI_HOST out, or set LINLI_OPEN_DEMO=${openDemoWords}`,
    }),

  notFresh: (dataFolder: string, district: string) =>
    new StartProblem('data_folder_has_demonstration', {
      sentenceZh: `${dataFolder} 中已有演示区 ${district}；请用 --data 指定另一个文件夹来建立自己的区。`,
      sentenceEn: `${dataFolder} holds the demonstration district ${district} already; name another folder with --data to set up your own.`,
      remedy: 'linli start --empty --data ./my-data',
    }),

  noDistrict: (dataFolder: string) =>
    new StartProblem('no_district', {
      sentenceZh: `${dataFolder} 中还没有任何区；请先运行 linli start，或用 --data 指定数据所在的文件夹。`,
      sentenceEn: `There is no district in ${dataFolder} yet; run linli start first, or name the folder of your data with --data.`,
      remedy: 'linli start',
    }),

  districtUnknown: (wanted: string, standing: readonly string[]) =>
    new StartProblem('district_unknown', {
      sentenceZh: `没有名为 ${wanted} 的区，现有：${standing.join('、')}；请改正 LINLI_DISTRICT。`,
      sentenceEn: `There is no district ${wanted}, only ${standing.join(', ')}; correct LINLI_DISTRICT.`,
      remedy: `Set LINLI_DISTRICT to one of: ${standing.join(', ')}`,
    }),

  districtNotNamed: (standing: readonly string[]) =>
    new StartProblem('district_not_named', {
      sentenceZh: `这里有多个区：${standing.join('、')}；请用 LINLI_DISTRICT 指定其中一个。`,
      sentenceEn: `There are several districts here: ${standing.join(', ')}; set LINLI_DISTRICT to one of them.`,
      remedy: `Set LINLI_DISTRICT to one of: ${standing.join(', ')}`,
    }),

  newerDatabase: (migration: string, cause: unknown) =>
    new StartProblem(
      'database_newer',
      {
        sentenceZh: `数据库由更新版本的邻里写过（${migration}）；请换用那个版本或更新的版本，或恢复升级前的备份。`,
        sentenceEn: `A newer Linli has written to this database (${migration}); run that version or a later one, or restore the backup from before the upgrade.`,
        remedy: 'Run the newer Linli, or restore a backup',
      },
      cause,
    ),

  diskFull: (cause: unknown) =>
    new StartProblem(
      'disk_full',
      {
        sentenceZh: '磁盘已满；请腾出空间后重试，已确认的内容没有丢失。',
        sentenceEn: 'The disk is full; free some space and try again. Nothing that was confirmed is lost.',
        remedy: 'Free some space',
      },
      cause,
    ),

  pathUnusable: (path: string, cause: unknown) =>
    new StartProblem(
      'path_not_allowed',
      {
        sentenceZh: `当前用户无法读写 ${path}；请改正其权限，或换用另一个文件夹。`,
        sentenceEn: `This user may not read or write ${path}; correct its permissions or use another folder.`,
        remedy: `Correct the permissions of ${path}`,
      },
      cause,
    ),

  databaseGone: (cause: unknown) =>
    new StartProblem(
      'database_gone',
      {
        sentenceZh: '数据库中途停止了；请重新运行该命令，若再次发生请运行 linli doctor。',
        sentenceEn:
          'The database stopped in between; run the command again, and linli doctor if it happens once more.',
        remedy: 'linli doctor',
      },
      cause,
    ),

  noSuchFile: (file: string) =>
    new StartProblem('file_missing', {
      sentenceZh: `没有文件 ${file}；请核对路径。`,
      sentenceEn: `There is no file ${file}; check the path.`,
      remedy: 'Check the path',
    }),

  noSuchFolder: (folder: string) =>
    new StartProblem('folder_missing', {
      sentenceZh: `没有文件夹 ${folder}；请核对路径。`,
      sentenceEn: `There is no folder ${folder}; check the path.`,
      remedy: 'Check the path',
    }),

  serverRuns: (command: string) =>
    new StartProblem('server_runs', {
      sentenceZh: `邻里正在使用这个数据文件夹；请先停止它（在其终端按 Ctrl-C），再运行 linli ${command}。`,
      sentenceEn: `Linli is running on this data folder; stop it (Ctrl-C in its terminal), then run linli ${command} again.`,
      remedy: 'Stop the running Linli',
    }),

  demonstrationLoaded: (dataFolder: string) =>
    new StartProblem('demonstration_loaded', {
      sentenceZh: `${dataFolder} 中的演示区已经载入；如需重新载入，请用 --data 指定另一个文件夹。`,
      sentenceEn: `The demonstration in ${dataFolder} is loaded already; to load a fresh one, name another folder with --data.`,
      remedy: 'linli demo --data ./demo-data',
    }),

  demonstrationLoading: (pid: number) =>
    new StartProblem('demonstration_loading', {
      sentenceZh: `另一个邻里进程（${pid}）正在载入演示数据；请等它完成。`,
      sentenceEn: `Another Linli (process ${pid}) is loading the demonstration; wait until it is done.`,
      remedy: `Wait for process ${pid}, or end it and start again`,
    }),

  notADemonstration: (district: string) =>
    new StartProblem('district_is_real', {
      sentenceZh: `${district} 不是演示区，不能载入演示数据；请用 --data 指定另一个文件夹。`,
      sentenceEn: `${district} is not a demonstration district and takes no demonstration data; name another folder with --data.`,
      remedy: 'linli demo --data ./demo-data',
    }),
}
