import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'

/** What whoever tells of a mediation must know of it: nobody's name, and not which case. */
export interface MediationToTell {
  /** The area of the committee that conducts it. */
  readonly areaId: string
  /** Its case turned out to be confidential: the committee sees it no more. */
  readonly hidden: boolean
  readonly parties: readonly {
    readonly id: string
    readonly accountId: string | null
    /** From when on the account is known to be the party's; null where it is not yet. */
    readonly since: Temporal.Instant | null
  }[]
  /** Made in a drill of an emergency. */
  readonly practice: boolean
}

/** These mediations. For followers. */
export async function selectMediationsToTell(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, MediationToTell>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mediations')
    .select(['id', 'area_id', 'reach', 'opened_at', 'drill_id'])
    .where('id', 'in', [...ids])
    .execute()
  const found = await db
    .selectFrom('mediation_parties')
    .select(['id', 'mediation_id', 'account_id', 'is_reporter', 'consented_at'])
    .where('mediation_id', 'in', [...ids])
    .orderBy('place')
    .execute()
  const parties = Map.groupBy(found, (party) => party.mediation_id)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        areaId: row.area_id,
        hidden: !row.reach.includes(row.area_id),
        practice: row.drill_id !== null,
        parties: (parties.get(row.id) ?? []).map((party) => ({
          id: party.id,
          accountId: party.account_id,
          // Whoever did not report comes by an account when consenting signed in.
          since: party.is_reporter ? row.opened_at : party.consented_at,
        })),
      },
    ]),
  )
}
