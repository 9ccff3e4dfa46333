import { StartProblem } from '../../platform/start-problem.ts'

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000)

/** What backup and restore refuse, each with its remedy. */
export const backupProblems = {
  databaseElsewhere: (command: 'backup' | 'restore', dataFolder: string) => {
    const program = command === 'backup' ? 'pg_dump --format=custom' : 'pg_restore'
    return new StartProblem('database_elsewhere', {
      sentenceZh: `数据库由 DATABASE_URL 指定，不在数据文件夹中；请停止邻里，用 ${program} 处理数据库，并复制文件夹 ${dataFolder}。`,
      sentenceEn: `The database is the one of DATABASE_URL and not in the data folder; stop Linli, use ${program} for the database, and copy the folder ${dataFolder} beside it.`,
      remedy: `${program} "$DATABASE_URL", and copy ${dataFolder}`,
    })
  },

  nothingThere: (dataFolder: string) =>
    new StartProblem('nothing_to_back_up', {
      sentenceZh: `${dataFolder} 中没有邻里的数据；请用 --data 指定数据所在的文件夹。`,
      sentenceEn: `There are no data of Linli in ${dataFolder}; name the folder of your data with --data.`,
      remedy: 'Name the data folder with --data',
    }),

  folderInUse: (folder: string) =>
    new StartProblem('folder_not_empty', {
      sentenceZh: `文件夹 ${folder} 不是空的，不会覆盖其中的内容；请指定一个新的文件夹。`,
      sentenceEn: `The folder ${folder} is not empty and nothing in it is overwritten; name a new folder.`,
      remedy: 'Name a new folder',
    }),

  folderInside: (folder: string) =>
    new StartProblem('folder_inside_data', {
      sentenceZh: `${folder} 在数据文件夹之内；请将备份放在数据文件夹之外，最好在另一块磁盘上。`,
      sentenceEn: `${folder} lies inside the data folder; put backups outside it, best on another disk.`,
      remedy: 'Name a folder outside the data folder',
    }),

  tooSmall: (folder: string, neededBytes: number, freeBytes: number) =>
    new StartProblem('disk_full', {
      sentenceZh: `${folder} 所在磁盘只剩 ${megabytes(freeBytes)} MB，需要 ${megabytes(neededBytes)} MB；请腾出空间或换一块磁盘。`,
      sentenceEn: `The disk of ${folder} has ${megabytes(freeBytes)} MB left and ${megabytes(neededBytes)} MB are needed; free some space or use another disk.`,
      remedy: 'Free some space',
    }),

  changedMeanwhile: () =>
    new StartProblem('data_changed_meanwhile', {
      sentenceZh: '备份期间邻里被启动，这份备份不可用；请停止邻里后重新备份到新的文件夹。',
      sentenceEn:
        'Linli was started during the backup, which is therefore of no use; stop Linli and back up again to a new folder.',
      remedy: 'Stop Linli and back up again',
    }),

  incomplete: (folder: string, cause: unknown) =>
    new StartProblem(
      'backup_incomplete',
      {
        sentenceZh: `${folder} 不是一份完整的备份；请指定 linli backup 成功写成的文件夹。`,
        sentenceEn: `${folder} is not a whole backup; name a folder that linli backup has finished.`,
        remedy: 'Name a whole backup',
      },
      cause,
    ),

  damaged: (path: string) =>
    new StartProblem('backup_damaged', {
      sentenceZh: `备份中的 ${path} 缺失或与备份时不同，未恢复任何内容；请改用另一份备份。`,
      sentenceEn: `${path} in the backup is missing or not as it was written, and nothing was restored; use another backup.`,
      remedy: 'Use another backup',
    }),
}
