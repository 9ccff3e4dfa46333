import type { Tx } from '../../platform/transaction.ts'
import type { LookPurpose } from './contract.ts'

export interface NewLook {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly communityId: string
  readonly day: string
  readonly at: Temporal.Instant
  /** The post by which somebody looked, as it was then. */
  readonly post: LookPost | null
}

export interface LookPost {
  readonly kind: string
  readonly unitId: string | null
  readonly areaId: string
}

/** Somebody opened a person's page, or the visits to their home: once a day and asker is a row, each time more is counted in it. */
export async function noteLook(tx: Tx, what: 'page' | 'visits', look: NewLook): Promise<void> {
  await tx.query(
    'note_look',
    `insert into looks (id, account_id, person_id, what, day, first_at, last_at, times, community_id, post_kind,
       unit_id, area_id)
     values ($1, $2, $3, $10, $4, $5, $5, 1, $6, $7, $8, $9)
     on conflict (account_id, person_id, day, what) where what <> 'identity'
     do update set last_at = excluded.last_at, times = looks.times + 1`,
    [
      look.id,
      look.accountId,
      look.personId,
      look.day,
      look.at.toString(),
      look.communityId,
      look.post?.kind ?? null,
      look.post?.unitId ?? null,
      look.post?.areaId ?? null,
      what,
    ],
  )
}

/** Somebody saw an identity number in full: a row each time. */
export async function noteIdentityLook(
  tx: Tx,
  look: NewLook & { readonly purpose: LookPurpose; readonly words: string },
): Promise<void> {
  await tx.db
    .insertInto('looks')
    .values({
      id: look.id,
      account_id: look.accountId,
      person_id: look.personId,
      what: 'identity',
      purpose: look.purpose,
      words: look.words,
      day: look.day,
      first_at: look.at.toString(),
      last_at: look.at.toString(),
      times: 1,
      community_id: look.communityId,
      post_kind: look.post?.kind ?? null,
      unit_id: look.post?.unitId ?? null,
      area_id: look.post?.areaId ?? null,
    })
    .execute()
}
