import { atlasOf } from '../areas/door.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { actOnce } from '../platform/once.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Office, OpenedOffice, OpenedOffices, OpenUsualOffices, SetOffice } from './body.contract.ts'
import { OpenOffice } from './body.contract.ts'
import type { Unit } from './contract.ts'
import { unitLine } from './events.ts'
import { usualOffices } from './office-catalogue.rule.ts'
import { changeOffice, findOffice, insertOffices, selectOffices } from './offices.sql.ts'
import { findUnit } from './units.sql.ts'

/** The offices that these units usually have today, to be written. */
export function usualOfficesOf(
  { clock, district }: Pick<Ctx, 'clock' | 'district'>,
  units: readonly Pick<Unit, 'id' | 'kind'>[],
): Office[] {
  const now = clock.now()
  const today = dayOf(now, district.timeZone)
  return units.flatMap((unit) =>
    usualOffices(unit.kind, today).map(({ basis: _basis, ...office }) => ({
      ...office,
      id: newId(now.epochMilliseconds),
      unitId: unit.id,
    })),
  )
}

/** A body whose offices the asker may keep. Refuses `unit_unknown`: also one that is suspended or dissolved. */
async function keptUnit(ctx: Ctx, tx: Tx, unitId: string) {
  const [unit, atlas] = [await findUnit(tx, unitId), await atlasOf(ctx)]
  if (!unit) throw new Refusal('unit_unknown')
  ctx.must('body.manage', { path: atlas.known(unit.areaId).path })
  return { unit, chain: atlas.district.id }
}

/** Opens one office of a body. Refuses `input_invalid` for one without a name, and `office_exists`. */
export async function openOffice(ctx: Ctx, body: OpenOffice): Promise<OpenedOffice> {
  ctx.must('body.manage')
  const asked = OpenOffice.parse(body)
  const { requestId: _requestId, unitId, title, ...wanted } = asked
  return actOnce(ctx, asked, async (tx) => {
    const { unit, chain } = await keptUnit(ctx, tx, unitId)
    const now = ctx.clock.now()
    const today = dayOf(now, ctx.district.timeZone)
    const usual = usualOffices(unit.kind, today).find((office) => office.title === title)
    const nameZh = usual?.nameZh ?? wanted.nameZh
    if (nameZh === undefined) throw new Refusal('input_invalid', { field: 'nameZh', rule: 'required' })
    const office: Office = {
      id: newId(now.epochMilliseconds),
      unitId,
      title: usual ? title : 'own',
      nameZh,
      nameEn: usual?.nameEn ?? wanted.nameEn ?? '',
      kind: usual?.kind ?? wanted.kind ?? 'member',
      seats: wanted.seats ?? usual?.seats ?? 1,
      termMonths: wanted.termMonths === undefined ? (usual?.termMonths ?? null) : wanted.termMonths,
    }
    await insertOffices(tx, [office])
    tx.record(officesLine(chain, unitId, [office]))
    return { officeId: office.id }
  })
}

/** Opens every office that the body usually has and lacks, as bodies that stood before there were offices do. */
export async function openUsualOffices(ctx: Ctx, body: OpenUsualOffices): Promise<OpenedOffices> {
  ctx.must('body.manage')
  return actOnce(ctx, body, async (tx) => {
    const { unit, chain } = await keptUnit(ctx, tx, body.unitId)
    const has = new Set((await selectOffices(tx, [unit.id])).map(({ title }) => title))
    const lacking = usualOfficesOf(ctx, [unit]).filter(({ title }) => !has.has(title))
    await insertOffices(tx, lacking)
    if (lacking.length > 0) tx.record(officesLine(chain, unit.id, lacking))
    return { opened: lacking.length }
  })
}

/** Says how many seats an office has and how long its term is. Terms that run keep the days that they began with. */
export async function setOffice(ctx: Ctx, officeId: string, body: SetOffice): Promise<OpenedOffice> {
  ctx.must('body.manage')
  const request = { ...body, officeId }
  return actOnce(ctx, request, async (tx) => {
    const office = await findOffice(tx, officeId)
    if (!office) throw new Refusal('office_unknown')
    const { chain } = await keptUnit(ctx, tx, office.unitId)
    const { seats, termMonths } = body
    await changeOffice(tx, officeId, { seats, termMonths })
    const data = { unitId: office.unitId, officeId, seats, termMonths }
    tx.record(unitLine('office.set', { chain, subject: office.unitId, data }))
    return { officeId }
  })
}

const officesLine = (chain: string, unitId: string, offices: readonly Office[]) =>
  unitLine('offices.opened', {
    chain,
    subject: unitId,
    data: {
      unitId,
      offices: offices.map(({ id, title, seats, termMonths }) => ({ id, title, seats, termMonths })),
    },
  })
