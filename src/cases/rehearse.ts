import type { Ctx } from '../platform/ctx.ts'
import type { Tx } from '../platform/transaction.ts'

/** Thrown to take a rehearsed transaction back; nobody outside this file meets it. */
const takenBack = new Error('rehearsed')

/**
 * Does an act by its own code and takes it back: the same permission, rules and constraints answer, no row is kept and
 * no line is written. `look` reads what the act would leave behind, before it is taken back. Throws the act's Refusal.
 */
export async function rehearse<Seen>(
  ctx: Ctx,
  act: (rehearsing: Ctx) => Promise<unknown>,
  look: (tx: Tx) => Promise<Seen>,
): Promise<Seen> {
  let seen: { readonly value: Seen } | undefined
  await act({
    ...ctx,
    transaction: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      let done: { readonly value: T } | undefined
      try {
        await ctx.transaction(async (tx) => {
          done = { value: await work(tx) }
          seen = { value: await look(tx) }
          throw takenBack
        })
      } catch (error) {
        if (error !== takenBack) throw error
      }
      return done!.value
    },
  })
  return seen!.value
}
