import type pg from 'pg'
import { type CountedTemplate, countedIn } from './counted.ts'
import { type FoundBy, foundBy } from './found-by.ts'

/** Tables that hold what belongs to a case, and the column that names it. */
const tables = [
  ['cases', 'id'],
  ['case_parts', 'case_id'],
  ['case_requests', 'case_id'],
  ['case_photos', 'case_id'],
  ['sealed_texts', 'subject'],
  ['journal', 'subject'],
  ['board', 'case_id'],
  ['ladder_next', 'case_id'],
  ['assessment_facts', 'subject'],
  ['open_cases', 'case_id'],
  ['case_words', 'case_id'],
] as const
export type FilledTable = (typeof tables)[number][0]
export const filledTables: readonly FilledTable[] = tables.map(([name]) => name)

/** What differs from copy to copy of a case. */
export type Hole =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'day'; readonly ms: number }
  | { readonly kind: 'month'; readonly ms: number }
  | { readonly kind: 'own'; readonly ms: number; readonly middle: string; readonly tail: number }
  | { readonly kind: 'unit' | 'place'; readonly at: number }
  | ({ readonly kind: 'words' } & Pick<FoundBy, 'unitsAt' | 'seenAt'>)
  | { readonly kind: 'number' | 'receipt' | 'resident' | 'n' | 'where' }
export type Piece = string | Hole

/** A case that went through the use cases, as rows with holes. */
export interface Template {
  readonly acceptedMs: number
  readonly open: boolean
  readonly matter: string | null
  readonly placeDepth: number
  readonly unitIds: readonly string[]
  readonly id: readonly Piece[]
  readonly counts: CountedTemplate
  readonly rows: readonly { readonly table: FilledTable; readonly pieces: readonly Piece[] }[]
}

interface Row {
  readonly table: FilledTable
  readonly values: Readonly<Record<string, string | null>>
}

/** Columns of a table that are written, in order. */
export async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}

const ended = ['closed', 'joined', 'declined', 'referred', 'withdrawn']

/** Which cases may be copied: whole in themselves, and no other case's story speaks of them. */
export async function templateIds(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from cases c where joined_into is null and source_number is null and drill_id is null
       and not exists (select from cases j where j.joined_into = c.id)
       and not exists (select from mediations m where m.case_id = c.id)
       and not exists (select from journal l where l.subject = c.id and l.kind in ('case.joined', 'case.took_in'))
     order by id`,
  )
  return rows.map(({ id }) => id)
}

/** These cases with all their rows, cut where a copy differs. */
export async function readTemplates(owner: pg.Client, ids: readonly string[]): Promise<Template[]> {
  const rows = new Map<string, Row[]>(ids.map((id) => [id, []]))
  for (const [table, key] of tables) {
    const columns = await columnsOf(owner, table)
    const order = table === 'journal' ? 'seq' : key
    const { rows: found } = await owner.query<Record<string, string | null>>(
      `select ${columns.map((column) => `${column}::text`).join(', ')} from ${table}
       where ${key} = any ($1) order by ${order === 'seq' ? 'journal.seq' : `${table}.${order}`}`,
      [ids],
    )
    for (const values of found) rows.get(values[key]!)!.push({ table, values })
  }
  const unitIds = new Set(
    (await owner.query<{ id: string }>('select id from units')).rows.map(({ id }) => id),
  )
  return ids.map((id) => templateOf(rows.get(id)!, unitIds))
}

const list = (text: string): string[] => text.replace(/[{}]/g, '').split(',').filter(Boolean)
const timeOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
const toMs = (text: string): number => Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds

function templateOf(rows: readonly Row[], allUnits: ReadonlySet<string>): Template {
  const head = rows.find(({ table }) => table === 'cases')!.values
  const text = rows.map(({ values }) => Object.values(values).join(' ')).join(' ')
  const holes = new Map<string, Hole>()
  const own = rows.flatMap(({ table, values }) =>
    ['cases', 'sealed_texts', 'case_requests'].includes(table)
      ? [values.id!]
      : table === 'case_photos'
        ? [values.file_id!]
        : [],
  )
  for (const id of own)
    holes.set(id, {
      kind: 'own',
      ms: timeOfId(id),
      middle: id.slice(13, 24),
      tail: Number.parseInt(id.slice(24), 16),
    })
  const path = list(head.path!)
  for (const [at, id] of path.entries()) holes.set(id, { kind: 'place', at })
  const unitIds = [...new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))].filter((id) =>
    allUnits.has(id),
  )
  for (const [at, id] of unitIds.entries()) holes.set(id, { kind: 'unit', at })
  if (head.account_id) holes.set(head.account_id!, { kind: 'resident' })
  holes.set(head.number!, { kind: 'number' })
  holes.set(head.receipt_hash!.slice(2), { kind: 'receipt' })
  return {
    acceptedMs: toMs(head.accepted_at!),
    open: !ended.includes(head.stage!),
    matter: head.matter ?? null,
    placeDepth: path.length,
    unitIds,
    id: cut(head.id!, holes),
    counts: countedIn(rows.flatMap(({ table, values }) => (table === 'journal' ? [values] : []))),
    rows: rows.map(({ table, values }) => ({
      table,
      pieces:
        table === 'case_words'
          ? foundPieces(values, holes, foundBy(values.doc!, { number: head.number!, path, unitIds }))
          : piecesOf(table, values, holes),
    })),
  }
}

/** As COPY's text format has it. */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')

function piecesOf(
  table: FilledTable,
  values: Row['values'],
  holes: ReadonlyMap<string, Hole>,
): readonly Piece[] {
  const pieces: Piece[] = []
  Object.entries(values).forEach(([column, value], at) => {
    if (at > 0) pieces.push('\t')
    const says = table === 'sealed_texts' && column === 'body' && /^(words|summary)$/.test(values.kind!)
    if (value !== null && (says || (table === 'board' && column === 'summary')))
      pieces.push({ kind: 'where' })
    if (value === null) pieces.push('\\N')
    else if (column === 'n' && table === 'journal') pieces.push({ kind: 'n' })
    else if (column === 'month') pieces.push({ kind: 'month', ms: toMs(`${value}-15T00:00Z`) })
    else pieces.push(...cut(escaped(value), holes))
  })
  return merged(pieces)
}

function foundPieces(
  { case_id, sight }: Row['values'],
  holes: ReadonlyMap<string, Hole>,
  { always, ...own }: FoundBy,
): readonly Piece[] {
  return merged([...cut(`${case_id}\t${sight}\t`, holes), `${always} `, { kind: 'words', ...own }])
}

const differs =
  /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{8}-\d{7}-\d|[0-9a-f]{64})|(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:\+00|Z))|((?<![\d-])20\d\d-\d\d-\d\d(?![\d-]))/g

function cut(text: string, holes: ReadonlyMap<string, Hole>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(differs)) {
    const [whole, id, moment] = match
    const hole: Hole | undefined = id
      ? holes.get(id)
      : moment
        ? { kind: 'time', ms: toMs(moment) }
        : { kind: 'day', ms: toMs(`${whole}T00:00Z`) }
    if (!hole) continue
    pieces.push(text.slice(from, match.index), hole)
    from = match.index + whole.length
  }
  return [...pieces, text.slice(from)]
}

/** Neighbouring literals made one. */
function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece
    else if (piece !== '') result.push(piece)
  }
  return result
}
