import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { LifeStep } from '../../organisations/body.contract.ts'
import {
  bodyRow,
  mustBeStaff,
  selectBodiesBelow,
  selectBody,
  selectLife,
  selectOffices,
  usualOffices,
} from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { mayAct } from '../permission.rule.ts'
import { mayKeep } from './may-keep.rule.ts'
import type { BodyView } from './office.contract.ts'
import { termView } from './term-view.ts'
import { selectTermsOfBody, selectTermsOfHolders } from './terms.sql.ts'

/** A body with its life, its offices, who holds them and who did, for staff. Refuses `unit_unknown`. */
export async function viewBody(ctx: Ctx, unitId: string): Promise<BodyView> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  return ctx.read(async (tx) => {
    const body = await selectBody(tx, unitId)
    if (!body) throw new Refusal('unit_unknown')
    const offices = await selectOffices(tx, [unitId])
    const terms = await selectTermsOfBody(tx, unitId)
    const held = terms.filter(({ endedOn }) => endedOn === null)
    const others = Map.groupBy(
      await selectTermsOfHolders(
        tx,
        held.map(({ holder }) => holder.id),
      ),
      ({ holder }) => holder.id,
    )
    const usual = usualOffices(body.kind, today)
    const area = atlas.known(body.areaId)
    const founded: LifeStep = { phase: 'active', fromDay: body.foundedOn, reason: null }
    return {
      body: bodyRow(atlas, body),
      way: atlas.stepsOf(area).slice(1),
      life: [founded, ...(await selectLife(tx, unitId))],
      offices: offices.map((office) => ({
        ...office,
        basis: usual.find(({ title }) => title === office.title)?.basis ?? null,
        terms: held
          .filter(({ officeId }) => officeId === office.id)
          .map((term) => termView(term, others.get(term.holder.id) ?? [], today)),
      })),
      past: terms
        .filter(({ endedOn }) => endedOn !== null)
        .sort((a, b) => (a.endedOn! < b.endedOn! ? 1 : -1))
        .map((term) => ({
          ...termView(term, [], today),
          office: { id: term.office.id, nameZh: term.office.nameZh, nameEn: term.office.nameEn },
        })),
      below: (await selectBodiesBelow(tx, unitId)).map((one) => bodyRow(atlas, one)),
      lacks: usual.filter(({ title }) => !offices.some((office) => office.title === title)).length,
      can: {
        offices: body.phase === 'active' && mayAct(ctx.who, 'body.manage', { path: area.path }),
        life: body.phase !== 'dissolved' && mayKeep(ctx.who, body.kind, area.path),
      },
    }
  })
}
