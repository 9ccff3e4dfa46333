const numerals = '零一二三四五六七八九'

/** Chinese numerals up to 99, as they stand before 单元 and 栋, in figures. */
const inFigures = (text: string): string =>
  text.replace(
    /([一二三四五六七八九]?)十([一二三四五六七八九]?)|[零一二三四五六七八九]/g,
    (all, tens, ones) =>
      all.includes('十')
        ? String((tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0))
        : String(numerals.indexOf(all)),
  )

/** A home's label without ways of writing it: 2单元501室, 二单元 501 and 2-501 are one home. */
export const homeLabelKey = (label: string): string =>
  inFigures(label.normalize('NFKC').toLowerCase())
    .replace(/\s+/g, '')
    .replace(/单元|门洞|层|楼|梯|[-—–_/、,，#]/g, '-')
    .replace(/[室号房户]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')

/** An address as people type it: the building or estate, and the home in it where they said one. */
export interface TypedAddress {
  readonly place: string
  /** As `homeLabelKey` writes it, or null. */
  readonly labelKey: string | null
}

/** `柳岸小区3栋2单元501` is building 柳岸小区3栋 and home 2-501; `柳岸小区 501` has the home behind a space. */
export function readAddress(text: string): TypedAddress {
  const plain = text.normalize('NFKC').trim()
  const behindBuilding = /^(.*?(?:\d|[一二三四五六七八九十])+\s*(?:号楼|栋|幢|座))\s*(.*)$/.exec(plain)
  const behindSpace = /^(.*\S)\s+(\S*\d\S*)$/.exec(plain)
  const [, place = plain, label = ''] = behindBuilding ?? behindSpace ?? []
  return { place: place.trim(), labelKey: homeLabelKey(label) || null }
}
