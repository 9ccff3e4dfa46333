import { Refusal } from '../kernel/refusal.ts'
import type { Ctx } from '../platform/ctx.ts'

/**
 * What the program does by itself to each of these, one keeping no other from its turn: a "no" says that somebody came
 * first, and anything else is logged and tried again in the next minute. Returns how many it did something to.
 */
export async function oneByOne<Item>(
  { log }: Pick<Ctx, 'log'>,
  items: readonly Item[],
  work: (item: Item) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for (const item of items) {
    try {
      if (await work(item)) done += 1
    } catch (error) {
      if (!(error instanceof Refusal))
        log.error({ err: error, item }, 'one of the minute’s works failed; it is tried again')
    }
  }
  return done
}
