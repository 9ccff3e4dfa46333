import type { MediationToTell } from '../cases/door.ts'
import type { PostKind } from '../people/contract.ts'
import type { JournalLine } from '../platform/follower.ts'
import type { Notice, NoticeKind } from './contract.ts'
import type { Telling } from './telling.rule.ts'

/** The desks of committees: of communities, and of streets where a street's mediates (人民调解法 2010-08-28, 第八、三十四条). */
const deskKinds: readonly PostKind[] = ['community_desk', 'street_desk']

/** What every party hears of a line. */
const toParties: ReadonlyMap<string, NoticeKind> = new Map([
  ['mediation.mediator_named', 'own_mediation_mediator'],
  ['mediation.session_set', 'own_mediation_session'],
  ['mediation.session_moved', 'own_mediation_session_moved'],
  ['mediation.session_cancelled', 'own_mediation_session_off'],
  ['mediation.agreed', 'own_mediation_to_sign'],
  ['mediation.reopened', 'own_mediation_redrafted'],
  ['mediation.came_into_force', 'own_mediation_in_force'],
  ['mediation.visited', 'own_mediation_unkept'],
  ['mediation.confirmed', 'own_mediation_confirmed'],
  ['mediation.closed', 'own_mediation_closed'],
  ['mediation.ended', 'own_mediation_ended'],
  ['mediation.withdrawn', 'own_mediation_ended'],
])

/** What the desk that conducts it hears of what a party did. */
const toDesk: ReadonlyMap<string, NoticeKind> = new Map([
  ['mediation.opened', 'mediation_requested'],
  ['mediation.consented', 'mediation_consented'],
  ['mediation.other_asked_for', 'mediation_other_asked'],
  ['mediation.said', 'mediation_said'],
  ['mediation.ended', 'mediation_refused'],
  ['mediation.withdrawn', 'mediation_left'],
])

/** Lines about a mediation of which somebody is told. */
export const mediationKinds: ReadonlySet<string> = new Set([...toParties.keys(), ...toDesk.keys()])

/**
 * What a line of a mediation is told: to each party with an account, and to the desk that conducts it; to no neighbour,
 * street or centre. Neither names nor words are in it, and not the case.
 */
export const mediationTellings = (line: JournalLine, mediation: MediationToTell): Telling[] => [
  ...tellDesk(line, mediation),
  ...tellParties(line, mediation),
]

function tellDesk({ kind, subject, data }: JournalLine, { areaId, hidden, practice }: MediationToTell) {
  const said = saysToDesk(kind, data)
  if (said === null || hidden) return []
  const audience = { to: 'posts', kinds: deskKinds, unitIds: [], areaIds: [areaId] } as const
  return [{ ...one(said, { mediationId: subject, ...practised(practice) }), audience }]
}

/** What a party did by the desk's hand the desk knows; of an end without a party's wish too. */
function saysToDesk(kind: string, { origin, how, outcome }: JournalLine['data']): NoticeKind | null {
  if (kind === 'mediation.opened' && origin !== 'party') return null
  if (kind === 'mediation.consented' && how !== 'self') return null
  if (kind === 'mediation.ended' && outcome !== 'refused')
    return outcome === 'ended_by_party' ? 'mediation_left' : null
  return toDesk.get(kind) ?? null
}

function tellParties(line: JournalLine, { parties, practice }: MediationToTell): Telling[] {
  const { kind, subject, data, occurredAt } = line
  // What is asked of a party is told to those who have not said yes.
  const asked = kind === 'mediation.opened' ? askedIn(data) : null
  const said = asked === null ? saysToParties(kind, data) : 'own_mediation_asked'
  if (said === null) return []
  const at: Notice['facts'] = typeof data.at === 'string' ? { at: data.at } : {}
  return parties.flatMap(({ id: partyId, accountId, since }): Telling[] => {
    const isLater = since !== null && Temporal.Instant.compare(occurredAt, since) >= 0
    if (accountId === null || !isLater || asked?.has(partyId) === false) return []
    const facts = { mediationId: subject, partyId, ...at, ...practised(practice) }
    return [{ ...one(said, facts), audience: { to: 'reporter', accountId } }]
  })
}

/** What was agreed by mouth needs no signature; of a visit only what was not kept is news. */
function saysToParties(kind: string, { form, result }: JournalLine['data']): NoticeKind | null {
  if (kind === 'mediation.agreed' && form !== 'written') return null
  if (kind === 'mediation.visited' && result !== 'not_kept' && result !== 'partly') return null
  return toParties.get(kind) ?? null
}

const askedIn = (data: JournalLine['data']): ReadonlySet<string> => {
  const named = data.parties as unknown as readonly { readonly partyId: string; readonly consents: boolean }[]
  return new Set(named.filter(({ consents }) => !consents).map(({ partyId }) => partyId))
}

const practised = (practice: boolean): Notice['facts'] => (practice ? { practice } : {})
const one = (kind: NoticeKind, facts: Notice['facts']) => ({ kind, caseId: null, facts, confidential: false })
