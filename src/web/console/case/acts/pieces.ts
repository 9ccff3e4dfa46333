/** A stretch of a text, and whether another text has it too. */
export interface Piece {
  readonly text: string
  readonly shared: boolean
}

/** Cuts a text so that the shared pieces can be marked; a longer piece goes before one that it holds. */
export function cut(text: string, shared: readonly string[]): readonly Piece[] {
  const pieces = shared.filter((piece) => piece !== '').sort((a, b) => b.length - a.length)
  if (pieces.length === 0) return [{ text, shared: false }]
  const form = new RegExp(
    `(${pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`,
  )
  return text
    .split(form)
    .map((part, index) => ({ text: part, shared: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
