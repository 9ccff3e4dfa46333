/** A stretch of a text, and whether it is one of the words that were looked for. */
interface Piece {
  readonly text: string
  readonly isHit: boolean
  /** Where it begins in the text. */
  readonly at: number
}

/** The text cut where the words stand in it, whatever their capitals; the longest word at a place counts. */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  const plain = text.toLowerCase()
  // A text that changes its length so cannot be cut by what was found in the other form.
  const asked = words.map((word) => word.toLowerCase()).filter((word) => word !== '')
  if (asked.length === 0 || plain.length !== text.length) return [{ text, isHit: false, at: 0 }]
  const pieces: Piece[] = []
  let since = 0
  for (let at = 0; at < text.length; ) {
    const longest = Math.max(
      0,
      ...asked.filter((word) => plain.startsWith(word, at)).map((word) => word.length),
    )
    if (longest === 0) {
      at += 1
      continue
    }
    if (at > since) pieces.push({ text: text.slice(since, at), isHit: false, at: since })
    pieces.push({ text: text.slice(at, at + longest), isHit: true, at })
    at += longest
    since = at
  }
  if (since < text.length) pieces.push({ text: text.slice(since), isHit: false, at: since })
  return pieces
}
