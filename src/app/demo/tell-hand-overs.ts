import { giveHandOver, takeHandOver } from '../../cases/door.ts'
import { actingAs } from '../../people/door.ts'
import type { Company } from './cast.ts'
import { requestIdOf } from './request-id.ts'

const team = '990104006-urban-management'

/**
 * 交接班 in the demonstration: the street's urban management gave its work over yesterday and its head took it; it did so
 * again an hour ago, and nobody has taken that yet.
 */
export async function tellHandOvers(
  { district, log, byUnitCode, heads }: Company,
  now: Temporal.Instant,
): Promise<void> {
  const [desk, head] = [byUnitCode.get(team)!, heads.get(team)!]
  const at = (minutesAgo: number) => ({
    district,
    log,
    clock: { now: () => now.subtract({ minutes: minutesAgo }) },
  })
  const give = (minutesAgo: number, words: string) => {
    const ctx = actingAs(at(minutesAgo), desk)
    const [post] = ctx.who.posts
    return giveHandOver(ctx, { requestId: requestIdOf(`hand-over ${minutesAgo}`), postId: post!.id, words })
  }
  const { handOverId } = await give(1500, '烧烤店老板答应周三前把炉子搬走，傍晚再去看一次。')
  await takeHandOver(actingAs(at(1490), head), handOverId, { requestId: requestIdOf('hand-over taken') })
  await give(60, '夜市那条路的围挡先别撤，施工队明早九点来收尾。')
}
