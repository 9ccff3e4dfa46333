/**
 * One reading for all who ask within so many milliseconds, however many they are. One that failed is thrown to those who
 * waited for it, and the next who asks reads anew.
 */
export function whileFresh<Asked extends object, Result>(
  ms: number,
  read: (asked: Asked) => Promise<Result>,
): (asked: Asked) => Promise<Result> {
  const fresh = new WeakMap<Asked, Promise<Result>>()
  return (asked) => {
    const known = fresh.get(asked)
    if (known) return known
    const reading = read(asked)
    fresh.set(asked, reading)
    const forget = () => fresh.delete(asked)
    reading.then(() => setTimeout(forget, ms).unref(), forget)
    return reading
  }
}
