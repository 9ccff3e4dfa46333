import { type Patience, waitAfter } from './attempts.rule.ts'

/** Who is counted for an attempt, and how patiently. */
export interface Counted {
  readonly key: string
  readonly patience: Patience
}

/** Wrong attempts, counted in the server's memory. */
export interface Attempts {
  /**
   * Counts an attempt as wrong before it is looked at, so that many at once are not all free. Returns whether it may be
   * looked at, and the seconds to wait before the next: while any of the counts waits, it may not.
   */
  readonly begin: (counted: readonly Counted[], at: Temporal.Instant) => Begun
  /** Forgets the first count, and takes this one attempt back from the others: it was right. */
  readonly wasRight: (counted: readonly Counted[]) => void
}
export interface Begun {
  readonly mayTry: boolean
  readonly waitSeconds: number
}

interface Count {
  failures: number
  lastMs: number
  untilMs: number
  /** The first count of the last attempt: whose wait this is. */
  lastOwn: string | undefined
}

/** Counts that are kept at most; whoever was counted longest ago is forgotten first. */
const mostKept = 100_000

export function countAttempts(): Attempts {
  const counts = new Map<string, Count>()
  const countOf = ({ key, patience }: Counted, atMs: number): Count => {
    const known = counts.get(key)
    // A clock that was set back must not make anybody wait until it has caught up.
    const agoMs = known ? atMs - known.lastMs : -1
    if (known && agoMs >= 0 && agoMs < patience.forgetSeconds * 1000) return known
    return { failures: 0, lastMs: atMs, untilMs: atMs, lastOwn: undefined }
  }
  return {
    begin: (counted, at) => {
      const atMs = at.epochMilliseconds
      const standing = counted.map((one) => ({ ...one, count: countOf(one, atMs) }))
      const leftMs = Math.max(...standing.map(({ count }) => count.untilMs - atMs))
      if (leftMs > 0) return { mayTry: false, waitSeconds: Math.ceil(leftMs / 1000) }
      const waits = standing.map(({ key, patience, count }) => {
        const wait = waitAfter(count.failures + 1, patience)
        counts.delete(key)
        const untilMs = atMs + wait * 1000
        counts.set(key, { failures: count.failures + 1, lastMs: atMs, untilMs, lastOwn: counted[0]?.key })
        return wait
      })
      for (const oldest of counts.keys()) {
        if (counts.size <= mostKept) break
        counts.delete(oldest)
      }
      return { mayTry: true, waitSeconds: Math.max(...waits) }
    },
    wasRight: ([own, ...others]) => {
      if (own) counts.delete(own.key)
      for (const { key, patience } of others) {
        const count = counts.get(key)
        if (!count) continue
        const failures = count.failures - 1
        // One's own wait falls away: what was before had been waited for. Whoever tried since waits on.
        const wait = count.lastOwn === own?.key ? 0 : waitAfter(failures, patience)
        counts.set(key, { ...count, failures, untilMs: count.lastMs + wait * 1000 })
      }
    },
  }
}
