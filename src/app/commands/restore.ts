import { bytesOf } from '../backup/manifest.ts'
import { restore } from '../backup/restore.ts'
import { type CommandFile, groups, run } from '../command.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('restore')
    .helpGroup(groups.keeping)
    .description('核对备份并恢复到空的数据文件夹 check a backup and put it into an empty data folder')
    .argument('<folder>', '备份所在文件夹 folder of the backup')
    .action((folder: string, _options, self) =>
      run(self, async ({ settings, terminal }) => {
        const progress = terminal.progress({ zh: '恢复', en: 'Restoring' })
        try {
          const { notice: onNotice } = terminal
          const manifest = await restore(settings, folder, { onNotice, show: progress.show })
          const { dataFolder } = settings
          const [files, bytes] = [manifest.files.length, bytesOf(manifest)]
          return {
            isGood: true,
            answer: { dataFolder, files, bytes, madeAt: manifest.madeAt },
            words: {
              zh: `已恢复到 ${dataFolder}：${files} 个文件，备份于 ${manifest.madeAt}。请运行 linli verify 核对。`,
              en: `Restored to ${dataFolder}: ${files} files, backed up at ${manifest.madeAt}. Run linli verify to check it.`,
            },
          }
        } finally {
          progress.end()
        }
      }),
    )
}
