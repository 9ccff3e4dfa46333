/** A piece of speech as a browser hands it on: still guessed, or certain (`isFinal`). */
export type Result = ArrayLike<{ readonly transcript: string; readonly confidence?: number }> & {
  readonly isFinal: boolean
}

interface Heard {
  readonly certain: string
  readonly guessed: string
  /** How many of the results have been written down by now. */
  readonly taken: number
}

/**
 * What of a hearing's results is new, after the first `taken` of them. Chrome on Android hands on again what was certain
 * before, and calls its guesses final with a confidence of 0 (`doubtsFinal`): without this each sentence stands there twice.
 */
export function heardIn(
  results: ArrayLike<Result>,
  taken: number,
  { doubtsFinal }: { readonly doubtsFinal: boolean },
): Heard {
  // A shorter list is another hearing's.
  const from = results.length < taken ? 0 : taken
  const fresh = Array.from(results).slice(from)
  const isCertain = (one: Result) => one.isFinal && !(doubtsFinal && one[0]?.confidence === 0)
  const open = fresh.findIndex((one) => !isCertain(one))
  const certain = open < 0 ? fresh : fresh.slice(0, open)
  const said = (some: readonly Result[]) => some.map((one) => one[0]?.transcript ?? '').join('')
  return { certain: said(certain), guessed: said(fresh.slice(certain.length)), taken: from + certain.length }
}
