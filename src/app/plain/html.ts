/** A piece of a page: text that is already safe to stand in it. */
export interface Html {
  readonly html: string
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

const isHtml = (piece: Piece): piece is Html => typeof piece === 'object' && piece !== null && 'html' in piece

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (isHtml(piece)) return piece.html
  if (typeof piece === 'object') return piece.map(written).join('')
  return escaped(String(piece))
}

/** A template in which every value is escaped unless it is a piece of a page itself. Attributes must be quoted. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: texts.map((text, index) => text + written(pieces[index])).join(''),
})
