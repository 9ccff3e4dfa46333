import type { FieldDay, FieldRow } from '../../../cases/field-day.contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { FieldVisits, LookAfter } from '../../../visits/contract.ts'
import type { Piece } from './piece.ts'

type Done = Pick<Piece, 'act' | 'caseId'>

/** The day as `useReadPages` holds it. */
export interface DayPages {
  readonly pages: readonly FieldDay[]
  readonly pageParams: readonly unknown[]
}

/** A card once the piece is done, though the server has not heard of it: its next step is offered. What is finished goes. */
function rowAfter(row: FieldRow, act: Piece['act']): FieldRow {
  if (row.next === null) return row
  if (act === 'sign') return row.next === 'sign' ? { ...row, next: 'arrive', stage: 'signed' } : row
  if (act === 'arrive' || act === 'note') return { ...row, next: 'handle', stage: 'handling' }
  return row
}

export const dayAfter = (day: DayPages, { act, caseId }: Done): DayPages => ({
  ...day,
  pages: day.pages.map((page) => ({
    ...page,
    rows: page.rows
      .filter(({ id, next }) => id !== caseId || next === null || act !== 'resolve')
      .map((row) => (row.id === caseId ? rowAfter(row, act) : row)),
  })),
})

/** The homes to come to once one was: it goes from the list, whatever the server will say of it. */
export const visitsAfter = (plan: FieldVisits, { homeId, how }: Piece['body']): FieldVisits => ({
  ...plan,
  grids: plan.grids.map((grid) => ({
    ...grid,
    rows: grid.rows.filter((row) => row.homeId !== homeId || how !== 'door'),
  })),
})

/** A home that was looked after, as far as this phone knows. */
export const lookedAfter = (
  found: LookAfter,
  { body: { homeId, outcome }, doneAt }: Pick<Piece, 'body' | 'doneAt'>,
): LookAfter => ({
  ...found,
  homes: found.homes.map((home) =>
    home.homeId === homeId &&
    outcome === 'met' &&
    Date.parse(home.spokenAt ?? '1970-01-01') < Date.parse(doneAt)
      ? { ...home, spokenAt: doneAt }
      : home,
  ),
})

const working = ['arrive', 'note', 'resolve', 'request'] as const
const without = (can: readonly string[], ...acts: readonly string[]) =>
  can.filter((act) => !acts.includes(act))

/** A case's page once the piece is done: what may be done next. All else is as the server said it last. */
export function storyAfter(story: CaseStory, { act }: Done): CaseStory {
  if (act === 'resolve') return { ...story, stage: 'resolved', can: without(story.can, 'sign', ...working) }
  if (act === 'request') return { ...story, can: without(story.can, 'request') }
  const takesUp = act === 'sign' || (act === 'arrive' && story.can.includes('sign'))
  if (!takesUp) return story
  return {
    ...story,
    stage: act === 'sign' ? 'signed' : 'handling',
    can: [...working, ...without(story.can, 'sign', ...working)],
  }
}
