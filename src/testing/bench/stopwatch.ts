/** What a run amounts to: count, rate per second, and percentiles in milliseconds. */
export interface Timing {
  readonly count: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

/** The value that this share of sorted times stays below. */
export const atShare = (sortedMs: readonly number[], share: number): number =>
  sortedMs[Math.min(sortedMs.length - 1, Math.floor(sortedMs.length * share))] ?? Number.NaN

/** Runs `work` over and over in `clients` lanes for `seconds`, after a warm-up that is not counted. */
export async function timeLanes(
  clients: number,
  seconds: number,
  warmUpSeconds: number,
  work: (lane: number) => Promise<void>,
): Promise<Timing> {
  const startMs = performance.now()
  const countFromMs = startMs + warmUpSeconds * 1000
  const endMs = countFromMs + seconds * 1000
  const tookMs: number[] = []
  const lane = async (index: number): Promise<void> => {
    for (let beganMs = performance.now(); beganMs < endMs; beganMs = performance.now()) {
      await work(index)
      const nowMs = performance.now()
      if (beganMs >= countFromMs && nowMs <= endMs) tookMs.push(nowMs - beganMs)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, index) => lane(index)))
  tookMs.sort((a, b) => a - b)
  return {
    count: tookMs.length,
    perSecond: Math.round(tookMs.length / seconds),
    p50Ms: atShare(tookMs, 0.5),
    p95Ms: atShare(tookMs, 0.95),
    p99Ms: atShare(tookMs, 0.99),
  }
}
