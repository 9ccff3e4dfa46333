import { acceptCase, checkCase, closeCase, replyCase, solveOnTheSpot, takePhoto } from '../../cases/door.ts'
import { actingAs } from '../../people/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { checkIn, endRound, fieldGridDays, fieldRounds } from '../../rounds/door.ts'
import type { Company } from './cast.ts'
import { drawPicture } from './pictures.ts'
import type { PlannedGridDay, PlannedRound, PlannedRounds } from './plan-rounds.ts'
import { requestIdOf } from './request-id.ts'

/** Walks the planned rounds and keeps the last day in the grid, by the grid's worker through the program's use cases. */
export async function tellRounds(
  company: Company,
  { rounds, gridDays }: PlannedRounds,
  now: Temporal.Instant,
): Promise<void> {
  for (const [n, planned] of rounds.entries()) await tellRound(company, planned, n, now)
  for (const planned of gridDays) await tellGridDay(company, planned, now)
}

const worker = ({ district, log, byGrid }: Company, gridCode: string, at: Temporal.Instant): Ctx =>
  actingAs({ district, log, clock: { now: () => at } }, byGrid.get(gridCode)!)

async function tellRound(
  company: Company,
  { estateCode, minutesAgo, absent, found }: PlannedRound,
  n: number,
  now: Temporal.Instant,
): Promise<void> {
  const endedAt = now.subtract({ minutes: minutesAgo })
  const startedAt = endedAt.subtract({ minutes: 45 })
  const ctx = worker(company, estateCode.slice(0, 15), endedAt)
  const areaId = company.places.get(estateCode)!.id
  const { estates, checklists } = await fieldRounds(ctx)
  const estate = estates.find(({ place }) => place.id === areaId)!
  const list = checklists.find(({ estateKind }) => estateKind === estate.estateKind)!
  const findings = new Map(found.map(({ item }) => [item, requestIdOf(`round ${n} found ${item}`)]))
  for (const { item, words } of found) {
    await acceptCase(ctx, {
      requestId: requestIdOf(`round ${n} reports ${item}`),
      ...{ words, areaId, photos: [], notEmergency: false },
      occasion: { kind: 'round', id: findings.get(item)! },
    })
  }
  await endRound(ctx, {
    requestId: requestIdOf(`round ${n} ended`),
    roundId: requestIdOf(`round ${n}`),
    areaId,
    startedAt: startedAt.toString(),
    checklistId: list.id,
    results: list.items.map(({ code: item }) => {
      const findingId = findings.get(item) ?? null
      const state = findingId === null ? (absent.includes(item) ? 'absent' : 'fine') : 'found'
      return { item, state, findingId } as const
    }),
  })
}

/** The 28th of the month before: that of this month may be still to come. */
async function tellGridDay(
  company: Company,
  { gridCode, linkedCame, heard }: PlannedGridDay,
  now: Temporal.Instant,
): Promise<void> {
  const { timeZone } = company.district
  const month = Temporal.PlainDate.from(dayOf(now, timeZone)).subtract({ months: 1 })
  const at = month.with({ day: 28 }).toZonedDateTime({ timeZone, plainTime: '09:20' }).toInstant()
  const ctx = worker(company, gridCode, at)
  const gridId = company.places.get(gridCode)!.id
  const { days } = await fieldGridDays(ctx)
  const day = days.find(({ grid }) => grid.id === gridId)!
  await checkIn(ctx, { requestId: requestIdOf(`grid day ${gridCode} worker`), gridId })
  const linked = day.roster.flatMap(({ who, expected }) => (expected ? (who.holderId ?? []) : []))
  for (const [n, holderId] of linked.slice(0, linkedCame).entries())
    await checkIn(ctx, { requestId: requestIdOf(`grid day ${gridCode} linked ${n}`), gridId, holderId })
  for (const one of heard) await tellHeard(company, ctx, one, { gridId, gridCode, dayId: day.id, at })
}

/** Mended at once by the worker, answered by the community, checked and closed by the centre. */
async function tellHeard(
  { district, log, byUnitCode }: Company,
  ctx: Ctx,
  { words, summary, done, answer }: PlannedGridDay['heard'][number],
  {
    gridId,
    gridCode,
    dayId,
    at,
  }: {
    readonly gridId: string
    readonly gridCode: string
    readonly dayId: string
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const as = (code: string, hours: number): Ctx =>
    actingAs({ district, log, clock: { now: () => at.add({ hours }) } }, byUnitCode.get(code)!)
  const requestId = (what: string) => requestIdOf(`grid day ${gridCode} ${summary} ${what}`)
  const photos = [await takePhoto(ctx, await drawPicture('rubbish', 3, true))]
  const { caseId } = await solveOnTheSpot(ctx, {
    report: {
      requestId: requestId('heard'),
      ...{ words, areaId: gridId, photos: [], notEmergency: false },
      occasion: { kind: 'grid_day', id: dayId },
    },
    ...{ matter: 'SA02', summary, note: done, photos },
  })
  await replyCase(as(`${gridCode.slice(0, 12)}-community`, 1), caseId, {
    requestId: requestId('told'),
    answer,
  })
  await checkCase(as('centre', 30), caseId, { requestId: requestId('checked'), passed: true })
  await closeCase(as('centre', 31), caseId, { requestId: requestId('closed') })
}
