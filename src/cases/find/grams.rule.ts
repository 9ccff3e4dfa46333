/** So much of one text is read: what somebody looks for stands at its beginning, or in the summary. */
const longestRead = 600
/** Longer runs of letters or digits are no words. */
const longestWord = 40

const han = /\p{Script=Han}/u
const runs = /[\p{L}\p{N}]+/gu
const plainRuns = /[^\p{Script=Han}]+/gu

/** As texts and questions are compared: full-width forms and capitals are the same as their plain ones. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * By what a text is found: each two neighbouring characters of which one is Chinese, and each run of other letters and digits
 * whole. No dictionary: a name that none knows is found like any word.
 */
export function gramsOf(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of plainText(text.slice(0, longestRead)).matchAll(runs)) {
    for (const [word] of run.matchAll(plainRuns)) if (word.length <= longestWord) found.add(word)
    const characters = [...run]
    characters.forEach((character, index) => {
      const next = characters[index + 1]
      if (next !== undefined && (han.test(character) || han.test(next))) found.add(character + next)
    })
  }
  return [...found]
}

/** Marks initials apart from words in Latin letters. */
const ofInitials = (gram: string): string => `~${gram}`

/** By what the initials of a text are found: by twos and threes. A space parts what does not stand together. */
export function initialGramsOf(initials: string): string[] {
  const found = new Set<string>()
  for (const run of initials.split(/[^a-z]+/))
    for (let at = 0; at < run.length; at += 1)
      for (const length of [2, 3])
        if (at + length <= run.length) found.add(ofInitials(run.slice(at, at + length)))
  return [...found]
}

/** What all must be there for these typed initials to be; none where they are fewer than two. */
export function grammedInitials(typed: string): string[] {
  if (!/^[a-z]{2,}$/.test(typed)) return []
  if (typed.length === 2) return [ofInitials(typed)]
  const threes = Array.from({ length: typed.length - 2 }, (_, at) => typed.slice(at, at + 3))
  return [...new Set(threes)].map(ofInitials)
}
