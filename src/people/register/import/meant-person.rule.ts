import { plainName } from '../plain-name.rule.ts'
import type { KnownPerson } from './plan-person.rule.ts'
import type { FilePerson } from './row.rule.ts'

/** Whom a row means: somebody known, somebody new, or one of several about whom a person is asked. */
export interface Meant {
  readonly known: KnownPerson | null
  /** Ids of those whom it may mean; empty where nothing is to be asked. */
  readonly candidates: readonly string[]
}

const mostCandidates = 8

/**
 * By the identity number first: under the same name it is the same person, under another the row is refused
 * (`other_name`). Without it by name and home with birthday or telephone. Whatever only may be is asked.
 */
export function meantPerson(
  said: Pick<FilePerson, 'name' | 'identity' | 'birthDay' | 'phone'>,
  byNumber: KnownPerson | null,
  {
    occupants,
    alike,
  }: { readonly occupants: readonly KnownPerson[]; readonly alike: readonly KnownPerson[] },
): Meant | 'other_name' {
  const name = plainName(said.name)
  const isNamed = ({ person }: KnownPerson) => plainName(person.name ?? '') === name
  if (byNumber) return isNamed(byNumber) ? { known: byNumber, candidates: [] } : 'other_name'
  // Two numbers are two people.
  const mayBe = ({ person }: KnownPerson) => said.identity === null || person.identity === null
  const here = occupants.filter((one) => isNamed(one) && mayBe(one))
  const certain = here.filter(({ person }) => agrees(said, person))
  if (certain.length === 1) return { known: certain[0]!, candidates: [] }
  const saysNothingMore = said.identity === null && said.birthDay === null && said.phone === null
  if (saysNothingMore && here.length === 1) return { known: here[0]!, candidates: [] }
  const ids = new Set(
    [...here, ...alike.filter((one) => isNamed(one) && mayBe(one))].map(({ person }) => person.id),
  )
  return { known: null, candidates: [...ids].slice(0, mostCandidates) }
}

/** The same birthday, or the same telephone where no birthday says otherwise. */
const agrees = (
  said: Pick<FilePerson, 'birthDay' | 'phone'>,
  { birthDay, phone }: KnownPerson['person'],
): boolean =>
  said.birthDay !== null && birthDay !== null
    ? said.birthDay === birthDay
    : said.phone !== null && said.phone === phone
