import { openDistrict } from '../../platform/district.ts'
import { type CommandFile, groups, run } from '../command.ts'
import { openHost } from '../open.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('migrate')
    .helpGroup(groups.running)
    .description('将数据库结构更新到本版本 bring every district’s database up to this version')
    .action((_options, self) =>
      run(self, async ({ settings, terminal }) => {
        const { host, districts, close } = await openHost(settings, terminal.notice)
        try {
          for (const district of districts) await (await openDistrict(host, district)).close()
        } finally {
          await close()
        }
        const ids = districts.map(({ id }) => id)
        const named = ids.length > 0 ? ids.join(', ') : '–'
        return {
          isGood: true,
          answer: { districts: ids },
          words: {
            zh: `数据库结构已是最新；区：${named}。`,
            en: `The database is up to date; districts: ${named}.`,
          },
        }
      }),
    )
}
