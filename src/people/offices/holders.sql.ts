import { chunks } from '../../kernel/chunks.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { violated } from '../../platform/database.ts'
import type { Tx } from '../../platform/transaction.ts'
import type { Holder, NewHolder } from './office.contract.ts'

/** The person of an act: one who is known, or a new one. Refuses `holder_unknown`, `holder_code_taken`. */
export async function holderOf(
  tx: Tx,
  {
    holderId,
    newHolder,
  }: { readonly holderId?: string | undefined; readonly newHolder?: NewHolder | undefined },
  atMs: number,
): Promise<Holder> {
  if (holderId === undefined) {
    if (newHolder === undefined) throw new Refusal('holder_unknown')
    const [made] = holdersToInsert([newHolder], atMs)
    await insertHolders(tx, [made!])
    return made!
  }
  const found = await tx.db
    .selectFrom('office_holders')
    .select(['id', 'code', 'name'])
    .where('id', '=', holderId)
    .executeTakeFirst()
  if (!found) throw new Refusal('holder_unknown')
  return found
}

/** New people with ids; who has no code gets one that nobody has, from the random end of the id. */
export const holdersToInsert = (holders: readonly NewHolder[], atMs: number): Holder[] =>
  holders.map(({ name, code }) => {
    const id = newId(atMs)
    return { id, name, code: code ?? `P-${id.slice(-12)}` }
  })

const rowsPerStatement = 2000

/** Adds people. Refuses `holder_code_taken`. */
export async function insertHolders(tx: Tx, holders: readonly Holder[]): Promise<void> {
  for (const some of chunks(holders, rowsPerStatement)) {
    const rows = some.map(({ id, code, name }) => ({ id, code, name, account_id: null }))
    try {
      await tx.db.insertInto('office_holders').values(rows).execute()
    } catch (error) {
      if (violated(error) === 'office_holders_code_key')
        throw new Refusal('holder_code_taken', { code: holders[0]?.code ?? '' })
      throw error
    }
  }
}

/** People whose name holds the text or whose code begins with it, by name. */
export async function findHolders(tx: Tx, text: string, limit: number): Promise<Holder[]> {
  const plain = text.replaceAll(/[\\%_]/g, '\\$&')
  return tx.db
    .selectFrom('office_holders')
    .select(['id', 'code', 'name'])
    .where((has) => has.or([has('name', 'like', `%${plain}%`), has('code', 'ilike', `${plain}%`)]))
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Every person by code. */
export async function holdersByCode(tx: Tx): Promise<Map<string, Holder>> {
  const rows = await tx.db.selectFrom('office_holders').select(['id', 'code', 'name']).execute()
  return new Map(rows.map((row) => [row.code, row]))
}

/** Corrects people's names. */
export async function renameHolders(tx: Tx, holders: readonly Holder[]): Promise<void> {
  for (const { id, name } of holders)
    await tx.db.updateTable('office_holders').set({ name }).where('id', '=', id).execute()
}
