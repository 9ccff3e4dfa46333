import type { Area } from '../../areas/contract.ts'
import { type Atlas, atlasOf } from '../../areas/door.ts'
import { mattersEver } from '../../matters/door.ts'
import type { Ctx, District } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'
import { allUnitNames } from './find.sql.ts'
import { plainText } from './grams.rule.ts'
import { initialsOf } from './initials.ts'
import type { Named } from './question.rule.ts'

/** A name by all that people type of it. */
interface Sayings {
  readonly zh: string
  readonly en: string
  readonly initials: string
}

/** More places than these are no place: who means one of them says another word with it. */
const mostPlaces = 200

const latin = /^[a-z]{2,}$/
const shortestEnglish = 3

const isCalled = ({ zh, en, initials }: Sayings, word: string): boolean =>
  zh.includes(word) ||
  (latin.test(word) && (initials.includes(word) || (word.length >= shortestEnglish && en.includes(word))))

const sayingsOf = async ({ nameZh, nameEn }: Pick<Area, 'nameZh' | 'nameEn'>): Promise<Sayings> => ({
  zh: plainText(nameZh),
  en: plainText(nameEn),
  // What parts a name's characters, as in 柳岸小区3栋, does not part their initials.
  initials: (await initialsOf(nameZh)).replaceAll(' ', ''),
})

const inAtlas = new WeakMap<Atlas, Promise<readonly { area: Area; said: Sayings }[]>>()

/** Each standing place with its sayings, made once for each state of the map. */
function placesOf(atlas: Atlas): Promise<readonly { area: Area; said: Sayings }[]> {
  const kept = inAtlas.get(atlas)
  if (kept) return kept
  const areas = atlas.isEmpty ? [] : atlas.below(atlas.district)
  const made = Promise.all(areas.map(async (area) => ({ area, said: await sayingsOf(area) })))
  inAtlas.set(atlas, made)
  return made
}

/** A unit's new name is found within so many milliseconds on every server. */
const unitsKeptMs = 60_000
interface UnitSaid {
  readonly id: string
  readonly said: Sayings
}
const unitsOf = new WeakMap<District, { readonly readAtMs: number; readonly units: readonly UnitSaid[] }>()

async function unitsSaid(ctx: Ctx, tx: Tx): Promise<readonly UnitSaid[]> {
  const kept = unitsOf.get(ctx.district)
  if (kept && performance.now() - kept.readAtMs < unitsKeptMs) return kept.units
  const rows = await allUnitNames(tx)
  const units = await Promise.all(rows.map(async (row) => ({ id: row.id, said: await sayingsOf(row) })))
  unitsOf.set(ctx.district, { readAtMs: performance.now(), units })
  return units
}

/** The places, matters and units that each word names too. */
export async function namedBy(ctx: Ctx, tx: Tx, words: readonly string[]): Promise<Named[]> {
  if (words.length === 0) return []
  const places = await placesOf(await atlasOf(ctx))
  const units = await unitsSaid(ctx, tx)
  const matters = await Promise.all(
    [...(await mattersEver(ctx)).values()].map(async (matter) => ({
      code: matter.code,
      said: await sayingsOf(matter),
    })),
  )
  const called = words.map((word) =>
    places.filter(({ said }) => isCalled(said, word)).map(({ area }) => area),
  )
  return words.map((word, index) => ({
    areaIds: outermost(called[index]!, called.toSpliced(index, 1)),
    matters: matters.flatMap(({ code, said }) =>
      isCalled(said, word) || plainText(code) === word ? [code] : [],
    ),
    unitIds: units.flatMap(({ id, said }) => (isCalled(said, word) ? [id] : [])),
  }))
}

/** The widest of these places; where they are too many, those that lie in a place of another word: 柳岸 3栋. */
function outermost(areas: readonly Area[], others: readonly (readonly Area[])[]): string[] {
  const ids = new Set(areas.map(({ id }) => id))
  const widest = areas.filter(({ path }) => !path.slice(0, -1).some((id) => ids.has(id)))
  if (widest.length <= mostPlaces) return widest.map(({ id }) => id)
  const elsewhere = new Set(others.flat().map(({ id }) => id))
  return widest
    .filter(({ path }) => path.some((id) => elsewhere.has(id)))
    .slice(0, mostPlaces)
    .map(({ id }) => id)
}
