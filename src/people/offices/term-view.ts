import { isOver } from './attention.rule.ts'
import type { Term } from './office.contract.ts'
import type { NamedTerm } from './terms.sql.ts'

type Place = Term['also'][number]

/** Bodies and offices of some terms, as contracts name them. */
export const placesOf = (terms: readonly NamedTerm[]): Place[] =>
  terms.map(({ body, office }) => ({
    body: { id: body.id, nameZh: body.nameZh, nameEn: body.nameEn },
    office: { id: office.id, nameZh: office.nameZh, nameEn: office.nameEn },
  }))

/** A term as pages show it, beside the other terms that its person holds. */
export const termView = (term: NamedTerm, others: readonly NamedTerm[], today: string): Term => ({
  id: term.id,
  holder: term.holder,
  startsOn: term.startsOn,
  endsOn: term.endsOn,
  endedOn: term.endedOn,
  reason: term.reason,
  overdue: term.endedOn === null && isOver(term, today),
  also: term.endedOn === null ? placesOf(others.filter(({ id }) => id !== term.id)) : [],
})
