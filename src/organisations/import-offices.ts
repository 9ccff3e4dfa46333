import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { newId } from '../kernel/ids.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'
import type { Office } from './body.contract.ts'
import { unitLine } from './events.ts'
import { changeOffice, insertOffices, officesByBody } from './offices.sql.ts'
import { unitsByCode } from './units.sql.ts'

/** An office of a file, by its body's code and its name. */
interface Named {
  readonly bodyCode: string
  readonly nameZh: string
}

/** What a file changes of offices. */
export interface OfficeChanges {
  readonly openOffices: readonly (Named & Omit<Office, 'id' | 'unitId' | 'nameZh'>)[]
  readonly setOffices: readonly (Named & Pick<Office, 'seats' | 'termMonths'>)[]
}

/** Opens and sets offices of many bodies within a transaction, with one line. The caller has seen that the asker may. */
export async function importOffices(
  { clock }: Pick<Ctx, 'clock'>,
  tx: Tx,
  chain: string,
  { openOffices, setOffices }: OfficeChanges,
): Promise<void> {
  if (openOffices.length + setOffices.length === 0) return
  const units = await unitsByCode(tx)
  const atMs = clock.now().epochMilliseconds
  await insertOffices(
    tx,
    openOffices.map(({ bodyCode, ...office }) => ({
      ...office,
      id: newId(atMs),
      unitId: units.get(bodyCode)!.id,
    })),
  )
  const standing = await officesByBody(tx)
  for (const { bodyCode, nameZh, seats, termMonths } of setOffices) {
    const office = standing.get(bodyCode)!.find((one) => one.nameZh === nameZh)!
    await changeOffice(tx, office.id, { seats, termMonths })
  }
  const digest = createHash('sha256')
    .update(canonicalize([openOffices, setOffices])!)
    .digest('hex')
  const data = { opened: openOffices.length, set: setOffices.length, digest }
  tx.record(unitLine('offices.imported', { chain, subject: chain, data }))
}
