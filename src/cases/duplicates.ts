import { metresBetween } from '../kernel/metres.ts'
import { areasFor } from '../people/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { alikePercent, sharedPieces } from './alike.rule.ts'
import type { Case } from './case.sql.ts'
import { loadCase } from './case.sql.ts'
import { selectPhotosOf } from './case-page.sql.ts'
import type { Point } from './contract.ts'
import { selectNear } from './duplicates.sql.ts'
import { namesFor } from './names.ts'
import type { Duplicate } from './screening.contract.ts'
import { type CaseText, selectTextsOf } from './text.sql.ts'

/** How far back a duplicate is looked for, and how alike it must be. Source: own. */
const daysBack = 30
const leastAlikePercent = 25
const shown = 5

/**
 * Cases that may be the same problem: near in place, time and words. Confidential ones are neither asked for nor
 * offered (Care 3). They are suggested; a person joins.
 */
export async function duplicatesOf(ctx: Ctx, caseId: string): Promise<Duplicate[]> {
  ctx.must('case.screen')
  return ctx.read(async (tx) => {
    await tx.narrow(areasFor(ctx.who, 'case.screen'))
    const found = await loadCase(tx, caseId)
    ctx.must('case.screen', { path: found.reach, units: found.units })
    return found.confidential ? [] : describe(ctx, tx, found, await rank(tx, found))
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

async function rank(tx: Tx, found: Case): Promise<Near[]> {
  const near = await selectNear(tx, found, found.acceptedAt.subtract({ hours: daysBack * 24 }))
  const texts = Map.groupBy(
    await selectTextsOf(tx, [found.id, ...near.map((row) => row.id)], ['words', 'summary', 'point']),
    (text) => text.subject,
  )
  const own = texts.get(found.id) ?? []
  const said = bodyOf(own, 'words')
  return near
    .map((row) => {
      const theirs = texts.get(row.id) ?? []
      const words = bodyOf(theirs, 'words')
      return {
        row,
        words,
        summary: bodyOf(theirs, 'summary'),
        alikePercent: alikePercent(said, words),
        metres: apart(own, theirs),
      }
    })
    .filter((one) => one.alikePercent >= leastAlikePercent)
    .sort((a, b) => b.alikePercent - a.alikePercent || (a.metres ?? Infinity) - (b.metres ?? Infinity))
    .slice(0, shown)
    .map((one) => ({ ...one, shared: sharedPieces(said, one.words) }))
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
