/**
 * A look-up whose askers share messages: those who ask while one is under way travel together in the next. Each
 * message leaves after all who travel in it have asked, so that each sees whatever was committed before.
 * `find` answers with what it found; the asker of a key that is not in it gets undefined. A failure is everybody's.
 */
export function gather<Key, Value>(
  find: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: Key[] = []
  let next: Promise<ReadonlyMap<Key, Value>> | null = null
  let underWay: Promise<unknown> = Promise.resolve()

  const leave = () => {
    const keys = waiting
    waiting = []
    next = null
    const found = find([...new Set(keys)])
    underWay = found.catch(() => undefined)
    return found
  }
  return async (key) => {
    waiting.push(key)
    next ??= underWay.then(leave)
    return (await next).get(key)
  }
}
