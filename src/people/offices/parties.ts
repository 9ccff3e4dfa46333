import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bodiesIn, mustBeStaff } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type EstateParties, Party } from './office.contract.ts'
import { partyOf } from './parties.rule.ts'
import { selectTermsIn } from './terms.sql.ts'

/** The four parties of an estate (四方), with who leads each; a party without a body is missing. For staff. */
export async function partiesOf(ctx: Ctx, estateId: string): Promise<EstateParties> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const estate = atlas.known(estateId)
  if (estate.kind !== 'estate') throw new Refusal('area_unknown', { area: estate.nameZh })
  const path = estate.path.map((id) => atlas.known(id))
  const today = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const { bodies, terms } = await ctx.read(async (tx) => ({
    bodies: await bodiesIn(tx, estate.path),
    terms: await selectTermsIn(tx, estate.path),
  }))
  const headsOf = (unitId: string): string[] =>
    terms
      .filter((term) => term.unitId === unitId && term.office.kind === 'head' && term.startsOn <= today)
      .map(({ holder }) => holder.name)
  const { id, nameZh, nameEn, estateKind } = estate
  return {
    estate: { id, nameZh, nameEn, estateKind },
    parties: Party.options.map((party) => ({
      party,
      bodies: partyOf(party, bodies, path).map((body) => {
        const area = atlas.known(body.areaId)
        return {
          id: body.id,
          nameZh: body.nameZh,
          nameEn: body.nameEn,
          phase: body.phase,
          area: { id: area.id, nameZh: area.nameZh, nameEn: area.nameEn, kind: area.kind },
          heads: headsOf(body.id),
        }
      }),
    })),
  }
}
