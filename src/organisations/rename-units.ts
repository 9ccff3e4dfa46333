import type { Tx } from '../platform/transaction.ts'
import type { Unit } from './contract.ts'
import { unitLine } from './events.ts'
import { updateUnits } from './units.sql.ts'

/** Gives units other names and telephones within a transaction, with one line. The caller has seen that the asker may. */
export async function renameUnits(
  tx: Tx,
  chain: string,
  units: readonly Pick<Unit, 'id' | 'nameZh' | 'nameEn' | 'phone'>[],
): Promise<void> {
  if (units.length === 0) return
  await updateUnits(tx, units)
  const data = { unitIds: units.map(({ id }) => id) }
  tx.record(unitLine('units.renamed', { chain, subject: chain, data }))
}
