import { resolve } from 'node:path'
import { backUp } from '../backup/back-up.ts'
import { bytesOf } from '../backup/manifest.ts'
import { type CommandFile, groups, run } from '../command.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('backup')
    .helpGroup(groups.keeping)
    .description(
      '停机后将数据文件夹完整复制到新文件夹 copy the data folder to a new one, while Linli is stopped',
    )
    .argument('<folder>', '新文件夹 new folder')
    .action((folder: string, _options, self) =>
      run(self, async ({ settings, terminal }) => {
        const progress = terminal.progress({ zh: '备份', en: 'Backing up' })
        try {
          const { notice: onNotice } = terminal
          const manifest = await backUp(settings, folder, { onNotice, show: progress.show })
          const [files, bytes] = [manifest.files.length, bytesOf(manifest)]
          return {
            isGood: true,
            answer: { folder: resolve(folder), files, bytes, madeAt: manifest.madeAt },
            words: {
              zh: `已备份到 ${resolve(folder)}：${files} 个文件，${bytes} 字节。其中含密钥，请妥善保管。`,
              en: `Backed up to ${resolve(folder)}: ${files} files, ${bytes} bytes. It holds the secrets: keep it safe.`,
            },
          }
        } finally {
          progress.end()
        }
      }),
    )
}
