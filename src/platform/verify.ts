import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { iso } from './clock.ts'
import type { District } from './ctx.ts'
import type { LineData } from './journal-line.rule.ts'
import { commitment, genesis, hashLine } from './journal-line.rule.ts'
import { sealRoot } from './seal.rule.ts'
import type { SealFile } from './seal.ts'
import { kyselyOn } from './transaction.ts'

/** One thing that is not as it was written. `n` is the line it shows at, in that chain. */
export interface Flaw {
  readonly kind:
    | 'line_missing'
    | 'line_changed'
    | 'line_misplaced'
    | 'text_missing'
    | 'text_changed'
    | 'text_planted'
    | 'file_missing'
    | 'file_changed'
    | 'row_changed'
    | 'tail_missing'
    | 'rehashed'
    | 'seal_changed'
  readonly chain: string | null
  readonly n: number | null
  readonly about: string
}

export interface Verdict {
  readonly chains: number
  readonly lines: number
  readonly texts: number
  readonly erased: number
  readonly seals: number
  readonly flaws: readonly Flaw[]
}

/** What a room's own rows and files prove: lines that were written, and rows that say otherwise than their lines. */
export type Witness = (db: Kysely<Tables>, district: Pick<District, 'dataFolder'>) => Promise<Flaw[]>

interface Progress {
  lines: number
  texts: number
  erased: number
  flaws: Flaw[]
}

const page = 1000

/**
 * Recomputes every chain from its first line, every commitment that was not erased, and every seal.
 * `outside` are the seals kept outside the database. Names the first flaw of each chain and all that seals show.
 */
export async function verify(
  district: District,
  outside: readonly SealFile[],
  witnesses: readonly Witness[],
  onProgress: (lines: number) => void = () => undefined,
): Promise<Verdict> {
  const connection = await district.pools.reader.connect()
  try {
    // One snapshot, so that lines written meanwhile are no flaw.
    await connection.query('begin isolation level repeatable read read only')
    const db = kyselyOn(connection)
    const progress: Progress = { lines: 0, texts: 0, erased: 0, flaws: [] }
    const chains = await db.selectFrom('journal').select('chain').distinct().orderBy('chain').execute()
    for (const { chain } of chains) await verifyChain(db, chain, progress, onProgress)
    for (const check of [checkCursors, ...witnesses, plantedTexts])
      progress.flaws.push(...(await check(db, district)))
    const seals = await checkSeals(db, outside)
    progress.flaws.push(...seals.flaws)
    await connection.query('commit')
    return { chains: chains.length, seals: seals.count, ...progress }
  } finally {
    connection.release()
  }
}

async function verifyChain(
  db: Kysely<Tables>,
  chain: string,
  progress: Progress,
  onProgress: (lines: number) => void,
): Promise<void> {
  let prevHash: Buffer = genesis
  let n = 0
  for (;;) {
    const rows = await db
      .selectFrom('journal')
      .selectAll()
      .where('chain', '=', chain)
      .where('n', '>', n)
      .orderBy('n')
      .limit(page)
      .execute()
    for (const row of rows) {
      const flaw = lineFlaw(row, n, prevHash)
      if (flaw) {
        progress.flaws.push(flaw)
        return
      }
      n = row.n
      prevHash = row.hash
    }
    progress.lines += rows.length
    await checkTexts(db, rows, progress)
    onProgress(progress.lines)
    if (rows.length < page) return
  }
}

interface JournalRow {
  chain: string
  n: number
  prev_hash: Buffer
  hash: Buffer
  recorded_at: Temporal.Instant
  occurred_at: Temporal.Instant
  actor: string
  kind: string
  subject: string
  seq: number | null
  data: unknown
}

function lineFlaw(row: JournalRow, before: number, prevHash: Buffer): Flaw | null {
  const at = { chain: row.chain, n: row.n, about: row.kind }
  if (row.n !== before + 1) return { ...at, kind: 'line_missing', n: before + 1 }
  const hash = hashLine({
    chain: row.chain,
    n: row.n,
    prevHash: row.prev_hash,
    recordedAt: iso(row.recorded_at),
    occurredAt: iso(row.occurred_at),
    actor: row.actor,
    kind: row.kind,
    subject: row.subject,
    seq: row.seq,
    data: row.data as LineData,
  })
  if (!hash.equals(row.hash)) return { ...at, kind: 'line_changed' }
  if (!row.prev_hash.equals(prevHash)) return { ...at, kind: 'line_misplaced' }
  return null
}

