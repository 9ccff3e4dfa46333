/** A look-up takes a millisecond or two: one that takes this long hangs on a connection of its own. */
const usualPatienceMs = 500

/**
 * A look-up whose askers share messages: those who ask while one is under way travel together in the next. Each
 * message leaves after all who travel in it have asked, so that each sees whatever was committed before.
 * `find` answers with what it found; the asker of a key that is not in it gets undefined. A failure is everybody's.
 * One that does not answer within `patienceMs` keeps its own askers waiting, and nobody who comes after them.
 */
export function gather<Key, Value>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  patienceMs = usualPatienceMs,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Key[] = []
  let next: Promise<ReadonlyMap<Key, Value>> | null = null
  let underWay: Promise<unknown> = Promise.resolve()

  const leave = () => {
    const keys = waiting
    waiting = []
    next = null
    const found = find([...new Set(keys)])
    underWay = orPatience(found, patienceMs)
    return found
  }
  return async (key) => {
    waiting.push(key)
    next ??= underWay.then(leave)
    return (await next).get(key)
  }
}

/** Ends when the look-up does, however it ends, or when nobody need wait for it any more. */
function orPatience(found: Promise<unknown>, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, patienceMs)
    const end = () => {
      clearTimeout(patience)
      resolve()
    }
    found.then(end, end)
  })
}
