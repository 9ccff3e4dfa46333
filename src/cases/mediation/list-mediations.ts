import { areasFor } from '../../people/door.ts'
import { dayOf, iso } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { type Names, namesFor } from '../names.ts'
import { type SeenCase, selectSeenCases } from '../seen-case.sql.ts'
import { loadSessions, type Session } from './course.sql.ts'
import type { Mediation } from './mediation.sql.ts'
import { countWaiting, selectMediations } from './mediation-list.sql.ts'
import type { MediationPage, MediationQuery, MediationRow, WaitingMediations } from './page.contract.ts'
import { loadParties } from './party.sql.ts'
import { usuallyBy } from './periods.rule.ts'

/** Mediations of the asker's committee: no name and no word of a party stands in a list. */
export async function listMediations(ctx: Ctx, query: MediationQuery): Promise<MediationPage> {
  ctx.must('mediation.conduct')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read(async (tx) => {
    const areas = areasFor(ctx.who, 'mediation.conduct')
    const found = await selectMediations(tx, areas, today, { ...query, limit: query.limit + 1 })
    const shown = found.slice(0, query.limit)
    const ids = shown.map(({ id }) => id)
    const names = await namesFor(ctx, tx, [])
    const cases = await selectSeenCases(
      tx,
      shown.map(({ caseId }) => caseId),
    )
    const wishes = new Set(
      (await loadParties(tx, ids)).flatMap((party) => (party.wantsOther ? [party.mediationId] : [])),
    )
    const sessions = Map.groupBy(await sessionsOf(tx, shown), ({ mediationId }) => mediationId)
    const rows = shown.map((mediation) => ({
      ...headOf(ctx, mediation, names, cases.get(mediation.caseId)),
      nextSessionAt: nextOf(ctx, sessions.get(mediation.id) ?? []),
      wantsOther: wishes.has(mediation.id),
    }))
    return { rows, next: found.length > query.limit ? shown.at(-1)!.id : null }
  })
}

/** Sessions stand in the rooms of their mediations, which whoever sees these rows may open. */
async function sessionsOf(tx: Tx, shown: readonly Mediation[]): Promise<Session[]> {
  const ids = shown.filter(({ stage }) => isTalking(stage)).map(({ id }) => id)
  await tx.widen(...ids)
  return loadSessions(tx, ids)
}

/** How its sessions stand: what was set is called off with the end of the talks. */
export const sessionsIn = ({ stage }: Pick<Mediation, 'stage'>, sessions: readonly Session[]): Session[] =>
  sessions.map((session) =>
    session.stage === 'set' && !isTalking(stage) ? { ...session, stage: 'cancelled' } : session,
  )

const isTalking = (stage: Mediation['stage']): boolean => stage === 'mediating' || stage === 'agreed'

/** The next session that is set and still to come. */
export function nextOf(ctx: Ctx, sessions: readonly Session[]): string | null {
  const now = ctx.clock.now()
  const next = sessions.find(({ stage, at }) => stage === 'set' && Temporal.Instant.compare(at, now) > 0)
  return next ? iso(next.at) : null
}

/** What a row and the page of a mediation both say, but for what hangs on it. */
export const headOf = (
  ctx: Ctx,
  mediation: Mediation,
  names: Names,
  found: SeenCase | undefined,
): Omit<MediationRow, 'nextSessionAt' | 'wantsOther'> => {
  const matter = found ? names.matter(found.matter) : null
  return {
    id: mediation.id,
    stage: mediation.stage,
    origin: mediation.origin,
    place: names.place(mediation.areaId),
    case: found
      ? { id: found.id, number: found.number, matter: matter && { zh: matter.zh, en: matter.en } }
      : null,
    openedAt: iso(mediation.openedAt),
    usuallyBy: usuallyBy(dayOf(mediation.openedAt, ctx.district.timeZone)),
    followOn: mediation.followOn,
    danger: mediation.dangerAt !== null,
    outcome: mediation.outcome,
    kept: mediation.kept,
    practice: mediation.drillId !== null,
  }
}

const BOUND = 100

/** How many mediations wait for the asker's committee. */
export async function countMediations(ctx: Ctx): Promise<WaitingMediations> {
  ctx.must('mediation.conduct')
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const areas = areasFor(ctx.who, 'mediation.conduct')
  return ctx.read(async (tx) => ({ waiting: await countWaiting(tx, areas, today, BOUND), bound: BOUND }))
}
