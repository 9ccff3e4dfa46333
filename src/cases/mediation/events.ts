import { z } from 'zod'
import { lineWriter } from '../../platform/events.ts'
import { AgreementForm, Cause, Kept, Origin, Outcome, Side, VisitResult } from './contract.ts'

const id = z.uuid()
const day = z.iso.date()
const commits = z.record(z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)).default({})
const party = z.strictObject({ partyId: id, side: Side, consents: z.boolean() })

/** Who the parties are and what they said stands in no line: ids alone, and commitments. */
const mediationEvents = {
  'mediation.opened': z.strictObject({
    caseId: id,
    areaId: id,
    origin: Origin,
    drillId: id.nullable().default(null),
    parties: z.array(party),
    commits,
  }),
  'mediation.party_added': party.extend({ commits }),
  'mediation.consented': z.strictObject({ partyId: id, how: z.enum(['self', 'desk']) }),
  'mediation.mediator_named': z.strictObject({
    mediatorKind: z.enum(['holder', 'account']),
    mediatorId: id,
    chosenBy: z.enum(['committee', 'parties']),
    commits,
  }),
  'mediation.other_asked_for': z.strictObject({ partyId: id, commits }),
  'mediation.said': z.strictObject({ partyId: id, commits }),
  'mediation.session_set': z.strictObject({ sessionId: id, at: z.iso.datetime(), commits }),
  'mediation.session_moved': z.strictObject({ sessionId: id, at: z.iso.datetime(), commits }),
  'mediation.session_cancelled': z.strictObject({ sessionId: id }),
  'mediation.session_held': z.strictObject({ sessionId: id, came: z.array(id), commits }),
  'mediation.danger_noted': z.strictObject({ told: z.enum(['police', 'other', 'nobody']), commits }),
  'mediation.agreed': z.strictObject({
    form: AgreementForm,
    cause: Cause,
    duties: z.array(z.strictObject({ dutyId: id, partyId: id, dueOn: day })),
    commits,
  }),
  /** The draft is not signed: back to the mediator. */
  'mediation.reopened': z.strictObject({}),
  'mediation.signed': z.strictObject({ partyId: id, on: day }),
  'mediation.came_into_force': z.strictObject({
    on: day,
    confirmUntil: day,
    followOn: day,
    copies: z.int(),
    cause: Cause,
  }),
  'mediation.visited': z.strictObject({
    visitId: id,
    on: day,
    result: VisitResult,
    nextOn: day.nullable(),
    commits,
  }),
  'mediation.confirmed': z.strictObject({ on: day }),
  /** With the day from which it was in force. */
  'mediation.closed': z.strictObject({ kept: Kept, cause: Cause, inForceOn: day }),
  'mediation.ended': z.strictObject({ outcome: Outcome, cause: Cause, commits }),
  'mediation.withdrawn': z.strictObject({ commits }),
  /** Its case turned out to be confidential: these areas alone reach it from then on. */
  'mediation.hidden': z.strictObject({ reach: z.array(id) }),
  /** Staff looked at it; once a day each. */
  'mediation.looked_at': z.strictObject({}),
  'mediation.texts_erased': z.strictObject({ partyId: id, texts: z.array(id) }),
} as const

/** Lines go on the chain of the committee's area; those of one mediation are numbered by `seq`, but for looks. */
export const mediationLine = lineWriter(mediationEvents)
