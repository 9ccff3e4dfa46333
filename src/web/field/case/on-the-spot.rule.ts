import type { CaseStory } from '../../../cases/story.contract.ts'

const handedOut: ReadonlySet<string> = new Set(['case.dispatched', 'case.reopened'])

/** Whether somebody has come to the spot since the case was last handed out. */
export function isOnTheSpot({ timeline }: Pick<CaseStory, 'timeline'>): boolean {
  const last = timeline.map(({ kind }) => handedOut.has(kind)).lastIndexOf(true)
  return timeline.slice(last + 1).some(({ kind }) => kind === 'case.arrived')
}
