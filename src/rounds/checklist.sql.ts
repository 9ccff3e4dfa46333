import type { EstateKind } from '../areas/contract.ts'
import { Refusal } from '../kernel/refusal.ts'
import { violated } from '../platform/database.ts'
import type { Tx } from '../platform/transaction.ts'
import type { AnnouncedList } from './checklist.rule.ts'
import type { ChecklistItem } from './contract.ts'

/** All lists that were announced, in order of the day from which each counts. They are few. */
export async function selectLists(tx: Tx): Promise<AnnouncedList[]> {
  const rows = await tx.db.selectFrom('checklists').selectAll().orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    areaId: row.area_id,
    estateKind: row.estate_kind as EstateKind,
    validFrom: row.valid_from,
    periodDays: row.period_days,
    items: row.items as unknown as ChecklistItem[],
  }))
}

/** Refuses `checklist_announced` where one counts from that day already. */
export async function insertList(tx: Tx, list: AnnouncedList): Promise<void> {
  try {
    await tx.db
      .insertInto('checklists')
      .values({
        id: list.id,
        area_id: list.areaId,
        estate_kind: list.estateKind,
        valid_from: list.validFrom,
        period_days: list.periodDays,
        items: JSON.stringify(list.items),
      })
      .execute()
  } catch (error) {
    if (violated(error) === 'checklists_area_id_estate_kind_valid_from_key')
      throw new Refusal('checklist_announced', { field: 'validFrom' })
    throw error
  }
}
