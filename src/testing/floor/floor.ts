import data from '@mdn/browser-compat-data' with { type: 'json' }
import type { Identifier, SimpleSupportStatement, SupportStatement } from '@mdn/browser-compat-data/types'

/** The oldest browsers that the pages promise to serve (docs/ARCHITECTURE.md, The faces). */
const oldest = { chrome: 87, safari_ios: 14 } as const

/** What MDN knows of the browsers, as a tree: a leaf may say in `__compat` since when each browser has it. */
export const known = data as unknown as Readonly<Record<'api' | 'css' | 'javascript', Identifier>>

/** Whether both of the oldest browsers have it. What MDN does not know counts as had: it can only be our own. */
export function isHad(entry: Identifier | undefined): boolean {
  const support = entry?.__compat?.support
  if (support === undefined) return true
  return (
    hasSince(support.chrome, oldest.chrome) &&
    hasSince(support.safari_ios ?? support.safari, oldest.safari_ios)
  )
}

/** As `isHad`, but what iPhones never had is not asked of them: cursors, the size of a sheet of paper. */
export function isHadWhereMeant(entry: Identifier | undefined): boolean {
  const phone = entry?.__compat?.support.safari_ios
  const isNever = phone !== undefined && [phone].flat().every(({ version_added: added }) => added === false)
  return isNever ? hasSince(entry?.__compat?.support.chrome, oldest.chrome) : isHad(entry)
}

const hasSince = (support: SupportStatement | undefined, version: number): boolean =>
  support === undefined ||
  [support].flat().some((statement) => isWithin(statement as SimpleSupportStatement, version))

/** Behind a flag or under another name is not had. */
function isWithin(statement: SimpleSupportStatement, version: number): boolean {
  const {
    version_added: added,
    version_removed: removed,
    flags,
    prefix,
    alternative_name: otherName,
  } = statement
  if (flags || prefix || otherName || !isSince(added, version)) return false
  return !isSince(removed, version)
}

/** "14.5", "≤37", true, "preview", false and null are all written there. */
const isSince = (since: unknown, version: number): boolean =>
  since === true || (typeof since === 'string' && Number.parseFloat(since.replace('≤', '')) <= version)
