import type { CallStage, HowCalled } from './contract.ts'
import { moveCall } from './whistle-stage.rule.ts'

/** One unit's answer to one whistle, as moments. */
export interface Answer {
  readonly how: HowCalled
  readonly stage: CallStage
  /** Null until the whistle has sounded. */
  readonly signDueAt: Temporal.Instant | null
  readonly contactDueAt: Temporal.Instant | null
  readonly reportDueAt: Temporal.Instant | null
  readonly signedAt: Temporal.Instant | null
  readonly contactedAt: Temporal.Instant | null
  /** First report to a place that was not the spot, or could not be told to be. */
  readonly elsewhereAt: Temporal.Instant | null
  readonly arrivedAt: Temporal.Instant | null
  /** The street said that the unit is there. */
  readonly confirmedAt: Temporal.Instant | null
  readonly actedAt: Temporal.Instant | null
  /** The last time that it refused, or where it was invited declined. */
  readonly refusedAt: Temporal.Instant | null
  readonly absentAt: Temporal.Instant | null
  readonly releasedAt: Temporal.Instant | null
}

/** What happens to a call, and when; each is one line of the journal. */
export interface Step {
  readonly kind:
    | 'absent'
    | 'signed'
    | 'contacted'
    | 'arrived'
    | 'arrived_elsewhere'
    | 'confirmed'
    | 'acted'
    | 'refused'
    | 'declined'
    | 'released'
  readonly at: Temporal.Instant
  /** Of a confirmation: when the report was made that it finds true; where there is none, it counts itself. */
  readonly unplacedAt?: Temporal.Instant | null
}

/** What somebody wants to do with a call; `from` is where a unit reports from, as far as can be told. */
export type Deed =
  | { readonly kind: 'sign' | 'contact' | 'refuse' | 'release' }
  /** `unplacedAt`: when it last reported, where nobody can tell from where (`last-report.rule.ts`). */
  | { readonly kind: 'confirm'; readonly unplacedAt: Temporal.Instant | null }
  /** `doneAt`: when it was done, where it is said later; bounded by the call's own story (`late-report.rule.ts`). */
  | { readonly kind: 'act'; readonly doneAt?: Temporal.Instant }
  | { readonly kind: 'arrive'; readonly onTheSpot: boolean; readonly doneAt?: Temporal.Instant }

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0

/** A call after one step. Refuses `whistle_move_not_allowed`. */
export function applyStep(call: Answer, { kind, at, unplacedAt }: Step): Answer {
  const stage = moveCall(call.stage, kind === 'confirmed' ? 'arrived' : kind)
  const next = { ...call, stage }
  switch (kind) {
    case 'absent':
      return { ...next, absentAt: at }
    case 'signed':
      return { ...next, signedAt: call.signedAt ?? at }
    case 'contacted':
      return { ...next, contactedAt: at }
    case 'arrived_elsewhere':
      return { ...next, elsewhereAt: call.elsewhereAt ?? at }
    case 'arrived':
      return { ...next, arrivedAt: at, contactedAt: call.contactedAt ?? at }
    case 'confirmed': {
      // What the street confirms is that the last report was true: it counts from then. One that was found elsewhere
      // was not true; then the street's word counts.
      const arrivedAt = unplacedAt ?? at
      return { ...next, arrivedAt, confirmedAt: at, contactedAt: call.contactedAt ?? arrivedAt }
    }
    case 'acted':
      return { ...next, actedAt: at }
    case 'refused':
    case 'declined':
      return { ...next, refusedAt: at }
    case 'released':
      return { ...next, releasedAt: at }
  }
}

/** Absence, once the deadline has passed unsigned: at the deadline itself, whenever it is written. */
export function absence(call: Answer, now: Temporal.Instant): Step[] {
  const { how, stage, signDueAt } = call
  const missed = how === 'whistled' && stage === 'called' && signDueAt !== null && isAfter(now, signDueAt)
  return missed ? [{ kind: 'absent', at: signDueAt }] : []
}

/**
 * The steps that a deed amounts to, in order: a deadline that passed unsigned is recorded first, so that whoever signs
 * between it and the round of the minute was absent too; who comes without having signed signs by coming.
 */
export function stepsOf(call: Answer, deed: Deed, now: Temporal.Instant): Step[] {
  const before = absence(call, now)
  const { stage } = before.reduce(applyStep, call)
  const at = now
  switch (deed.kind) {
    case 'sign':
      return [...before, { kind: 'signed', at }]
    case 'contact':
      return [...before, { kind: 'contacted', at }]
    case 'arrive': {
      const signs = ['called', 'absent', 'refused', 'declined'].includes(stage)
      // Who signs by coming signs now: the signature is not done on the spot.
      const doneAt = signs ? at : (deed.doneAt ?? at)
      const arrives: Step = { kind: deed.onTheSpot ? 'arrived' : 'arrived_elsewhere', at: doneAt }
      return [...before, ...(signs ? [{ kind: 'signed', at } as const] : []), arrives]
    }
    case 'confirm':
      return [...before, { kind: 'confirmed', at, unplacedAt: deed.unplacedAt }]
    case 'act':
      return [...before, { kind: 'acted', at: deed.doneAt ?? at }]
    case 'refuse':
      return [...before, { kind: call.how === 'invited' ? 'declined' : 'refused', at }]
    case 'release':
      return [...before, { kind: 'released', at }]
  }
}
