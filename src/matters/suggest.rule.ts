import type { Matter } from './contract.ts'

/** A matter that the words of a report point to, with the keywords that made it so. */
export interface MatterSuggestion {
  readonly code: string
  /** Sum over the keywords found of their squared length in characters. */
  readonly score: number
  readonly because: readonly string[]
}

const most = 5

/**
 * Up to five matters that `words` point to, the likeliest first. A keyword found counts its length squared, so that
 * 消防通道 outweighs 通道; one that lies within a longer one found for the same matter counts no more. The matter's
 * name is a keyword too. Equal scores stand in order of code. For the screening desk: it suggests, a person decides.
 */
export function suggestMatters(
  words: string,
  matters: readonly Pick<Matter, 'code' | 'nameZh' | 'keywords'>[],
): MatterSuggestion[] {
  const text = plain(words)
  return matters
    .map((matter) => suggestionOf(matter, text))
    .filter((suggestion) => suggestion.score > 0)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}

function suggestionOf(matter: Pick<Matter, 'code' | 'nameZh' | 'keywords'>, text: string): MatterSuggestion {
  const found = [...new Set([matter.nameZh, ...matter.keywords].map(plain))].filter(
    (keyword) => keyword !== '' && text.includes(keyword),
  )
  const because = found
    .filter((keyword) => !found.some((longer) => longer !== keyword && longer.includes(keyword)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return { code: matter.code, score: because.reduce((sum, { length }) => sum + length ** 2, 0), because }
}

/** Width, case and spaces do not tell words apart. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
