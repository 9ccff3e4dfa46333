import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../kernel/ids.ts'
import type { Ctx } from './ctx.ts'
import { commitment } from './journal-line.rule.ts'
import type { Tx } from './transaction.ts'

/** Who may read a sealed text, besides the areas and units that a case's own row names. */
export interface Guard {
  readonly reach: readonly string[]
  readonly units: readonly string[]
  /** The reporter, when the text is theirs to read. */
  readonly accountId: string | null
  readonly receiptHash: Buffer | null
}

export interface NewText {
  readonly subject: string
  readonly kind: string
  readonly body: string
  /** Names, telephones, points: seen by posts with `person_reach` alone. */
  readonly personal?: boolean
  /** Whether the reporter may read it. */
  readonly toReporter?: boolean
  /** Whether everybody may read it: words that staff made public, until `closeTexts`. */
  readonly open?: boolean
}

/** A text with its salt, ready to be stored; its commitment goes into the journal. */
export interface SealedText extends NewText {
  readonly id: string
  readonly salt: Buffer
}

export function seal(ctx: Pick<Ctx, 'clock'>, text: NewText): SealedText {
  return { ...text, id: newId(ctx.clock.now().epochMilliseconds), salt: randomBytes(16) }
}

/** Commitments by text id, as a line's `commits` carries them. */
export const commitsOf = (texts: readonly SealedText[]): Record<string, string> =>
  Object.fromEntries(texts.map((text) => [text.id, commitment(text.salt, text.body)]))

/** The columns of sealed texts as arrays, for `insert … select … from unnest` in one statement. */
export const textColumns = (texts: readonly SealedText[]): unknown[] => [
  texts.map((text) => text.id),
  texts.map((text) => text.kind),
  texts.map((text) => text.body),
  texts.map((text) => text.salt),
  texts.map((text) => text.personal ?? false),
  texts.map((text) => text.toReporter ?? false),
]

/** Stores texts, of one subject or of many, under one guard. Call `record` with `commitsOf` in the same transaction. */
export async function insertTexts(tx: Tx, texts: readonly SealedText[], guard: Guard): Promise<void> {
  if (texts.length === 0) return
  await tx.query(
    'insert_texts',
    `insert into sealed_texts (id, subject, kind, body, salt, personal, reach, units, account_id, receipt_hash, open)
     select t.id, t.subject, t.kind, t.body, t.salt, t.personal, $8, $9,
       case when t.own then $10::uuid end, case when t.own then $11::bytea end, t.open
     from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::boolean[], $6::boolean[], $7::uuid[],
       $12::boolean[]) as t (id, kind, body, salt, personal, own, subject, open)`,
    [
      ...textColumns(texts),
      texts.map((text) => text.subject),
      guard.reach,
      guard.units,
      guard.accountId,
      guard.receiptHash,
      texts.map((text) => text.open ?? false),
    ],
  )
}

/** Takes texts back from the public; whoever their guard names reads them still. */
export async function closeTexts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('sealed_texts')
    .set({ open: false })
    .where('id', 'in', [...ids])
    .execute()
}

/** Puts all texts of these subjects under the sight of other areas. */
export async function moveTexts(
  tx: Tx,
  subjects: readonly string[],
  reach: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return
  await tx.db
    .updateTable('sealed_texts')
    .set({ reach: [...reach] })
    .where('subject', 'in', [...subjects])
    .execute()
}

/**
 * Puts the texts of a subject that areas see before the eyes of these units too; what is personal stays with persons.
 * With `before` those alone that just these units read till now.
 */
export async function shareTexts(
  tx: Tx,
  subject: string,
  units: readonly string[],
  before?: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('sealed_texts')
    .set({ units: [...units] })
    .where('subject', '=', subject)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`units = ${[...before!]}::uuid[]`))
    .execute()
}

/** Puts these texts before the eyes of these units: those that all of them may read, while others of the subject stay one's own. */
export async function shareTextsById(
  tx: Tx,
  ids: readonly string[],
  units: readonly string[],
): Promise<void> {
  await tx.db
    .updateTable('sealed_texts')
    .set({ units: [...units] })
    .where('id', 'in', [...ids])
    .execute()
}

/** Empties body and salt of a subject's texts of these kinds or ids; the journal's commitments stay and verify. */
export async function eraseTexts(
  tx: Tx,
  clock: Ctx['clock'],
  subject: string,
  { kinds, ids = [] }: { readonly kinds: readonly string[]; readonly ids?: readonly string[] },
): Promise<string[]> {
  const rows = await tx.db
    .updateTable('sealed_texts')
    .set({ body: null, salt: null, erased_at: clock.now().toString() })
    .where('subject', '=', subject)
    .where((eb) =>
      eb.or([
        ...(kinds.length > 0 ? [eb('kind', 'in', [...kinds])] : []),
        ...(ids.length > 0 ? [eb('id', 'in', [...ids])] : []),
      ]),
    )
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Takes the account off a subject's texts: nobody reads them by it any more. */
export async function forgetReader(tx: Tx, subject: string): Promise<void> {
  await tx.db.updateTable('sealed_texts').set({ account_id: null }).where('subject', '=', subject).execute()
}

/** What somebody wrote about a subject by a receipt code is their account's to read as well. */
export async function claimTexts(
  tx: Tx,
  subject: string,
  { receiptHash, accountId }: { readonly receiptHash: Buffer; readonly accountId: string },
): Promise<void> {
  await tx.db
    .updateTable('sealed_texts')
    .set({ account_id: accountId })
    .where('subject', '=', subject)
    .where('receipt_hash', '=', receiptHash)
    .execute()
}
