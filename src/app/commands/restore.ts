import { resolve } from 'node:path'
import { bringErasures, eraseAfterRestore } from '../backup/erase-again.ts'
import { bytesOf } from '../backup/manifest.ts'
import { restore } from '../backup/restore.ts'
import { type CommandFile, groups, run } from '../command.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('restore')
    .helpGroup(groups.keeping)
    .description('核对备份并恢复到空的数据文件夹 check a backup and put it into an empty data folder')
    .argument('<folder>', '备份所在文件夹 folder of the backup')
    .option(
      '--erasures <folder>',
      '另存的删除清单（data/erasures），备份之后删除的人会再次删除 the list of erasures kept apart: whoever was erased since is erased again',
    )
    .action((folder: string, options: { erasures?: string }, self) =>
      run(self, async ({ settings, terminal }) => {
        const progress = terminal.progress({ zh: '恢复', en: 'Restoring' })
        try {
          const { notice: onNotice } = terminal
          const manifest = await restore(settings, folder, { onNotice, show: progress.show })
          const { dataFolder } = settings
          if (options.erasures) await bringErasures(resolve(options.erasures), dataFolder)
          const erased = await eraseAfterRestore(settings, onNotice)
          const [files, bytes] = [manifest.files.length, bytesOf(manifest)]
          return {
            isGood: true,
            answer: { dataFolder, files, bytes, madeAt: manifest.madeAt, erased },
            words: {
              zh: `已恢复到 ${dataFolder}：${files} 个文件，备份于 ${manifest.madeAt}。按删除清单再次删除 ${erased} 人。请运行 linli verify 核对。`,
              en: `Restored to ${dataFolder}: ${files} files, backed up at ${manifest.madeAt}. ${erased} people on the list of erasures were erased again. Run linli verify to check it.`,
            },
          }
        } finally {
          progress.end()
        }
      }),
    )
}
