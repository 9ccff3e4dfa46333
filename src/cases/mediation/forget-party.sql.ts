import { Refusal } from '../../kernel/refusal.ts'
import type { District } from '../../platform/ctx.ts'
import type { Tx } from '../../platform/transaction.ts'

/** A party, and the area by which its row is reached. */
export interface FoundParty {
  readonly mediationId: string
  readonly areaId: string
  readonly partyId: string
}

/** As many digits as tell a telephone from any other. */
const digits = 11

const phonesAmong = (words: readonly string[]): string[] =>
  words.filter((word) => /^[+\d -]{7,}$/.test(word)).map((word) => word.replace(/\D/g, '').slice(-digits))

/** By the reader's role: whoever erases sees no committee's rows. */
async function selectFound(
  { pools }: Pick<District, 'pools'>,
  where: string,
  values: readonly unknown[],
): Promise<FoundParty[]> {
  const { rows } = await pools.reader.query<FoundParty>(
    `select p.mediation_id as "mediationId", m.reach[1] as "areaId", p.id as "partyId"
     from mediation_parties p join mediations m on m.id = p.mediation_id
     where ${where} order by p.id limit 5000`,
    [...values],
  )
  return rows
}

/** Something is left of the party: its account, or a word of its own. */
const isKnown = `(p.account_id is not null or exists (select from sealed_texts t where t.subject = p.mediation_id
  and t.receipt_hash = p.receipt_hash and t.body is not null))`

/** Parties with this account, or with one of these telephones, however it was written. */
export const selectPartiesOf = (
  district: Pick<District, 'pools'>,
  accountId: string | null,
  words: readonly string[],
) =>
  selectFound(
    district,
    `p.account_id = $1 or exists (select from sealed_texts t where t.id = p.phone_id and t.body is not null
       and right(regexp_replace(t.body, '[^0-9]', '', 'g'), ${digits}) = any ($2::text[]))`,
    [accountId, phonesAmong(words)],
  )

/** Parties of mediations that ended before a moment, of whom something is left. So many at a time as a night can do. */
export const selectOldParties = (district: Pick<District, 'pools'>, before: Temporal.Instant) =>
  selectFound(district, `m.ended_at < $1 and ${isKnown}`, [before.toString()])

/** The reporter of the case as a party of its mediations, of whom something is left. */
export const selectReporterParties = (district: Pick<District, 'pools'>, caseId: string) =>
  selectFound(district, `m.case_id = $1 and p.is_reporter and ${isKnown}`, [caseId])

/** The party of the mediation. Refuses `mediation_party_unknown`. */
export async function selectParty(
  district: Pick<District, 'pools'>,
  mediationId: string,
  partyId: string,
): Promise<FoundParty> {
  const [found] = await selectFound(district, 'm.id = $1 and p.id = $2', [mediationId, partyId])
  if (!found) throw new Refusal('mediation_party_unknown')
  return found
}

/** Texts of a mediation that are the party's own, or name it in one of these words. */
export async function selectTextsNaming(
  tx: Tx,
  mediationId: string,
  receiptHash: Buffer,
  words: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'mediation_texts_naming',
    `select t.id from sealed_texts t where t.subject = $1 and t.body is not null and (t.receipt_hash = $2
       or exists (select from unnest($3::text[]) as w (word) where position(w.word in t.body) > 0))`,
    [mediationId, receiptHash, words],
  )
  return rows.map((row) => row.id)
}
