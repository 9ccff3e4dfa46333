import type { Attention, Holder } from './office.contract.ts'

/** Days before the end of a term or a link from which it is said to end soon. */
export const soonDays = 90

interface Office {
  readonly id: string
  readonly kind: string
  readonly seats: number
  readonly body: { readonly id: string; readonly kind: string; readonly areaId: string }
}
interface Term {
  readonly officeId: string
  readonly holder: Holder
  readonly startsOn: string
  readonly endsOn: string | null
  readonly body: Office['body']
}

/** What somebody should look at: of one office, and of the people who hold it. */
export interface Matter<O extends Office> {
  readonly what: Attention
  readonly office: O
  readonly holders: readonly Holder[]
  readonly day: string | null
}

/** The day some days after one; both YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The first day after a term that begins on a day (YYYY-MM-DD); null where the office has no term. */
export const termEnd = (startsOn: string, termMonths: number | null): string | null =>
  termMonths === null ? null : Temporal.PlainDate.from(startsOn).add({ months: termMonths }).toString()

/** The later of two days. */
export const laterDay = (one: string, other: string): string => [one, other].sort().at(-1)!

/** Whether a term or a link is over though nobody ended it. */
export const isOver = ({ endsOn }: Pick<Term, 'endsOn'>, today: string): boolean =>
  endsOn !== null && endsOn <= today

/** Whether it still runs, and ends within the days in which somebody should see to what follows. */
export const endsSoon = ({ endsOn }: Pick<Term, 'endsOn'>, today: string): boolean =>
  endsOn !== null && endsOn > today && endsOn <= daysAfter(today, soonDays)

/**
 * What of these open offices, with the terms that nobody ended, needs attention: a term that is over and still held, one
 * that ends soon, a body without a head, more people than seats, and one who sits on an estate's owners' committee and
 * works for its property firm at once (上海市住宅物业管理规定 第二十条, 2020-12-30, forbids it; elsewhere it is still
 * worth a look). A term to come holds nothing yet.
 */
export function attentionOf<O extends Office>(
  offices: readonly O[],
  terms: readonly Term[],
  today: string,
): Matter<O>[] {
  const held = terms.filter(({ startsOn }) => startsOn <= today)
  const ofOffice = Map.groupBy(held, ({ officeId }) => officeId)
  const conflicts = conflictsIn(held)
  return offices.flatMap((office) => {
    const own = ofOffice.get(office.id) ?? []
    const each = (what: Attention, of: readonly Term[]) =>
      of.map(({ holder, endsOn }): Matter<O> => ({ what, office, holders: [holder], day: endsOn }))
    const holders = own.map(({ holder }) => holder)
    return [
      ...each(
        'term_over',
        own.filter((term) => isOver(term, today)),
      ),
      ...each(
        'ends_soon',
        own.filter((term) => endsSoon(term, today)),
      ),
      ...(office.kind === 'head' && own.length === 0
        ? [{ what: 'no_head' as const, office, holders: [], day: null }]
        : []),
      ...(own.length > office.seats ? [{ what: 'too_many' as const, office, holders, day: null }] : []),
      ...(office.body.kind === 'owners_committee'
        ? own
            .filter(({ holder }) => conflicts.has(`${holder.id} ${office.body.areaId}`))
            .map(({ holder }) => ({ what: 'conflict' as const, office, holders: [holder], day: null }))
        : []),
    ]
  })
}

/** Person and estate, where the person holds an office of its property firm. */
const conflictsIn = (terms: readonly Term[]): ReadonlySet<string> =>
  new Set(
    terms
      .filter(({ body }) => body.kind === 'property_firm')
      .map(({ holder, body }) => `${holder.id} ${body.areaId}`),
  )
