const longest = 3

/** Pieces between stops and numbers, as they are compared: width and case do not count. */
export const piecesOf = (words: string): string[] =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((piece) => piece !== '')

/** Runs of one to three characters with how often each stands there; a run ends where a sentence does. */
export function gramsOf(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const piece of piecesOf(words)) {
    const characters = [...piece]
    for (let at = 0; at < characters.length; at += 1)
      for (let length = 1; length <= longest && at + length <= characters.length; length += 1) {
        const gram = characters.slice(at, at + length).join('')
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
  }
  return counts
}
