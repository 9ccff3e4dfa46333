import { randomUUID } from 'node:crypto'
import { newId } from '../../kernel/ids.ts'
import { mattersEver } from '../../matters/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { actOnCase } from '../act.ts'
import { line } from '../events.ts'
import { loadStories, loadStory, type StoryRow } from '../story.sql.ts'
import { selectTextsOf } from '../text.sql.ts'
import { selectAlike, selectPrints, selectResolvedBy } from './evidence.sql.ts'
import { insertFlags, selectMarked } from './flag.sql.ts'
import { type Found, lastMinute, looksAt, wasVisited, withSameWords } from './flags.rule.ts'
import { bandsOf, isSamePicture } from './print.rule.ts'
import { printPhotos } from './prints.ts'

/** So many of a unit's other cases are compared, the newest first. */
const compared = 500

/**
 * Looks at a resolution, an answer or a reopening (the line `seq` of a case) for what a person should see, and marks it.
 * The program does it, following the journal; run again it marks nothing twice. Returns how many marks it made.
 */
export async function flagClosing(system: Ctx, caseId: string, seq: number): Promise<number> {
  await printPhotos(system, caseId)
  const found = await system.read((tx) => look(system, tx, caseId, seq))
  if (found.length === 0) return 0
  let made = 0
  await actOnCase(
    system,
    'case.press',
    caseId,
    { requestId: randomUUID() },
    async (before, { tx, next, at }) => {
      const marked = await selectMarked(tx, caseId)
      const fresh = found
        .filter((one) => !marked.some(({ aboutSeq, kind }) => aboutSeq === one.aboutSeq && kind === one.kind))
        .map((one) => ({ ...one, id: newId(at.epochMilliseconds) }))
      if (fresh.length > 0) await insertFlags(tx, before, fresh, at)
      made = fresh.length
      return {
        change: {},
        lines: fresh.map(({ id, unitId, kind, aboutSeq, amount }) =>
          line('case.closing_flagged', {
            ...next(),
            data: { flagId: id, unitId, kind, matter: before.matter ?? '', aboutSeq, amount },
          }),
        ),
      }
    },
  )
  return made
}

async function look(system: Ctx, tx: Tx, caseId: string, seq: number): Promise<Found[]> {
  const story = await loadStory(tx, caseId)
  const told = story.find((one) => one.seq === seq)
  // What comes to the program long afterwards, as after a restore, is nobody's work of today.
  const oldest = system.clock.now().subtract({ hours: looksAt.atMostDays * 24 })
  if (!told || Temporal.Instant.compare(told.recordedAt, oldest) < 0) return []
  // What a desk found hollow is a person's finding already.
  if (told.kind === 'case.reopened')
    return told.data.because === 'found_hollow' ? [] : reopenedLate(story, seq)
  if (told.kind === 'case.replied') return sameAnswer(tx, story, told)
  if (told.kind !== 'case.resolved') return []
  const unitId = typeof told.data.unitId === 'string' ? told.data.unitId : null
  const about = { unitId, aboutSeq: seq }
  return [
    ...(await notVisited(system, story, told, unitId)),
    ...(await samePhoto(tx, told)).map((one) => ({ ...about, ...one })),
    ...(unitId === null ? [] : await sameWords(tx, told, unitId, 'note')).map((one) => ({
      ...about,
      ...one,
    })),
    ...(unitId === null ? [] : await manyAtOnce(tx, told, unitId)).map((one) => ({ ...about, ...one })),
  ]
}

type Part = Pick<Found, 'kind' | 'amount' | 'otherCaseId'>

function reopenedLate(story: readonly StoryRow[], seq: number): Found[] {
  const late = lastMinute(story, seq)
  if (!late) return []
  const { line: resolved, minutes } = late
  const unitId = typeof resolved.data.unitId === 'string' ? resolved.data.unitId : null
  return [{ kind: 'last_minute', unitId, aboutSeq: resolved.seq, amount: minutes, otherCaseId: null }]
}

