import { createHash } from 'node:crypto'
import { findAnswering } from '../../organisations/door.ts'
import { actingAs, actingAsClient } from '../../people/door.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { hashReceiptCode } from '../../platform/receipt-code.ts'
import type { PlannedCase } from './plan-cases.ts'

/** An account as it acts in the demonstration. */
export type Actor = Parameters<typeof actingAs>[1]

/** The map as the demonstration's cases need it: areas by code, with their ids from the district down. */
export type PlaceByCode = ReadonlyMap<
  string,
  { readonly id: string; readonly path: readonly string[]; readonly placeCode: string }
>

/** Everybody who may act, by what they are found by. */
export interface Company {
  readonly district: Ctx['district']
  readonly log: Ctx['log']
  readonly places: PlaceByCode
  readonly byUnit: ReadonlyMap<string, Actor>
  readonly byUnitCode: ReadonlyMap<string, Actor>
  readonly byGrid: ReadonlyMap<string, Actor>
  /** Heads of units, by the unit's code. */
  readonly heads: ReadonlyMap<string, Actor>
  readonly residents: readonly Actor[]
}

/** Those who act in one case, each at a moment of their own. */
export interface Cast {
  readonly desk: (at: Temporal.Instant) => Ctx
  readonly street: (at: Temporal.Instant) => Ctx
  readonly centre: (at: Temporal.Instant) => Ctx
  readonly worker: (at: Temporal.Instant) => Ctx
  readonly unit: (unitId: string, at: Temporal.Instant) => Ctx
  /** Whoever reported; a receipt code opens the case to somebody without an account. */
  readonly reporter: (at: Temporal.Instant, receiptCode?: string) => Ctx
  /** Ids of units that other steps name. */
  readonly officeId: string
  readonly committeeId: string
  readonly servicesId: string
  readonly answering: (answers: string, at: Temporal.Instant) => Promise<string>
}

/** A secret of an invented browser. */
const clientHash = ({ at }: PlannedCase): string => createHash('sha256').update(`demo ${at}`).digest('hex')

export function castOf(company: Company, planned: PlannedCase): Cast {
  const { district, log, places, byUnit, byUnitCode, byGrid, residents } = company
  const stage = (at: Temporal.Instant) => ({ district, log, clock: { now: () => at } })
  const as = (actor: Actor | undefined, who: string) => {
    if (!actor) throw new Error(`the demonstration has nobody as ${who}`)
    return (at: Temporal.Instant) => actingAs(stage(at), actor)
  }
  const ofUnit = (code: string) => as(byUnitCode.get(code), code)
  const unitIdOf = (code: string): string => byUnitCode.get(code)!.posts[0]!.unitId!
  const { communityCode, gridCode, placeCode } = planned
  const officeCode = `${communityCode.slice(0, 9)}-office`
  const committeeCode = `${communityCode}-community`
  const worker = as(byGrid.get(gridCode), `grid worker of ${gridCode}`)
  const centre = ofUnit('centre')
  const reporter = (at: Temporal.Instant, receiptCode?: string): Ctx => {
    if (planned.via === 'field') return worker(at)
    if (planned.resident !== null) return actingAs(stage(at), residents[planned.resident]!)
    const receiptHash = receiptCode ? hashReceiptCode(receiptCode).toString('hex') : ''
    return actingAsClient(stage(at), clientHash(planned), receiptHash)
  }
  return {
    desk: ofUnit(committeeCode),
    street: ofUnit(officeCode),
    centre,
    worker,
    reporter,
    unit: (unitId, at) => as(byUnit.get(unitId), unitId)(at),
    officeId: unitIdOf(officeCode),
    committeeId: unitIdOf(committeeCode),
    servicesId: unitIdOf(`${communityCode}-services`),
    answering: async (answers, at) => {
      const { path } = places.get(placeCode)!
      const found = await centre(at).read((tx) => findAnswering(tx, answers, path))
      if (!found) throw new Error(`nobody answers for ${answers}`)
      return found.unitId
    },
  }
}
