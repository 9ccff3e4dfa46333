import { z } from 'zod'
import { AgreementForm, Cause, Kept, MediationStage, Origin, Outcome, Side, VisitResult } from './contract.ts'

const Name = z.object({ zh: z.string(), en: z.string() })
const Place = z.object({ areaId: z.uuid(), names: z.array(Name) })
const moment = z.iso.datetime()
const day = z.iso.date()
/** Words, or null where they were erased. */
const words = z.string().nullable()

/** What the committee may do next with a mediation; who asks is shown no more than that. */
export const MediationAct = z.enum([
  'add_party',
  'take_consent',
  'name_mediator',
  'set_session',
  'agree',
  'reopen',
  'sign',
  'force',
  'visit',
  'confirmed',
  'warn',
  'end',
])
export type MediationAct = z.infer<typeof MediationAct>
/** What a party may do. */
export const OwnMediationAct = z.enum(['consent', 'say', 'ask_other', 'leave'])
export type OwnMediationAct = z.infer<typeof OwnMediationAct>

const list = z.enum(['mine', 'open', 'watched', 'over', 'all'])
export const MediationQuery = z.strictObject({
  list: list.default('all'),
  caseId: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type MediationQuery = z.infer<typeof MediationQuery>
/** What stands in a list says nobody's name and nothing that was said. */
export const MediationRow = z.object({
  id: z.uuid(),
  stage: MediationStage,
  origin: Origin,
  place: Place,
  case: z.object({ id: z.uuid(), number: z.string(), matter: Name.nullable() }).nullable(),
  openedAt: moment,
  /** The day by which it is usually through. */
  usuallyBy: day,
  nextSessionAt: moment.nullable(),
  followOn: day.nullable(),
  /** May escalate. */
  danger: z.boolean(),
  /** A party asked for another mediator. */
  wantsOther: z.boolean(),
  outcome: Outcome.nullable(),
  kept: Kept.nullable(),
  practice: z.boolean(),
})
export type MediationRow = z.infer<typeof MediationRow>
export const MediationPage = z.object({ rows: z.array(MediationRow), next: z.uuid().nullable() })
export type MediationPage = z.infer<typeof MediationPage>
export const WaitingMediations = z.object({ waiting: z.int(), bound: z.int() })
export type WaitingMediations = z.infer<typeof WaitingMediations>

const PartyView = z.object({
  id: z.uuid(),
  side: Side,
  isReporter: z.boolean(),
  name: words,
  phone: words,
  consentedAt: moment.nullable(),
  consentHow: z.enum(['self', 'desk']).nullable(),
  signedOn: day.nullable(),
  wantsOther: z.boolean(),
  /** What it said in private, and what it wished, the oldest first. */
  said: z.array(z.object({ at: moment, words, what: z.enum(['said', 'wish', 'reason']) })),
})
const SessionView = z.object({
  id: z.uuid(),
  stage: z.enum(['set', 'held', 'cancelled']),
  at: moment,
  place: words,
})
const DutyView = z.object({ id: z.uuid(), words, dueOn: day })
const Agreement = z.object({
  form: AgreementForm,
  facts: words,
  terms: words,
  agreedAt: moment,
})
/** A law that names a period. */
const Basis = z.object({ law: z.string(), article: z.string(), date: day })

/** A mediation as the committee that conducts it sees it. */
export const MediationView = MediationRow.extend({
  about: words,
  other: words,
  parties: z.array(PartyView),
  mediator: z.object({ name: words, chosenBy: z.enum(['committee', 'parties']) }).nullable(),
  /** Who may be named: holders of offices in the committee's area. */
  mediators: z.array(z.object({ holderId: z.uuid(), name: z.string(), body: Name, office: Name })),
  sessions: z.array(SessionView.extend({ came: z.array(z.uuid()), record: words })),
  agreement: Agreement.extend({ duties: z.array(DutyView.extend({ partyId: z.uuid() })) }).nullable(),
  cause: Cause.nullable(),
  causes: z.array(Cause),
  inForceOn: day.nullable(),
  confirmUntil: day.nullable(),
  confirmedOn: day.nullable(),
  usualBasis: Basis,
  confirmBasis: Basis.extend({ days: z.int() }),
  visits: z.array(
    z.object({ id: z.uuid(), visitedOn: day, result: VisitResult, words, nextOn: day.nullable() }),
  ),
  dangers: z.array(z.object({ at: moment, told: z.enum(['police', 'other', 'nobody']), words })),
  reason: words,
  timeline: z.array(z.object({ seq: z.int(), at: moment, kind: z.string(), partyId: z.uuid().nullable() })),
  looks: z.array(z.object({ accountId: z.uuid(), name: z.string(), lastOn: day, days: z.int() })),
  can: z.array(MediationAct),
})
export type MediationView = z.infer<typeof MediationView>

/** A mediation as one of its parties sees it: itself, what all share, and nothing of what another said. */
export const OwnMediation = z.object({
  id: z.uuid(),
  stage: MediationStage,
  origin: Origin,
  place: Place,
  caseId: z.uuid(),
  openedAt: moment,
  usuallyBy: day,
  own: PartyView.omit({ isReporter: true }),
  mediator: words,
  sessions: z.array(SessionView),
  agreement: Agreement.extend({ duties: z.array(DutyView.extend({ own: z.boolean() })) }).nullable(),
  inForceOn: day.nullable(),
  confirmUntil: day.nullable(),
  confirmedOn: day.nullable(),
  kept: Kept.nullable(),
  outcome: Outcome.nullable(),
  can: z.array(OwnMediationAct),
})
export type OwnMediation = z.infer<typeof OwnMediation>
export const OwnMediationQuery = z.strictObject({
  caseId: z.uuid().optional(),
  /** Id of the last mediation that was shown. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type OwnMediationQuery = z.infer<typeof OwnMediationQuery>
/** The newest first. A page may be shorter than was asked: of a mediation that forgot its party nothing is shown. */
export const OwnMediations = z.object({ rows: z.array(OwnMediation), next: z.uuid().nullable() })
export type OwnMediations = z.infer<typeof OwnMediations>
