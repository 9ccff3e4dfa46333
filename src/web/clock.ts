// The one place of the web where the present moment is read.
// A phone's own clock may be hours off, and "today" would then be wrong: the server's is taken where it was heard.

import { keep, kept } from './keep.ts'

const key = 'linli.ahead'

/** Kept, since a page that opens without signal hears no server. */
let aheadMs = Number(kept(key)) || 0

/** The present moment in milliseconds since the epoch, by the server's clock once an answer was heard. */
export const nowMs = (): number => Date.now() + aheadMs

/**
 * Learns the server's time from an answer's `Date` header (RFC 9110 §6.6.1, whole seconds).
 * Under a minute of difference is left alone: it is the way there and back, and no reader sees it.
 */
export function learnServerTime(dateHeader: string | null): void {
  const serverMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
  if (Number.isNaN(serverMs)) return
  const differenceMs = serverMs - Date.now()
  const heard = Math.abs(differenceMs) < 60_000 ? 0 : differenceMs
  // The way of an answer changes it by moments: kept is what has changed by more.
  if (Math.abs(heard - aheadMs) >= 60_000) keep(key, heard === 0 ? null : String(heard))
  aheadMs = heard
}
