import { atlasOf } from '../areas/door.ts'
import { selectSeenCases } from '../cases/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { unitsBeside } from '../organisations/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { commitsOf, insertTexts, seal } from '../platform/sealed-text.ts'
import { insertClaim, loadClaim, saveDecision, selectClaims } from './claim.sql.ts'
import type { ClaimPage, ClaimQuery, DecideClaim, FileClaim, Filed } from './contract.ts'
import { assessmentLine } from './events.ts'
import { mustHaveFacts } from './fact.sql.ts'
import { may, readAssessed } from './may.ts'
import { headOf, todayOf } from './month.ts'
import { seenUnit } from './see-assessment.ts'

/**
 * A unit asks that a case be taken out of its month (考核剔除), or objects to its score (异议), until the month's day for
 * claims. Refuses `assessment_month_final`, `assessment_claims_over`, `assessment_subject_unfit`, `assessment_claimed_already`.
 */
export async function fileClaim(ctx: Ctx, input: FileClaim): Promise<Filed> {
  ctx.must('assessment.claim', { units: [input.unitId] })
  const { district } = await atlasOf(ctx)
  return actOnce(ctx, input, async (tx) => {
    const { kind, unitId, month } = input
    const subjects = [...new Set(input.subjects)]
    const unit = await seenUnit(ctx, tx, unitId)
    const { head } = await headOf(ctx, tx, month)
    if (head.state === 'final') throw new Refusal('assessment_month_final', { month })
    if (todayOf(ctx) > head.claimsUntil)
      throw new Refusal('assessment_claims_over', { until: head.claimsUntil })
    await mustHaveFacts(tx, { month, unitId, subjects })
    const filedAt = ctx.clock.now()
    const id = newId(filedAt.epochMilliseconds)
    const { reach, path: units } = unit
    const words = seal(ctx, { subject: id, kind: 'assessment_claim', body: input.words })
    await insertTexts(tx, [words], { reach, units, accountId: null, receiptHash: null })
    await insertClaim(tx, { id, kind, unitId, month, subjects, filedAt, reach, units, wordsId: words.id })
    const data = { kind, unitId, month, subjects, commits: commitsOf([words]) }
    const line = { chain: district.id, subject: id, occurredAt: filedAt, data }
    tx.record(assessmentLine('assessment.claimed', line))
    return { id }
  })
}

/**
 * The centre decides a claim, and says of what it names which is taken out of the unit's month. Refuses
 * `assessment_claim_decided`, `assessment_month_final`, `assessment_subject_unfit`.
 */
export async function decideClaim(ctx: Ctx, id: string, input: DecideClaim): Promise<Filed> {
  ctx.must('assessment.decide')
  const { district } = await atlasOf(ctx)
  const whole = { ...input, id, act: 'decide' }
  return actOnce(ctx, whole, async (tx) => {
    const claim = await loadClaim(tx, id)
    const { unitId, month, reach, units } = claim
    const { head } = await headOf(ctx, tx, month)
    if (head.state === 'final') throw new Refusal('assessment_month_final', { month })
    const { granted } = input
    const takenOut = [...new Set(input.takenOut)]
    const fits =
      takenOut.every((subject) => claim.subjects.includes(subject)) &&
      (granted ? claim.kind === 'objection' || takenOut.length === 1 : takenOut.length === 0)
    if (!fits) throw new Refusal('assessment_subject_unfit', { field: 'takenOut' })
    const text = seal(ctx, { subject: id, kind: 'assessment_decision', body: input.words })
    await insertTexts(tx, [text], { reach, units, accountId: null, receiptHash: null })
    const occurredAt = ctx.clock.now()
    await saveDecision(tx, id, { at: occurredAt, granted, takenOut, textId: text.id })
    const data = { unitId, month, granted, takenOut, commits: commitsOf([text]) }
    const line = { chain: district.id, subject: id, occurredAt, data }
    tx.record(assessmentLine('assessment.claim_decided', line))
    return { id }
  })
}

/** Claims of the units in the asker's sight, the newest first, each with what was decided. */
export async function listClaims(ctx: Ctx, query: ClaimQuery): Promise<ClaimPage> {
  ctx.must('assessment.see')
  return readAssessed(ctx, async (tx) => {
    const found = await selectClaims(tx, { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const units = await unitsBeside(tx, { ids: shown.map(({ unitId }) => unitId) })
    const nameOf = new Map(units.map(({ id, zh, en }) => [id, { id, zh, en }]))
    const cases = await selectSeenCases(
      tx,
      shown.flatMap(({ subjects }) => subjects),
    )
    const named = (ids: readonly string[]) =>
      ids.map((subject) => ({ subject, number: cases.get(subject)?.number ?? null }))
    const rows = shown.map(({ unitId, reach: _, units: __, filedAt, decidedAt, ...claim }) => ({
      ...claim,
      unit: nameOf.get(unitId)!,
      subjects: named(claim.subjects),
      takenOut: named(claim.takenOut),
      filedAt: iso(filedAt),
      decidedAt: decidedAt && iso(decidedAt),
      mayDecide: decidedAt === null && may(ctx, 'assessment.decide'),
    }))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}
