import { atlasOf } from '../areas/door.ts'
import { boundedMoment } from '../kernel/late-moment.ts'
import { Refusal } from '../kernel/refusal.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import { contentOf } from './checklist.rule.ts'
import { selectLists } from './checklist.sql.ts'
import type { EndRound, RoundEnded } from './contract.ts'
import { roundLine } from './events.ts'
import { kindOf, walkedPlace } from './place.ts'
import { countOf, insertRound, type NewRound, saveItems } from './round.sql.ts'

/**
 * A round was walked: what was looked at, and how each thing stands. Its findings went in as reports of their own, which
 * name their finding as their occasion. A list of another street, or one that does not hold what was looked at, is refused
 * (`checklist_unknown`); one that was replaced meanwhile counts for this round, also where the estate is of another kind since.
 */
export async function endRound(ctx: Ctx, input: EndRound): Promise<RoundEnded> {
  ctx.must('round.walk')
  const atlas = await atlasOf(ctx)
  const area = walkedPlace(atlas, input.areaId)
  ctx.must('round.walk', { path: area.path })
  const now = ctx.clock.now()
  const endedAt = boundedMoment(input.occurredAt, now)
  const saidStart = boundedMoment(input.startedAt, now)
  const startedAt = Temporal.Instant.compare(saidStart, endedAt) > 0 ? endedAt : saidStart
  const estateKind = kindOf(area)
  return actOnce(ctx, input, async (tx) => {
    const lists = await selectLists(tx)
    const named = lists.find(({ id }) => id === input.checklistId)
    if (input.checklistId !== null && !(named && area.path.includes(named.areaId)))
      throw new Refusal('checklist_unknown')
    const list = named ?? null
    const kinds = new Map(contentOf(list, estateKind).items.map(({ code, kind }) => [code, kind]))
    const results = input.results.map((result) => {
      const kind = kinds.get(result.item)
      if (kind === undefined) throw new Refusal('checklist_unknown')
      return { ...result, kind }
    })
    const round: NewRound = {
      id: input.roundId,
      areaId: area.id,
      estateKind,
      checklistId: list?.id ?? null,
      reach: area.path,
      chain: atlas.chainOf(area),
      results,
      startedAt,
      endedAt,
    }
    await insertRound(tx, round)
    await saveItems(tx, round)
    const { areaId, checklistId } = round
    const data = { areaId, estateKind, checklistId, startedAt: iso(startedAt), results }
    const line = { chain: round.chain, subject: round.id, occurredAt: endedAt, data }
    tx.record(roundLine('round.ended', line))
    return {
      roundId: round.id,
      fine: countOf(results, 'fine'),
      found: countOf(results, 'found'),
      absent: countOf(results, 'absent'),
    }
  })
}
