import { selectSeenCases } from '../cases/door.ts'
import { Refusal } from '../kernel/refusal.ts'
import { mattersEver } from '../matters/door.ts'
import { type UnitBeside, unitsBeside } from '../organisations/door.ts'
import { iso } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import {
  type Assessment,
  type AssessmentQuery,
  type FactPage,
  type FactQuery,
  measuresOf,
  type UnitAssessment,
} from './contract.ts'
import { countBeside, selectFacts } from './fact.sql.ts'
import { may, readAssessed } from './may.ts'
import { countedIn, headOf, todayOf } from './month.ts'
import { noMatter } from './no-matter.contract.ts'
import { scoreShown } from './scores.rule.ts'
import { selectTallies } from './tally.sql.ts'

/** The units in the asker's sight that have facts in a month, by kind and code: in the order of no score. */
export async function readAssessment(ctx: Ctx, query: AssessmentQuery): Promise<Assessment> {
  ctx.must('assessment.see')
  return readAssessed(ctx, async (tx) => {
    const { head, formula } = await headOf(ctx, tx, query.month)
    const tallies = (await selectTallies(tx, countedIn(ctx, head.month, formula))).filter(({ measure }) =>
      measuresOf[query.direction].includes(measure),
    )
    const ofUnit = Map.groupBy(tallies, ({ unitId }) => unitId)
    const units = ofUnit.size === 0 ? [] : await unitsBeside(tx, { ids: [...ofUnit.keys()] })
    const shown = units.filter(({ kind }) => query.kind === undefined || kind === query.kind)
    return {
      head,
      formula,
      units: shown.map((unit) => scoreShown(unit, ofUnit.get(unit.id) ?? [], formula, query.direction)),
    }
  })
}

/** One unit's month both ways. */
export async function readUnitAssessment(
  ctx: Ctx,
  unitId: string,
  month: string | undefined,
): Promise<UnitAssessment> {
  ctx.must('assessment.see')
  return readAssessed(ctx, async (tx) => {
    const unit = await seenUnit(ctx, tx, unitId)
    const { head, formula } = await headOf(ctx, tx, month)
    const counted = { ...countedIn(ctx, head.month, formula), unitId }
    const all = await selectTallies(tx, counted)
    return {
      head,
      unit: { id: unit.id, zh: unit.zh, en: unit.en },
      down: scoreShown(unit, all, formula, 'down'),
      up: scoreShown(unit, all, formula, 'up'),
      ...(await countBeside(tx, counted)),
      mayClaim:
        head.state !== 'final' &&
        todayOf(ctx) <= head.claimsUntil &&
        may(ctx, 'assessment.claim', { units: [unitId] }),
    }
  })
}

/** The unit, of those that the asker may look at. Refuses `not_found` where there is none. */
export async function seenUnit(ctx: Ctx, tx: Tx, unitId: string): Promise<UnitBeside> {
  const [unit] = await unitsBeside(tx, { ids: [unitId] })
  if (!unit) throw new Refusal('not_found', { kind: 'unit' })
  ctx.must('assessment.see', { path: unit.reach, units: unit.path })
  return unit
}

/** The facts behind a unit's month. Of a case that the asker does not see, its fact is shown and nothing of the case. */
export async function listFacts(ctx: Ctx, unitId: string, query: FactQuery): Promise<FactPage> {
  ctx.must('assessment.see')
  const matters = await mattersEver(ctx)
  return readAssessed(ctx, async (tx) => {
    await seenUnit(ctx, tx, unitId)
    const { formula } = await headOf(ctx, tx, query.month)
    const counted = { ...countedIn(ctx, query.month, formula), unitId }
    const asked = { ...query, matters: mattersAsked(query, matters), limit: query.limit + 1 }
    const found = await selectFacts(tx, counted, asked)
    const shown = found.slice(0, query.limit)
    const cases = await selectSeenCases(
      tx,
      shown.map(({ subject }) => subject),
    )
    const rows = shown.map(({ key: _, matter: __, countsAt, dueAt, doneAt, ...fact }) => {
      const seen = cases.get(fact.subject)
      const matter = seen?.matter ? matters.get(seen.matter) : undefined
      return {
        ...fact,
        number: seen?.number ?? null,
        matter: matter ? { code: matter.code, zh: matter.nameZh, en: matter.nameEn } : null,
        mayOpen: seen !== undefined || fact.about === 'whistle',
        countsAt: iso(countsAt),
        dueAt: dueAt && iso(dueAt),
        doneAt: doneAt && iso(doneAt),
      }
    })
    return { rows, next: found.length > query.limit ? shown.at(-1)!.key : null }
  })
}

/** The codes of the matters that are asked for; none where all are. */
function mattersAsked(
  { matter, category }: FactQuery,
  matters: Awaited<ReturnType<typeof mattersEver>>,
): readonly string[] | undefined {
  if (matter === noMatter || category === noMatter) return ['']
  if (matter !== undefined) return [matter]
  if (category === undefined) return undefined
  return [...matters.values()].filter((one) => one.category === category).map(({ code }) => code)
}
