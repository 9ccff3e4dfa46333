import { setTimeout as pause } from 'node:timers/promises'
import type { District } from '../../platform/ctx.ts'
import { whileFresh } from '../../platform/while-fresh.ts'
import { revisionOf } from './wall.sql.ts'

/** How often it is looked whether anything changed, how often a silent line says that it stands, and how long one lasts. */
const lookEveryMs = 1000
const beatEveryLooks = 15
const longestLooks = 600

/** However many walls hang, a server looks once. */
const revision = whileFresh(lookEveryMs / 2, revisionOf)

/**
 * Server-sent events: `changed` whenever what a wall shows may have become another, by whichever server. It says nothing
 * but that: each page asks for what it may see. A line ends by itself after ten minutes, so that whoever may no longer
 * sign in does not hear on; the page opens the next.
 */
export async function* changesOf(district: District, ended: AbortSignal): AsyncGenerator<string> {
  let known = ''
  for (let look = 0; look < longestLooks && !ended.aborted; look += 1) {
    const now = await revision(district)
    if (now !== known) yield 'event: changed\ndata: now\n\n'
    else if (look % beatEveryLooks === 0) yield ': still here\n\n'
    known = now
    await pause(lookEveryMs, undefined, { signal: ended }).catch((error: unknown) => {
      if (!ended.aborted) throw error
    })
  }
}
