import { useDeskCounts } from '../desk/use-desk.ts'
import { useWaitingMediations } from '../mediation/use-mediation.ts'
import type { MenuPage } from '../menu.ts'
import { useWaitingRights } from '../rights/use-waiting-rights.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWaitingWhistles } from '../whistles/use-whistles.ts'
import { useWords } from '../words.ts'

/** How much waits for the reader on a page. */
export interface Waiting {
  readonly count: number
  /** There may be more than `count`. */
  readonly isMore: boolean
  say(count: string): string
}

/** What waits on the pages of the menu that have something to wait for; who may not do it is not asked. */
export function useWaiting(): Partial<Record<MenuPage['key'], Waiting>> {
  const { faces, consoleMediation, consoleWhistles } = useWords()
  const decides = mayDo(useSignedIn(), 'case.decide')
  const desk = useDeskCounts(undefined, decides).data
  // Requests that wait for a decision, and listings whose review has come.
  const decisions = desk && { waiting: (desk.queues.decide ?? 0) + desk.reviewsDue, bound: desk.bound }
  return {
    ...waiting('approvals', decisions, faces.console.toDecide),
    ...waiting('mediations', useWaitingMediations(), consoleMediation.waiting),
    ...waiting('whistles', useWaitingWhistles(), consoleWhistles.waiting),
    ...waiting('rights', useWaitingRights(), faces.console.waiting),
  }
}

const waiting = (
  page: MenuPage['key'],
  read: { readonly waiting: number; readonly bound: number } | undefined,
  say: Waiting['say'],
) =>
  read === undefined
    ? {}
    : { [page]: { count: Math.min(read.waiting, read.bound), isMore: read.waiting >= read.bound, say } }
