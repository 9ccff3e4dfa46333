import type { Ctx, District } from './ctx.ts'
import type { Follower } from './follower.ts'
import { catchUp, takeTurn } from './follower.ts'

/** Followers kept running beside the server; woken by its own commits, and once a second for other servers'. */
export interface RunningFollowers {
  readonly wake: () => void
  /** Waits until everything committed before the call has been followed. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

const idleMs = 1000
/** Under load a round waits for company: what a person sees may be this old. */
const gatherMs = 150

/**
 * What the first of the followers writes the others read too: it comes to the end of the journal before each round of
 * their turns. The others take turns, so that one with a long way to go, as after an upgrade, keeps none from what happens meanwhile.
 */
export function runFollowers(
  district: District,
  followers: readonly Follower[],
  log: Ctx['log'],
): RunningFollowers {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let pending = false

  const round = async (): Promise<void> => {
    const failed = new Set<Follower>()
    const attempt = async (follower: Follower, work: () => Promise<boolean>): Promise<boolean> => {
      if (stopped || failed.has(follower)) return false
      try {
        return await work()
      } catch (error) {
        // Once a round: it would fail with every turn of the others.
        failed.add(follower)
        log.error({ err: error, follower: follower.name }, 'follower failed; it tries again')
        return false
      }
    }
    const [first, ...others] = followers
    const lead = () => first && attempt(first, () => catchUp(district, first).then(() => false))
    for (let isBehind = true; isBehind && !stopped; ) {
      await lead()
      isBehind = false
      for (const follower of others) {
        const hasMore = await attempt(follower, () => takeTurn(district, follower))
        // A full step takes its time: what came meanwhile is the first's before it is the next one's.
        if (hasMore) await lead()
        isBehind ||= hasMore
      }
    }
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    pending = false
    running = running.then(round).then(() => {
      if (!stopped) timer = setTimeout(run, pending ? gatherMs : idleMs)
    })
    return running
  }
  void run()
  return {
    wake: () => {
      if (pending || stopped) return
      pending = true
      clearTimeout(timer)
      timer = setTimeout(run, gatherMs)
    },
    settled: run,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
      clearTimeout(timer)
    },
  }
}
