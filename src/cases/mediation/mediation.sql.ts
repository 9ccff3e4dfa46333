import type { Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { AgreementForm, Cause, Kept, MediationStage, Origin, Outcome } from './contract.ts'

/** A mediation as use cases see it. Days are YYYY-MM-DD. */
export interface Mediation {
  readonly id: string
  readonly caseId: string
  /** The area of the committee that mediates, and all that `reach` holds. */
  readonly areaId: string
  readonly reach: readonly string[]
  /** What the committee alone reads is kept under this id; what the parties share under the mediation's own. */
  readonly roomId: string
  readonly chain: string
  readonly origin: Origin
  readonly stage: MediationStage
  readonly partyAccounts: readonly string[]
  readonly partyReceipts: readonly string[]
  readonly parties: number
  readonly consents: number
  readonly mediatorKind: 'holder' | 'account' | null
  readonly mediatorId: string | null
  readonly mediatorNameId: string | null
  readonly chosenBy: 'committee' | 'parties' | null
  readonly openedAt: Temporal.Instant
  readonly form: AgreementForm | null
  readonly factsId: string | null
  readonly termsId: string | null
  readonly cause: Cause | null
  readonly agreedAt: Temporal.Instant | null
  readonly inForceOn: string | null
  readonly confirmUntil: string | null
  readonly confirmedOn: string | null
  readonly followOn: string | null
  readonly kept: Kept | null
  readonly outcome: Outcome | null
  readonly dangerAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly drillId: string | null
  /** Lines of its story so far. */
  readonly seq: number
}

export const toMediation = (row: Selectable<Tables['mediations']>): Mediation => ({
  id: row.id,
  caseId: row.case_id,
  areaId: row.area_id,
  reach: row.reach,
  roomId: row.room_id,
  chain: row.chain,
  origin: row.origin as Origin,
  stage: row.stage as MediationStage,
  partyAccounts: row.party_accounts,
  partyReceipts: row.party_receipts,
  parties: row.parties,
  consents: row.consents,
  mediatorKind: row.mediator_kind as Mediation['mediatorKind'],
  mediatorId: row.mediator_id,
  mediatorNameId: row.mediator_name_id,
  chosenBy: row.chosen_by as Mediation['chosenBy'],
  openedAt: row.opened_at,
  form: row.form as AgreementForm | null,
  factsId: row.facts_id,
  termsId: row.terms_id,
  cause: row.cause as Cause | null,
  agreedAt: row.agreed_at,
  inForceOn: row.in_force_on,
  confirmUntil: row.confirm_until,
  confirmedOn: row.confirmed_on,
  followOn: row.follow_on,
  kept: row.kept as Kept | null,
  outcome: row.outcome as Outcome | null,
  dangerAt: row.danger_at,
  endedAt: row.ended_at,
  drillId: row.drill_id,
  seq: row.seq,
})

const moment = (at: Temporal.Instant | null): string | null => at?.toString() ?? null

/** The columns that acts change. */
const changing = (mediation: Mediation) => ({
  stage: mediation.stage,
  party_accounts: [...mediation.partyAccounts],
  party_receipts: [...mediation.partyReceipts],
  parties: mediation.parties,
  consents: mediation.consents,
  mediator_kind: mediation.mediatorKind,
  mediator_id: mediation.mediatorId,
  mediator_name_id: mediation.mediatorNameId,
  chosen_by: mediation.chosenBy,
  form: mediation.form,
  facts_id: mediation.factsId,
  terms_id: mediation.termsId,
  cause: mediation.cause,
  agreed_at: moment(mediation.agreedAt),
  in_force_on: mediation.inForceOn,
  confirm_until: mediation.confirmUntil,
  confirmed_on: mediation.confirmedOn,
  follow_on: mediation.followOn,
  kept: mediation.kept,
  outcome: mediation.outcome,
  danger_at: moment(mediation.dangerAt),
  ended_at: moment(mediation.endedAt),
  seq: mediation.seq,
})

/** Refuses `mediation_open_already` where the case has one that is not over. */
export async function insertMediation(tx: Tx, mediation: Mediation): Promise<void> {
  try {
    await tx.db
      .insertInto('mediations')
      .values({
        id: mediation.id,
        case_id: mediation.caseId,
        area_id: mediation.areaId,
        reach: [...mediation.reach],
        room_id: mediation.roomId,
        chain: mediation.chain,
        origin: mediation.origin,
        opened_at: mediation.openedAt.toString(),
        drill_id: mediation.drillId,
        ...changing(mediation),
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'mediations_one_open') throw new Refusal('mediation_open_already')
    throw error
  }
}

/** Writes the row as it is after an act. Of two at once the second is refused `mediation_moved_on`. */
export async function saveMediation(tx: Tx, before: Mediation, after: Mediation): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable('mediations')
    .set(changing(after))
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('mediation_moved_on')
}

/** The mediation. Refuses `not_found` where the asker does not see it. */
export async function loadMediation(tx: Tx, id: string): Promise<Mediation> {
  const row = await tx.db.selectFrom('mediations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found', { kind: 'mediation' })
  return toMediation(row)
}
