import type { Ctx, District } from './ctx.ts'
import type { Follower } from './follower.ts'
import { catchUp } from './follower.ts'

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
    for (const follower of followers) {
      if (stopped) return
      try {
        await catchUp(district, follower)
      } catch (error) {
        log.error({ err: error, follower: follower.name }, 'follower failed; it tries again')
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
