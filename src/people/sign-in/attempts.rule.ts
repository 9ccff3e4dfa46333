/** How wrong attempts of one kind are answered: how many are free, and how the wait then grows. */
export interface Patience {
  readonly free: number
  readonly firstWaitSeconds: number
  readonly mostWaitSeconds: number
  /** Without a wrong attempt for this long, what was is forgotten. */
  readonly forgetSeconds: number
}

/** One name from one place: a person who has forgotten which password it was, or somebody who guesses. */
export const namePatience: Patience = {
  free: 3,
  firstWaitSeconds: 5,
  mostWaitSeconds: 900,
  forgetSeconds: 3600,
}
/** All names from one place: an office of hundreds shares an address, so that the wait stays short. */
export const placePatience: Patience = {
  free: 50,
  firstWaitSeconds: 1,
  mostWaitSeconds: 60,
  forgetSeconds: 900,
}

/** Seconds to wait after this many wrong attempts in a row: none at first, then doubling. */
export function waitAfter(failures: number, patience: Patience): number {
  if (failures <= patience.free) return 0
  const doubled = patience.firstWaitSeconds * 2 ** Math.min(failures - patience.free - 1, 20)
  return Math.min(doubled, patience.mostWaitSeconds)
}
