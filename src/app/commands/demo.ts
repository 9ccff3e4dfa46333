import { type CommandFile, groups, run } from '../command.ts'
import { loadDemonstration } from '../demonstration.ts'
import { openLinli } from '../open.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('demo')
    .helpGroup(groups.running)
    .description('载入虚构的演示区 load the invented demonstration district')
    .action((_options, self) =>
      run(self, async ({ settings, terminal }) => {
        const open = await openLinli(settings, { onNotice: terminal.notice })
        try {
          const summary = await loadDemonstration(open, terminal)
          const counts = Object.entries(summary).map(([what, count]) => `${what} ${count}`)
          return {
            isGood: true,
            answer: { district: open.district.id, ...summary },
            words: {
              zh: `演示区已载入：${counts.join('，')}。`,
              en: `The demonstration district is loaded: ${counts.join(', ')}.`,
            },
          }
        } finally {
          await open.close()
        }
      }),
    )
}
