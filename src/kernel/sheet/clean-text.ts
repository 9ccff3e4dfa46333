/** Line and page breaks of every system: CR LF, CR, vertical tab, form feed, NEL, LS, PS. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** Controls (tab and line feed stay) and format characters: soft hyphen, zero-width, direction, byte order mark. */
const invisible = /[[\p{Cc}\p{Cf}]--[\t\n\u200d]]/gv
/** A joiner has a use between two pictures alone, where it makes one of them. */
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d+|\u200d+(?!\p{Extended_Pictographic})/gu
const spaces = /[\t\p{Zs}]+/gu

/**
 * Words as they were meant: line breaks made one kind, unseen and control characters removed, every run of
 * spaces (also no-break and ideographic) made one, lines trimmed, paragraphs kept with at most one blank
 * line between them. Empty when nothing visible is left. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(lineBreaks, '\n')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** As `cleanText`, on one line: for a title, a name, a number. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ')
}