/** A matter that asks for a photograph of the result asks for somebody who stands before it. */
async function notVisited(
  system: Ctx,
  story: readonly StoryRow[],
  told: StoryRow,
  unitId: string | null,
): Promise<Found[]> {
  const needs = (await mattersEver(system)).get(String(told.data.matter))?.evidence.photo ?? false
  if (unitId === null || !needs || wasVisited(story, told.seq)) return []
  return [{ kind: 'no_visit', unitId, aboutSeq: told.seq, amount: 0, otherCaseId: null }]
}

/** Against other cases' photographs, and against what the reporter sent and what an earlier resolution showed. */
async function samePhoto(tx: Tx, told: StoryRow): Promise<Part[]> {
  const shown = new Set(Object.keys((told.data.commits ?? {}) as object))
  const own = await selectPrints(tx, told.subject)
  const evidence = own.filter(({ fileId }) => shown.has(fileId))
  if (evidence.length === 0) return []
  const until = evidence[0]!.addedAt
  const earlier = own.filter(
    ({ purpose, addedAt }) =>
      purpose === 'report' || (purpose === 'evidence' && Temporal.Instant.compare(addedAt, until) < 0),
  )
  const again = evidence.some((one) => earlier.some((other) => isSamePicture(one, other)))
  const alike = await selectAlike(
    tx,
    told.subject,
    evidence.map(({ sha256 }) => sha256),
    evidence.flatMap(({ print }) => bandsOf(print)),
    until,
  )
  const others = new Set(
    alike.filter((other) => evidence.some((one) => isSamePicture(one, other))).map(({ caseId }) => caseId),
  )
  if (!again && others.size === 0) return []
  const otherCaseId = [...others][0] ?? told.subject
  return [{ kind: 'same_photo', amount: others.size, otherCaseId }]
}

/** What a unit wrote, or a desk answered for it, against its other cases of the last weeks. Nothing of it is kept. */
async function sameWords(tx: Tx, told: StoryRow, unitId: string, kind: 'note' | 'answer'): Promise<Part[]> {
  const ids = new Set(Object.keys((told.data.commits ?? {}) as object))
  const own = (await selectTextsOf(tx, [told.subject], [kind])).find((text) => ids.has(text.id))
  if (!own?.body) return []
  const to = told.occurredAt
  const from = to.subtract({ hours: looksAt.sameWordsDays * 24 })
  const caseIds = await selectResolvedBy(tx, unitId, { from, to, not: told.subject }, compared)
  const texts = await selectTextsOf(tx, caseIds, [kind])
  const others = texts.flatMap(({ subject, body }) => (body === null ? [] : [{ subject, words: body }]))
  const same = [...new Set(withSameWords(own.body, others).map(({ subject }) => subject))]
  if (same.length < looksAt.sameWordsCases) return []
  return [{ kind: 'same_words', amount: same.length, otherCaseId: same[0]! }]
}

/** A desk's answer is no unit's work: it is compared with those of the lead unit's cases, and marked as nobody's. */
async function sameAnswer(tx: Tx, story: readonly StoryRow[], told: StoryRow): Promise<Found[]> {
  const resolved = story.findLast(
    ({ kind, data }) => kind === 'case.resolved' && typeof data.unitId === 'string',
  )
  if (!resolved) return []
  const found = await sameWords(tx, told, String(resolved.data.unitId), 'answer')
  return found.map((one) => ({ ...one, unitId: null, aboutSeq: told.seq }))
}

/** One account resolves many cases of its unit within minutes: each from so many on is marked. */
async function manyAtOnce(tx: Tx, told: StoryRow, unitId: string): Promise<Part[]> {
  const to = told.occurredAt
  const from = to.subtract({ minutes: looksAt.manyMinutes })
  const caseIds = await selectResolvedBy(tx, unitId, { from, to, not: told.subject }, compared)
  if (caseIds.length + 1 < looksAt.manyCases) return []
  const stories = await loadStories(tx, caseIds)
  const byThem = caseIds.filter((id) =>
    stories
      .get(id)
      ?.some(
        ({ kind, actor, occurredAt }) =>
          kind === 'case.resolved' && actor === told.actor && Temporal.Instant.compare(occurredAt, from) > 0,
      ),
  )
  if (byThem.length + 1 < looksAt.manyCases) return []
  return [{ kind: 'many_at_once', amount: byThem.length + 1, otherCaseId: null }]
}
