import type { Tx } from '../../platform/transaction.ts'

export interface NewHousehold {
  readonly id: string
  readonly homeId: string
  readonly headId: string
  readonly reach: readonly string[]
  readonly communityId: string
}

export async function insertHousehold(tx: Tx, household: NewHousehold): Promise<void> {
  await tx.db
    .insertInto('households')
    .values({
      id: household.id,
      home_id: household.homeId,
      head_id: household.headId,
      reach: [...household.reach],
      community_id: household.communityId,
      seq: 1,
    })
    .execute()
}

/** Ends these households; returns those that stood, with their new versions. */
export async function endHouseholds(
  tx: Tx,
  ids: readonly string[],
  endedOn: string,
): Promise<{ id: string; seq: number }[]> {
  return tx.query<{ id: string; seq: number }>(
    'end_households',
    `update households set ended_on = $2::date, seq = seq + 1
     where id = any ($1::uuid[]) and ended_on is null returning id, seq`,
    [ids, endedOn],
  )
}
