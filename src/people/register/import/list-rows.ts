import { type Atlas, atlasOf } from '../../../areas/door.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { mayAct } from '../../permission.rule.ts'
import { maskPhone } from '../../phone.rule.ts'
import { type Home, loadHomes } from '../home.sql.ts'
import { sayPlace } from '../place.ts'
import type { FieldChange, ImportRow, ListRows, RegisterImport, RowPage } from './contract.ts'
import { selectOverview, selectRegisterImports } from './import.sql.ts'
import { knownPersons } from './known.sql.ts'
import type { KnownPerson } from './plan-person.rule.ts'
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
  const atlas = await atlasOf(ctx)
  return ctx.read(async (tx) => {
    await selectOverview(tx, importId)
    const page = await selectImportRows(tx, importId, asked)
    const rows = page.slice(0, asked.limit)
    const standing = await standingOf(ctx, tx, rows)
    return {
      rows: rows.map((row) => shownRow(atlas, row, standing)),
      next: page.length > asked.limit ? (rows.at(-1)?.n ?? null) : null,
    }
  })
}

interface Standing {
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly homes: ReadonlyMap<string, Home>
}

/** Of the register what the asker sees: whom rows are about or may mean, and the homes. */
async function standingOf(ctx: Ctx, tx: Tx, rows: readonly StandingRow[]): Promise<Standing> {
  const known = await knownPersons(
    tx,
    rows.flatMap(({ personId, candidates }) => [...(personId ? [personId] : []), ...candidates]),
  )
  const people = new Map(
    [...known].filter(([, { person }]) => mayAct(ctx.who, 'register.see', { path: person.reach })),
  )
  const homes = await loadHomes(tx, [
    ...rows.flatMap(({ homeId }) => homeId ?? []),
    ...[...people.values()].flatMap(({ stays }) => stays.map(({ homeId }) => homeId)),
  ])
  return { people, homes }
}

function shownRow(atlas: Atlas, row: StandingRow, { people, homes }: Standing): ImportRow {
  const { n, sheet, rowNumber, state, changes, plan, faults } = row
  const home = plan?.home ?? (row.homeId ? homes.get(row.homeId) : undefined)
  const person = row.personId ? people.get(row.personId)?.person : undefined
  const facts = plan?.person?.facts
  return {
    n,
    sheet,
    rowNumber,
    state,
    changes: [...changes],
    name: facts?.name ?? person?.name ?? null,
    personId: person?.id ?? null,
    place: home ? sayPlace(atlas, home) : null,
    said: facts ? toldApart(facts) : null,
    fields: (plan?.fields ?? []).map(masked),
    faults: [...faults],
    candidates: row.candidates.flatMap((id) => {
      const known = people.get(id)
      if (!known) return []
      const livesAt = known.stays.find(({ lives }) => lives)
      const livesIn = livesAt && homes.get(livesAt.homeId)
      return [
        {
          personId: id,
          name: known.person.name,
          place: livesIn ? sayPlace(atlas, livesIn) : null,
          ...toldApart(known.person),
        },
      ]
    }),
  }
}

/** A list says no telephone in full. */
const toldApart = ({
  sex,
  birthDay,
  phone,
  identity,
}: Pick<KnownPerson['person'], 'sex' | 'birthDay' | 'phone'> & {
  readonly identity: { readonly end: string } | null
}): NonNullable<ImportRow['said']> => ({
  sex,
  birthDay,
  phoneMasked: phone && maskPhone(phone),
  identityEnd: identity?.end ?? null,
})

const masked = ({ field, before, after }: FieldChange): FieldChange =>
  field === 'phone'
    ? { field, before: before && maskPhone(before), after: after && maskPhone(after) }
    : { field, before, after }
