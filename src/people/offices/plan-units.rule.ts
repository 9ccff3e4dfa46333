import { placeFault } from '../../organisations/body-place.rule.ts'
import type { BodyColumn, BodyFault } from './body-file.contract.ts'
import type { BodyPlan, Known, Say, Standing } from './body-plan.rule.ts'
import type { BodyEntry } from './body-rows.rule.ts'

/** The bodies of a file: which are new, which change, and what all of them can be named by in the rest of the file. */
export function planUnits(entries: readonly BodyEntry[], standing: Standing, say: Say) {
  const areasById = new Map([...standing.areas.values()].map((area) => [area.id, area]))
  const known = new Map<string, Known>()
  for (const [code, body] of standing.bodies)
    if (!body.dissolved)
      known.set(code, {
        kind: body.kind,
        areaId: body.areaId,
        path: areasById.get(body.areaId)?.path ?? [],
        isNew: false,
      })
  const add: (BodyEntry & { areaId: string })[] = []
  const change: BodyPlan['changeBodies'][number][] = []
  let same = 0
  const seen = new Set<string>()
  for (const entry of aboveFirst(entries)) {
    const tell = (column: BodyColumn, reason: BodyFault, value: string) =>
      say('bodies', entry.row, column, reason, value)
    const area = standing.areas.get(entry.areaCode)
    const body = standing.bodies.get(entry.code)
    const parent = entry.parentCode === null ? null : known.get(entry.parentCode)
    if (seen.has(entry.code)) tell('code', 'repeated', entry.code)
    else if (!area) tell('area', 'area_unknown', entry.areaCode)
    else if (!standing.may(entry.kind, area.path)) tell('area', 'not_permitted', entry.areaCode)
    else if (body?.dissolved) tell('code', 'body_dissolved', entry.code)
    else if (body && body.kind !== entry.kind) tell('kind', 'kind_changed', entry.kind)
    else if (body && (body.areaId !== area.id || body.parentCode !== entry.parentCode))
      tell(body.areaId === area.id ? 'parent' : 'area', 'place_changed', entry.parentCode ?? entry.areaCode)
    else if (body) {
      const differs =
        body.nameZh !== entry.nameZh || body.nameEn !== entry.nameEn || body.phone !== entry.phone
      if (differs) change.push({ id: body.id, entry })
      else same++
    } else if (parent === undefined) tell('parent', 'body_unknown', entry.parentCode ?? '')
    else if (entry.foundedOn !== null && entry.foundedOn > standing.today)
      tell('founded_on', 'day_ahead', entry.foundedOn)
    else {
      const place = { kind: entry.kind, areaKind: area.kind, areaPath: area.path }
      const fault = placeFault(place, parent)
      if (fault)
        tell(fault === 'body_area_wrong' ? 'area' : 'parent', fault, entry.parentCode ?? entry.areaCode)
      else {
        add.push({ ...entry, areaId: area.id })
        known.set(entry.code, { kind: entry.kind, areaId: area.id, path: area.path, isNew: true })
      }
    }
    seen.add(entry.code)
  }
  return { add, change, same, known }
}

/** The entries with each body behind the one above it, as far as the file names it. */
function aboveFirst(entries: readonly BodyEntry[]): BodyEntry[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  const depth = (entry: BodyEntry, left = 12): number => {
    const above = entry.parentCode === null ? undefined : byCode.get(entry.parentCode)
    return above === undefined || left === 0 ? 0 : 1 + depth(above, left - 1)
  }
  return entries
    .map((entry) => ({ entry, at: depth(entry) }))
    .sort((a, b) => a.at - b.at || a.entry.row - b.entry.row)
    .map(({ entry }) => entry)
}
