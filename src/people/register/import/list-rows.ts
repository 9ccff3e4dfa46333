import { type Atlas, atlasOf } from '../../../areas/door.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { mayAct } from '../../permission.rule.ts'
import { maskPhone } from '../../phone.rule.ts'
import { isChild } from '../age.rule.ts'
import { type Home, loadHomes } from '../home.sql.ts'
import { todayOf } from '../person-facts.ts'
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
  readonly today: string
}

/** Of the register what the asker sees: whom rows are about or may mean (a child by whoever may change it), and the homes. */
async function standingOf(ctx: Ctx, tx: Tx, rows: readonly StandingRow[]): Promise<Standing> {
  const today = todayOf(ctx)
  const known = await knownPersons(
    tx,
    rows.flatMap(({ personId, candidates }) => [...(personId ? [personId] : []), ...candidates]),
  )
  const people = new Map(
    [...known].filter(([, { person }]) =>
      mayAct(ctx.who, isChild(person.birthDay, today) ? 'register.update' : 'register.see', {
        path: person.reach,
      }),
    ),
  )
  const homes = await loadHomes(tx, [
    ...rows.flatMap(({ homeId }) => homeId ?? []),
    ...[...people.values()].flatMap(({ stays }) => stays.map(({ homeId }) => homeId)),
  ])
  return { people, homes, today }
}

/**
 * A row as its list shows it. A child under 14 is in no list (Care 4): where, what would change and in which fields; and
 * where somebody has to say who is meant, the birthday and the end of the number, by which two are told apart.
 */
function shownRow(atlas: Atlas, row: StandingRow, standing: Standing): ImportRow {
  const { n, sheet, rowNumber, state, changes, plan, faults } = row
  const { people, homes, today } = standing
  const home = plan?.home ?? (row.homeId ? homes.get(row.homeId) : undefined)
  const person = row.personId ? people.get(row.personId)?.person : undefined
  const facts = plan?.person?.facts
  const isOfChild = (birthDay: string | null | undefined) => isChild(birthDay ?? null, today)
  // Of whom the file says no birthday, it may be a child's of that name.
  const meant = facts?.birthDay == null ? row.candidates.map((id) => people.get(id)?.person) : []
  const child = [facts, person, ...meant].some((one) => isOfChild(one?.birthDay))
  const said = facts ? toldApart(facts, child) : null
  return {
    n,
    sheet,
    rowNumber,
    state,
    changes: [...changes],
    name: child ? null : (facts?.name ?? person?.name ?? null),
    child,
    personId: person?.id ?? null,
    place: home ? sayPlace(atlas, home) : null,
    said: child && state !== 'asked' ? null : said,
    fields: (plan?.fields ?? []).map((change) => masked(change, child)),
    faults: [...faults],
    candidates: row.candidates.flatMap((id) => shownCandidate(atlas, id, standing)),
  }
}

function shownCandidate(
  atlas: Atlas,
  personId: string,
  { people, homes, today }: Standing,
): ImportRow['candidates'] {
  const known = people.get(personId)
  if (!known) return []
  const { person, stays } = known
  const livesAt = stays.find(({ lives }) => lives)
  const livesIn = livesAt && homes.get(livesAt.homeId)
  const child = isChild(person.birthDay, today)
  const name = child ? null : person.name
  const place = livesIn ? sayPlace(atlas, livesIn) : null
  return [{ personId, name, child, place, ...toldApart(person, child) }]
}

/** A list says no telephone in full, and of a child none at all. */
const toldApart = (
  {
    sex,
    birthDay,
    phone,
    identity,
  }: Pick<KnownPerson['person'], 'sex' | 'birthDay' | 'phone'> & {
    readonly identity: { readonly end: string } | null
  },
  child: boolean,
): NonNullable<ImportRow['said']> => ({
  sex: child ? null : sex,
  birthDay,
  phoneMasked: child ? null : phone && maskPhone(phone),
  identityEnd: identity?.end ?? null,
})

/** What is of the home is said of a child's too. */
function masked({ field, before, after }: FieldChange, child: boolean): FieldChange {
  if (child && field !== 'use') return { field, before: null, after: null }
  return field === 'phone'
    ? { field, before: before && maskPhone(before), after: after && maskPhone(after) }
    : { field, before, after }
}
