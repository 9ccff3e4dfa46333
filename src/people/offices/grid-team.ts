import { atlasOf } from '../../areas/door.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { mustBeStaff, unitsServing } from '../../organisations/door.ts'
import { dayOf } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { selectGridWorkers } from '../post.sql.ts'
import { type GridTeam, LinkKind } from './link.contract.ts'
import { selectLinksAt } from './links.sql.ts'
import { selectTermsIn } from './terms.sql.ts'

type Member = GridTeam['members'][number]
type Level = Member['level']

const levels: readonly Level[] = ['district', 'street', 'department', 'community', 'grid']

/**
 * Everybody who looks after a grid (组团式服务), from the district down: who is linked to its street, its community and
 * itself, the heads of its street office, teams, committees and branches, and its own grid workers. Computed, never
 * stored. For staff.
 */
export async function teamOf(ctx: Ctx, gridId: string): Promise<GridTeam> {
  mustBeStaff(ctx)
  const atlas = await atlasOf(ctx)
  const grid = atlas.known(gridId)
  if (grid.kind !== 'grid') throw new Refusal('area_unknown', { area: grid.nameZh })
  const day = dayOf(ctx.clock.now(), ctx.district.timeZone)
  const path = grid.path.slice(1)
  const found = await ctx.read(async (tx) => ({
    links: await selectLinksAt(tx, path, day),
    terms: await selectTermsIn(tx, path),
    units: await unitsServing(tx, path),
    workers: await selectGridWorkers(tx, [gridId], day),
  }))
  const phones = new Map(found.units.map((unit) => [unit.id, unit.phone]))
  const linked = found.links.map(
    ({ kind, unit, holder }): Member => ({
      level: kind === 'district_leader' ? 'district' : kind === 'department' ? 'department' : 'grid',
      role: kind,
      name: holder?.name ?? null,
      body: unit && { id: unit.id, nameZh: unit.nameZh, nameEn: unit.nameEn },
      office: null,
      phone: unit?.phone ?? null,
    }),
  )
  const heads = found.terms
    .filter(({ office, startsOn }) => office.kind === 'head' && startsOn <= day)
    // Firms, owners' committees and societies are neighbours of the team, and not of it.
    .filter(({ body }) => teamKinds.has(body.kind))
    .map(({ holder, office, body }): Member => {
      const at = atlas.known(body.areaId).kind
      return {
        level:
          body.kind === 'street_team'
            ? 'department'
            : at === 'street'
              ? 'street'
              : at === 'community'
                ? 'community'
                : 'grid',
        role: 'office',
        name: holder.name,
        body: { id: body.id, nameZh: body.nameZh, nameEn: body.nameEn },
        office: { id: office.id, nameZh: office.nameZh, nameEn: office.nameEn },
        phone: phones.get(body.id) ?? null,
      }
    })
  const workers = found.workers.map(
    ({ kind, name, phone }): Member => ({
      level: 'grid',
      role: kind,
      name,
      body: null,
      office: null,
      phone,
    }),
  )
  return {
    grid: { id: grid.id, nameZh: grid.nameZh, nameEn: grid.nameEn },
    way: atlas.stepsOf(grid).slice(1, -1),
    members: levels.flatMap((level) =>
      [...linked, ...heads, ...workers].filter((member) => member.level === level).sort(byRole),
    ),
  }
}

const rank = ({ role }: Member): number =>
  [...LinkKind.options, 'office', 'grid_leader', 'grid_worker'].indexOf(role)
const byRole = (a: Member, b: Member): number => rank(a) - rank(b)

const teamKinds: ReadonlySet<string> = new Set([
  'street_office',
  'street_team',
  'party_committee',
  'community',
  'service_centre',
  'party_branch',
  'party_group',
  'residents_group',
])
