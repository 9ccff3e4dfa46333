const numerals = '零一二三四五六七八九'

/** Chinese numerals up to 99, as they stand before 单元 and 栋, in figures. */
export const inFigures = (text: string): string =>
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

/** An address as people type it, in the parts that they said. */
export interface TypedAddress {
  /** The estate or road; empty where only a building was said. */
  readonly place: string
  /** The building in it in figures, such as 3栋, or null. */
  readonly building: string | null
  /** As `homeLabelKey` writes it, or null. */
  readonly labelKey: string | null
}

/** `柳岸小区3栋2单元501` is estate 柳岸小区, building 3栋 and home 2-501; `柳岸小区 501` has the home behind a space. */
export function readAddress(text: string): TypedAddress {
  const plain = text.normalize('NFKC').trim()
  const withBuilding = /^(.*?)((?:\d+|[一二三四五六七八九十]+)\s*(?:号楼|栋|幢|座))\s*(.*)$/.exec(plain)
  const behindSpace = /^(.*\S)\s+(\S*\d\S*)$/.exec(plain)
  const [, place = plain, building = null, label = ''] =
    withBuilding ?? (behindSpace ? ['', behindSpace[1], null, behindSpace[2]] : [])
  return {
    place: place.trim(),
    building: building && inFigures(building).replace(/\s/g, ''),
    labelKey: homeLabelKey(label) || null,
  }
}

/** Whether a building of the map is the one that was said: 柳岸小区3栋 and 3栋 are 3栋, 13栋 is not. */
export const isBuilding = (name: string, building: string): boolean => {
  const own = inFigures(name.normalize('NFKC')).replace(/\s/g, '')
  return own.endsWith(building) && !/\d$/.test(own.slice(0, -building.length))
}