async function checkTexts(
  db: Kysely<Tables>,
  rows: readonly JournalRow[],
  progress: Progress,
): Promise<void> {
  const commits = rows.flatMap((row) =>
    Object.entries((row.data as { commits?: Record<string, string> }).commits ?? {}).map(
      ([id, promised]) => ({
        id,
        promised,
        row,
      }),
    ),
  )
  if (commits.length === 0) return
  const texts = await db
    .selectFrom('sealed_texts')
    .select(['id', 'kind', 'body', 'salt', 'erased_at'])
    .where(
      'id',
      'in',
      commits.map((commit) => commit.id),
    )
    .execute()
  const byId = new Map(texts.map((text) => [text.id, text]))
  for (const { id, promised, row } of commits) {
    const text = byId.get(id)
    const at = { chain: row.chain, n: row.n, about: text ? `${text.kind} ${id}` : id }
    progress.texts += 1
    if (!text) progress.flaws.push({ ...at, kind: 'text_missing' })
    else if (text.body === null || text.salt === null) progress.erased += 1
    else if (commitment(text.salt, text.body) !== promised)
      progress.flaws.push({ ...at, kind: 'text_changed' })
  }
}

/** Texts that no line of their own subject commits to: nobody who wrote by the program can have left one. */
const plantedTexts: Witness = async (db) => {
  // By sets, not by rows: right after an import no plan that goes row by row is fast enough.
  const { rows } = await sql<{ id: string; kind: string; subject: string }>`
    select t.id, t.kind, t.subject from (
      select subject, id::text as id from sealed_texts
      except
      select subject, jsonb_object_keys(
        case jsonb_typeof(data -> 'commits') when 'object' then data -> 'commits' else '{}' end)
      from journal where data ? 'commits'
    ) planted join sealed_texts t on t.id = planted.id::uuid
    limit 100`.execute(db)
  return rows.map(
    ({ id, kind, subject }): Flaw => ({
      kind: 'text_planted',
      chain: null,
      n: null,
      about: `${kind} ${id} of ${subject}`,
    }),
  )
}

/** Followers remember the last line they read, with its hash: a tail that is gone or rewritten shows here. */
async function checkCursors(db: Kysely<Tables>): Promise<Flaw[]> {
  const rows = await db
    .selectFrom('cursors as c')
    .leftJoin('journal as j', (join) => join.onRef('j.chain', '=', 'c.chain').onRef('j.n', '=', 'c.n'))
    .select(['c.chain', 'c.n', 'c.follower', 'c.hash as read', 'j.hash as standing'])
    .execute()
  return rows.flatMap((row): Flaw[] => {
    const at = { chain: row.chain, n: row.n, about: `follower ${row.follower}` }
    if (row.standing === null) return [{ ...at, kind: 'tail_missing' }]
    return row.standing.equals(row.read) ? [] : [{ ...at, kind: 'rehashed' }]
  })
}

async function checkSeals(db: Kysely<Tables>, outside: readonly SealFile[]) {
  const inside = await db.selectFrom('seals').selectAll().orderBy('day').execute()
  const flaws: Flaw[] = []
  const days = new Map(outside.map((seal) => [seal.day, seal]))
  for (const row of inside) {
    const heads = row.heads as SealFile['heads']
    const root = row.root.toString('hex')
    const kept = days.get(row.day)
    const wrong = sealRoot(heads).toString('hex') !== root || (kept && kept.root !== root)
    if (wrong) flaws.push({ kind: 'seal_changed', chain: null, n: null, about: `seal of ${row.day}` })
    if (!kept) days.set(row.day, { district: '', day: row.day, root, sealedAt: '', heads })
  }
  for (const seal of days.values()) flaws.push(...(await checkHeads(db, seal)))
  return { count: days.size, flaws }
}

async function checkHeads(db: Kysely<Tables>, seal: SealFile): Promise<Flaw[]> {
  const about = `seal of ${seal.day}`
  if (sealRoot(seal.heads).toString('hex') !== seal.root)
    return [{ kind: 'seal_changed', chain: null, n: null, about }]
  const flaws: Flaw[] = []
  for (const head of seal.heads) {
    const row = await db
      .selectFrom('journal')
      .select('hash')
      .where('chain', '=', head.chain)
      .where('n', '=', head.n)
      .executeTakeFirst()
    const at = { chain: head.chain, n: head.n, about }
    if (!row) flaws.push({ ...at, kind: 'tail_missing' })
    else if (row.hash.toString('hex') !== head.hash) flaws.push({ ...at, kind: 'rehashed' })
  }
  return flaws
}
