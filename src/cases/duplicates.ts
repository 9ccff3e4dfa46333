import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import { alikePercent, metresBetween } from './alike.rule.ts'
import type { Case } from './case.sql.ts'
import { loadCase } from './case.sql.ts'
import type { Point } from './contract.ts'
import { selectNear } from './duplicates.sql.ts'
import type { Duplicate } from './story.contract.ts'
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
    const found = await loadCase(tx, caseId)
    ctx.must('case.screen', { path: found.reach, units: found.units })
    return found.confidential ? [] : rank(tx, found)
  })
}

async function rank(tx: Tx, found: Case): Promise<Duplicate[]> {
  const near = await selectNear(tx, found, found.acceptedAt.subtract({ hours: daysBack * 24 }))
  const texts = Map.groupBy(
    await selectTextsOf(tx, [found.id, ...near.map((row) => row.id)], ['words', 'summary', 'point']),
    (text) => text.subject,
  )
  const own = texts.get(found.id) ?? []
  const words = bodyOf(own, 'words')
  return near
    .map((row) => {
      const theirs = texts.get(row.id) ?? []
      return {
        id: row.id,
        number: row.number,
        stage: row.stage,
        summary: bodyOf(theirs, 'summary') || bodyOf(theirs, 'words').slice(0, 60),
        acceptedAt: iso(row.acceptedAt),
        alikePercent: alikePercent(words, bodyOf(theirs, 'words')),
        metres: apart(own, theirs),
      }
    })
    .filter((row) => row.alikePercent >= leastAlikePercent)
    .sort((a, b) => b.alikePercent - a.alikePercent || (a.metres ?? Infinity) - (b.metres ?? Infinity))
    .slice(0, shown)
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
