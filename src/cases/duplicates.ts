import { metresBetween } from '../kernel/metres.ts'
import { areasFor } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { alikePercent, likeness, sharedPieces } from './alike.rule.ts'
import type { Case } from './case.sql.ts'
import { loadCase } from './case.sql.ts'
import { selectPhotosOf } from './case-page.sql.ts'
import type { Point } from './contract.ts'
import { type Nearby, selectNear } from './duplicates.sql.ts'
import { namesFor } from './names.ts'
import { nearness } from './near.rule.ts'
import type { Duplicate } from './screening.contract.ts'
import { type CaseText, selectTextsOf } from './text.sql.ts'

/** How far back a duplicate is looked for, and how alike it must be where both lie at one spot. Source: own. */
const daysBack = 30
const leastAlikePercent = 12
const shown = 5

/**
 * Cases that may be the same problem: near in place, time and words. Confidential ones are neither asked for nor
 * offered (Care 3). They are suggested; a person joins.
 */
export async function duplicatesOf(ctx: Ctx, caseId: string): Promise<Duplicate[]> {
  ctx.must('case.screen')
  return ctx.read(async (tx) => {
    const areaIds = areasFor(ctx.who, 'case.screen')
    await tx.narrow(areaIds)
    const found = await loadCase(tx, caseId)
    ctx.must('case.screen', { path: found.reach, units: found.units })
    return found.confidential
      ? []
      : describe(ctx, tx, found, await rank(tx, found, { areaIds, units: ctx.who.units }))
  })
}

/** A case that is near, weighed. */
interface Near {
  readonly row: Case
  readonly words: string
  readonly summary: string
  readonly alikePercent: number
  readonly shared: readonly string[]
  readonly metres: number | null
}

async function rank(tx: Tx, found: Case, seen: Nearby['seen']): Promise<Near[]> {
  const near = await nearby(tx, found, seen)
  const texts = Map.groupBy(
    await selectTextsOf(tx, [found.id, ...near.map((row) => row.id)], ['words', 'summary', 'point']),
    (text) => text.subject,
  )
  const own = texts.get(found.id) ?? []
  const said = bodyOf(own, 'words')
  const wordsOf = (row: Case) => bodyOf(texts.get(row.id) ?? [], 'words')
  const likenesses = likeness(said, near.map(wordsOf))
  return near
    .map((row, index) => {
      const theirs = texts.get(row.id) ?? []
      const words = wordsOf(row)
      const metres = apart(own, theirs)
      const fits = nearness(found, row, metres)
      const percent = alikePercent(said, words)
      return {
        likeness: likenesses[index]! * fits,
        isAlike: percent * fits >= leastAlikePercent,
        near: { row, words, summary: bodyOf(theirs, 'summary'), alikePercent: percent, metres },
      }
    })
    .filter(({ isAlike }) => isAlike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, shown)
    .map(({ near: one }) => ({ ...one, shared: sharedPieces(said, one.words) }))
}

/**
 * Open cases of the same community. Where the asker sees all of that, the policy is asked for it alone: its index then reads
 * a community's open cases, and not a district's.
 */
async function nearby(tx: Tx, found: Case, seen: Nearby['seen']): Promise<Case[]> {
  const since = found.acceptedAt.subtract({ hours: daysBack * 24 })
  const above = found.path.slice(0, 3)
  const place = above.at(-1)!
  const isWithin = above.some((id) => seen.areaIds.includes(id))
  if (isWithin) await tx.narrow([place])
  const near = await selectNear(tx, found, { place, since, seen })
  if (isWithin) await tx.narrow(seen.areaIds)
  return near
}

/** What a person needs to see two reports beside each other. */
async function describe(ctx: Ctx, tx: Tx, found: Case, near: readonly Near[]): Promise<Duplicate[]> {
  const names = await namesFor(
    ctx,
    tx,
    near.map(({ row }) => row.leadUnitId),
  )
  const photos = Map.groupBy(
    await selectPhotosOf(
      tx,
      near.map(({ row }) => row.id),
    ),
    (photo) => photo.caseId,
  )
  return near.map(({ row, words, summary, shared, ...weighed }) => ({
    ...weighed,
    shared: [...shared],
    id: row.id,
    number: row.number,
    stage: row.stage,
    matter: names.matter(row.matter),
    unit: names.unit(row.leadUnitId),
    place: names.place(row.areaId),
    words: words || null,
    summary: summary || words.slice(0, 60),
    photos: (photos.get(row.id) ?? []).map((photo) => photo.fileId),
    acceptedAt: iso(row.acceptedAt),
    hoursApart: Math.floor(Math.abs(found.acceptedAt.until(row.acceptedAt).total('hours'))),
  }))
}

const bodyOf = (texts: readonly CaseText[], kind: string): string =>
  texts.findLast((text) => text.kind === kind)?.body ?? ''

function apart(own: readonly CaseText[], theirs: readonly CaseText[]): number | null {
  const [a, b] = [pointIn(own), pointIn(theirs)]
  return a && b ? Math.round(metresBetween(a, b)) : null
}

function pointIn(texts: readonly CaseText[]): Point | null {
  const [lon, lat] = bodyOf(texts, 'point').split(',').map(Number)
  return lon !== undefined && lat !== undefined ? { lon, lat } : null
}
