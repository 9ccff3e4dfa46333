import type { CareKind } from './contract.ts'

/** What the register knows of a home that says how often somebody should come. */
export interface HomeNeeds {
  readonly homeId: string
  readonly label: string
  readonly buildingId: string
  readonly reach: readonly string[]
  readonly communityId: string
  readonly gridId: string | null
  /** Since when people live here: the first day of whoever came first, and of whoever came last. */
  readonly firstDay: string
  readonly lastDay: string
  /** Care that counts today, by kind, with the day from which on: on a consent that stands. */
  readonly care: readonly { readonly kind: CareKind; readonly since: string }[]
  /** One person lives here, and is of age (`oldFromAge`): the day from which on; null otherwise. */
  readonly oldAloneSince: string | null
}

/** 老年人权益保障法 (2018-12-29), Article 2: whoever has completed the sixtieth year. */
export const oldFromAge = 60
