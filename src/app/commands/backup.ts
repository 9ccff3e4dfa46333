import { dirname, resolve } from 'node:path'
import { systemClock } from '../../platform/clock.ts'
import { backUp } from '../backup/back-up.ts'
import { bytesOf } from '../backup/manifest.ts'
import { pruneBackups } from '../backup/prune.ts'
import { type CommandFile, groups, run } from '../command.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('backup')
    .helpGroup(groups.keeping)
    .description(
      '停机后将数据文件夹完整复制到新文件夹 copy the data folder to a new one, while Linli is stopped',
    )
    .argument('<folder>', '新文件夹 new folder')
    .option(
      '--prune',
      '同时删除同一文件夹下超过 LINLI_BACKUP_DAYS 天的旧备份 also remove backups beside it that are older than LINLI_BACKUP_DAYS',
    )
    .action((folder: string, options: { prune?: true }, self) =>
      run(self, async ({ settings, terminal }) => {
        const progress = terminal.progress({ zh: '备份', en: 'Backing up' })
        try {
          const { notice: onNotice } = terminal
          const manifest = await backUp(settings, folder, { onNotice, show: progress.show })
          const pruned = options.prune
            ? await pruneBackups(dirname(resolve(folder)), {
                days: settings.backupDays,
                now: systemClock.now(),
              })
            : []
          const [files, bytes] = [manifest.files.length, bytesOf(manifest)]
          return {
            isGood: true,
            answer: { folder: resolve(folder), files, bytes, madeAt: manifest.madeAt, pruned },
            words: {
              zh: `已备份到 ${resolve(folder)}：${files} 个文件，${bytes} 字节。其中含密钥，请妥善保管。${pruned.length > 0 ? `已删除 ${pruned.length} 份过期备份。` : ''}`,
              en: `Backed up to ${resolve(folder)}: ${files} files, ${bytes} bytes. It holds the secrets: keep it safe.${pruned.length > 0 ? ` ${pruned.length} old backups were removed.` : ''}`,
            },
          }
        } finally {
          progress.end()
        }
      }),
    )
}
