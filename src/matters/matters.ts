import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { keep } from '../platform/kept.ts'
import { answeringWords } from './answering-words.rule.ts'
import type { Matter, PublicMatter } from './contract.ts'
import { type DatedMatter, readMatters } from './matter.sql.ts'

interface Catalogue {
  readonly all: readonly DatedMatter[]
  readonly byCode: ReadonlyMap<string, readonly DatedMatter[]>
}

/** The catalogue in memory; whoever writes matters says `change` first and `forget` after. */
export const keptCatalogue = keep('matters', async (db): Promise<Catalogue> => {
  const all = await readMatters(db)
  return { all, byCode: Map.groupBy(all, ({ matter }) => matter.code) }
})

type Asker = Pick<Ctx, 'clock' | 'district'>

const today = (ctx: Asker): string => dayOf(ctx.clock.now(), ctx.district.timeZone)

const holdsOn = ({ validFrom, validTo }: DatedMatter, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo)

/** The matters that hold today, in order of code. */
export const currentMatters = (ctx: Asker): Promise<Matter[]> => mattersOn(ctx, today(ctx))

/** The matters that held, or will hold, on `day` (YYYY-MM-DD, local), in order of code. */
export async function mattersOn(ctx: Asker, day: string): Promise<Matter[]> {
  const { all } = await keptCatalogue.of(ctx)
  return all.filter((dated) => holdsOn(dated, day)).map(({ matter }) => matter)
}

/** Every matter that holds or held, by code, as it does now or did last: old cases are still named by it. */
export async function mattersEver(ctx: Asker): Promise<ReadonlyMap<string, Matter>> {
  const { byCode } = await keptCatalogue.of(ctx)
  const day = today(ctx)
  return new Map(
    [...byCode].flatMap(([code, dated]) => {
      const last = dated.findLast(({ validFrom }) => validFrom <= day)
      return last ? [[code, last.matter] as const] : []
    }),
  )
}

/**
 * The matter of this code as it held on `day` (YYYY-MM-DD local, today where left out). One that had been retired by
 * then is given as it held last, for open cases of it must still come to their end. Refuses `matter_unknown`.
 */
export async function matterOf(ctx: Asker, code: string, day = today(ctx)): Promise<Matter> {
  const { byCode } = await keptCatalogue.of(ctx)
  const begun = byCode.get(code)?.filter(({ validFrom }) => validFrom <= day)
  const found = begun?.find((dated) => holdsOn(dated, day)) ?? begun?.at(-1)
  if (!found) throw new Refusal('matter_unknown', { matter: code })
  return found.matter
}

/** Looks a matter up as it held on a day; null for a code that never was. */
export type MatterOnDay = (code: string, day: string) => Matter | null

/**
 * The catalogue with its past, for whoever asks often: as `matterOf`, and for a day before a matter's first its first
 * version, since a case that was brought in may be older than the catalogue.
 */
export async function mattersByDay(ctx: Asker): Promise<MatterOnDay> {
  const { byCode } = await keptCatalogue.of(ctx)
  return (code, day) => {
    const rows = byCode.get(code) ?? []
    const begun = rows.filter(({ validFrom }) => validFrom <= day)
    const found = begun.find((dated) => holdsOn(dated, day)) ?? begun.at(-1) ?? rows[0]
    return found?.matter ?? null
  }
}

/** The matter of this code that a new case may be given today. Refuses `matter_unknown`, also for a retired one. */
export async function currentMatter(ctx: Asker, code: string): Promise<Matter> {
  const { byCode } = await keptCatalogue.of(ctx)
  const day = today(ctx)
  const found = byCode.get(code)?.find((dated) => holdsOn(dated, day))
  if (!found) throw new Refusal('matter_unknown', { matter: code })
  return found.matter
}

/** The catalogue as everyone may read it; confidential matters are shown to staff alone. */
export async function listMatters(ctx: Ctx): Promise<PublicMatter[]> {
  const isStaff = ctx.who.kind === 'staff' || ctx.who.kind === 'system'
  const matters = await currentMatters(ctx)
  return matters
    .filter((matter) => isStaff || !matter.confidential)
    .map(({ id: _id, answers, yellowPercent: _percent, keywords: _keywords, ...shown }) => ({
      ...shown,
      answering: isStaff ? answeringWords(answers) : null,
    }))
}

/** One matter with all that the catalogue says, for whoever keeps it. */
export async function readMatter(ctx: Ctx, code: string): Promise<Matter> {
  ctx.must('matter.manage')
  return currentMatter(ctx, code)
}
