import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Matter, NewMatter } from './contract.ts'

/** A matter and the days it holds: from `validFrom` up to the day before `validTo` (YYYY-MM-DD, local). */
export interface DatedMatter {
  readonly matter: Matter
  readonly validFrom: string
  readonly validTo: string | null
}

/** The whole catalogue with its past, in order of code and day. */
export async function readMatters(db: Kysely<Tables>): Promise<DatedMatter[]> {
  const rows = await db.selectFrom('matters').selectAll().orderBy('code').orderBy('valid_from').execute()
  return rows.map((row) => ({
    validFrom: row.valid_from,
    validTo: row.valid_to,
    // The table's constraints and `readCatalogue` hold the words that the types promise.
    matter: {
      id: row.id,
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      category: row.category,
      categoryZh: row.category_zh,
      categoryEn: row.category_en,
      hostRole: row.host_role as Matter['hostRole'],
      host: row.host as Matter['host'],
      level: row.level as Matter['level'],
      answers: row.answers,
      response: { amount: row.response_amount, unit: row.response_unit as Matter['response']['unit'] },
      resolution: { amount: row.resolution_amount, unit: row.resolution_unit as Matter['response']['unit'] },
      yellowPercent: row.yellow_percent,
      evidence: { photo: row.evidence_photo, note: row.evidence_note },
      limits: {
        extensions: row.extensions_most,
        extensionDays: row.extension_days_most,
        pauses: row.pauses_most,
        pauseDays: row.pause_days_most,
        listingDays: row.listing_days_most,
      },
      confidential: row.confidential,
      basis: row.basis as Matter['basis'],
      keywords: row.keywords,
    },
  }))
}

const record = `jsonb_to_recordset($1::jsonb) as r (id uuid, code text, "nameZh" text, "nameEn" text, category text,
  "categoryZh" text, "categoryEn" text, "hostRole" text, host text, level text, answers text,
  response jsonb, resolution jsonb, "yellowPercent" integer, evidence jsonb, limits jsonb,
  confidential boolean, basis jsonb, keywords text[])`

const values = `r."nameZh", r."nameEn", r.category, r."categoryZh", r."categoryEn", r."hostRole", r.host, r.level,
  r.answers, (r.response->>'amount')::integer, r.response->>'unit', (r.resolution->>'amount')::integer,
  r.resolution->>'unit', r."yellowPercent", (r.evidence->>'photo')::boolean, (r.evidence->>'note')::boolean,
  r.confidential, r.basis, r.keywords, (r.limits->>'extensions')::integer, (r.limits->>'extensionDays')::integer,
  (r.limits->>'pauses')::integer, (r.limits->>'pauseDays')::integer, (r.limits->>'listingDays')::integer`

const columns = `name_zh, name_en, category, category_zh, category_en, host_role, host, level, answers,
  response_amount, response_unit, resolution_amount, resolution_unit, yellow_percent, evidence_photo, evidence_note,
  confidential, basis, keywords, extensions_most, extension_days_most, pauses_most, pause_days_most,
  listing_days_most`

/** Adds matters that hold from `fromDay` on. */
export async function insertMatters(tx: Tx, matters: readonly Matter[], fromDay: string): Promise<void> {
  await tx.query(
    'insert_matters',
    `insert into matters (id, code, valid_from, ${columns}) select r.id, r.code, $2::date, ${values} from ${record}`,
    [JSON.stringify(matters), fromDay],
  )
}

/** Writes over matters whose own first day it still is; one that was ended that day holds again. */
export async function correctMatters(
  tx: Tx,
  matters: readonly (NewMatter & { readonly id: string })[],
): Promise<void> {
  await tx.query(
    'correct_matters',
    `update matters m set (${columns}, valid_to) = row (${values}, null) from ${record} where m.id = r.id`,
    [JSON.stringify(matters)],
  )
}

/** Ends matters: `fromDay` is the first day on which they hold no more. */
export async function endMatters(tx: Tx, ids: readonly string[], fromDay: string): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('matters')
    .set({ valid_to: fromDay })
    .where('id', 'in', [...ids])
    .execute()
}
