import type { Ctx } from '../../../platform/ctx.ts'
import { mayAct } from '../../permission.rule.ts'
import { loadHomes } from '../home.sql.ts'
import { loadPersons } from '../person.sql.ts'
import type { ImportRow, ListRows, RegisterImport, RowPage } from './contract.ts'
import { selectOverview, selectRegisterImports } from './import.sql.ts'
import { type StandingRow, selectImportRows } from './row.sql.ts'

const shownImports = 50

/** Imports of the register that the asker sees, the latest first. */
export async function listRegisterImports(ctx: Ctx): Promise<{ imports: RegisterImport[] }> {
  ctx.must('register.import')
  return { imports: await ctx.read((tx) => selectRegisterImports(tx, shownImports)) }
}

/** Rows of an import in the order of the file, with what each would do. Refuses `not_found`. */
export async function listImportRows(ctx: Ctx, importId: string, asked: ListRows): Promise<RowPage> {
  ctx.must('register.import')
  return ctx.read(async (tx) => {
    await selectOverview(tx, importId)
    const page = await selectImportRows(tx, importId, asked)
    const rows = page.slice(0, asked.limit)
    const homes = await loadHomes(
      tx,
      rows.flatMap(({ homeId }) => homeId ?? []),
    )
    const people = await loadPersons(
      tx,
      rows.flatMap(({ personId, candidates }) => [...(personId ? [personId] : []), ...candidates]),
    )
    return {
      rows: rows.map((row) => {
        const home = row.plan?.home ?? (row.homeId ? homes.get(row.homeId) : undefined)
        const known = row.personId ? people.get(row.personId) : undefined
        return {
          ...shownOf(row),
          name: row.plan?.person?.facts?.name ?? known?.name ?? null,
          homeLabel: home?.label ?? null,
          buildingId: home?.buildingId ?? null,
          candidates: row.candidates.flatMap((id) => {
            const person = people.get(id)
            if (!person || !mayAct(ctx.who, 'register.see', { path: person.reach })) return []
            const { name, birthDay, phone, identity } = person
            return [{ personId: id, name, birthDay, phone, identityEnd: identity?.end ?? null }]
          }),
        }
      }),
      next: page.length > asked.limit ? (rows.at(-1)?.n ?? null) : null,
    }
  })
}

const shownOf = ({
  n,
  sheet,
  rowNumber,
  state,
  changes,
  plan,
  faults,
}: StandingRow): Pick<
  ImportRow,
  'n' | 'sheet' | 'rowNumber' | 'state' | 'changes' | 'fields' | 'faults'
> => ({
  n,
  sheet,
  rowNumber,
  state,
  changes: [...changes],
  fields: [...(plan?.fields ?? [])],
  faults: [...faults],
})
