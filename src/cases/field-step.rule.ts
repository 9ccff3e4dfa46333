import type { FieldStep } from './field-day.contract.ts'

interface Told {
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Lines from which on an earlier coming counts no more: the case was handed out anew. */
const handedOut: ReadonlySet<string> = new Set(['case.dispatched', 'case.reopened'])

/** Whether the unit has somebody on the spot, or has been there, since it was last handed the case. */
export function isOnTheSpot(story: readonly Told[], unitId: string): boolean {
  const last = story.findLastIndex((line) => handedOut.has(line.kind))
  return story
    .slice(last + 1)
    .some(({ kind, data }) => data.unitId === unitId && (kind === 'case.arrived' || kind === 'case.handled'))
}

/** What a unit owes a case next on the spot, by the stage of its part; null where it owes nothing now. */
export function fieldStep(
  part: { readonly unitId: string; readonly stage: string } | null,
  story: readonly Told[],
): FieldStep | null {
  if (part?.stage === 'dispatched') return 'sign'
  if (part?.stage !== 'signed' && part?.stage !== 'handling') return null
  return isOnTheSpot(story, part.unitId) ? 'handle' : 'arrive'
}
