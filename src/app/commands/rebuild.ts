import { catchUp, rebuild } from '../../platform/follower.ts'
import { type CommandFile, groups, type Outcome, type Run, run } from '../command.ts'
import { countLines, fingerprint } from '../district.sql.ts'
import { followers, type RunFollower } from '../followers.ts'
import { type OpenLinli, openLinli } from '../open.ts'
import { problems } from '../problems.ts'

export const command: CommandFile = (linli) => {
  linli
    .command('rebuild')
    .helpGroup(groups.keeping)
    .description(
      '由日志重建公示与统计，并与原有的比较 rebuild board and figures from the journal, and compare',
    )
    .action((_options, self) => run(self, rebuildAll))
}

async function rebuildAll({ settings, terminal }: Run): Promise<Outcome> {
  const open = await openLinli(settings, { onNotice: terminal.notice, whenNone: 'refuse' })
  const progress = terminal.progress({ zh: '重建', en: 'Rebuilding' })
  try {
    // A server beside us would write lines between the two looks, and show half a board meanwhile.
    if (settings.databaseUrl === null && open.postgres.attached) throw problems.serverRuns('rebuild')
    const kept = followers.filter(({ rebuilt }) => rebuilt.length > 0)
    const differing: string[] = []
    for (const [at, one] of kept.entries()) {
      progress.show(at, kept.length, one.follower.name)
      differing.push(...(await rebuildOne(open, one)))
    }
    const lines = await countLines(open.district)
    const names = kept.map(({ follower }) => follower.name)
    return {
      isGood: differing.length === 0,
      answer: { lines, rebuilt: names, differing },
      words:
        differing.length === 0
          ? {
              zh: `已由 ${lines} 行日志重建 ${names.length} 项，与原有的一致。`,
              en: `Rebuilt ${names.length} from ${lines} journal lines; all are as they were.`,
            }
          : {
              zh: `已由 ${lines} 行日志重建；与原有的不同：${differing.join('、')}，现以日志为准。`,
              en: `Rebuilt from ${lines} journal lines; these differed and now say what the journal says: ${differing.join(', ')}.`,
            },
    }
  } finally {
    progress.end()
    await open.close()
  }
}

/** The tables that were not what the journal says. */
async function rebuildOne({ district }: OpenLinli, { follower, rebuilt }: RunFollower): Promise<string[]> {
  await catchUp(district, follower)
  const look = () => Promise.all(rebuilt.map((table) => fingerprint(district, table)))
  const before = await look()
  await rebuild(district, follower)
  const after = await look()
  return rebuilt.filter((_, at) => before[at] !== after[at])
}
