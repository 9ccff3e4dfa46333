import type { CatalogueColumn, CatalogueFaultReason } from './contract.ts'
import type { ClockLimits } from './limits.contract.ts'

interface LimitColumn {
  readonly limit: keyof ClockLimits
  readonly column: CatalogueColumn
  readonly largest: number
}

/** Where the catalogue's file says what a unit may ask for, and the largest number that is no slip of the pen. */
const limitColumns: readonly LimitColumn[] = [
  { limit: 'extensions', column: 'extensions_most', largest: 99 },
  { limit: 'extensionDays', column: 'extension_days_most', largest: 999 },
  { limit: 'pauses', column: 'pauses_most', largest: 99 },
  { limit: 'pauseDays', column: 'pause_days_most', largest: 999 },
  { limit: 'listingDays', column: 'listing_days_most', largest: 999 },
]

/**
 * What holds where a row says nothing. Source: own; no law or national standard names numbers for 延期、挂起、挂账, so
 * each district sets its own in its catalogue.
 */
export const usualLimits: ClockLimits = {
  extensions: 2,
  extensionDays: 20,
  pauses: 2,
  pauseDays: 20,
  listingDays: 180,
}

/** Reads the limits of a row: whole numbers, 0 for "none at all", the usual ones where a cell is empty. */
export function limitsIn(reader: {
  readonly plain: (column: CatalogueColumn) => string
  readonly fault: (column: CatalogueColumn, reason: CatalogueFaultReason) => void
}): ClockLimits {
  const read = ({ limit, column, largest }: LimitColumn): [keyof ClockLimits, number] => {
    const text = reader.plain(column)
    if (text === '') return [limit, usualLimits[limit]]
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    if (!(number <= largest)) reader.fault(column, 'limit_range')
    return [limit, number]
  }
  return { ...usualLimits, ...Object.fromEntries(limitColumns.map(read)) }
}

/** The cells that `limitsIn` reads back. */
export function limitCells(
  limits: ClockLimits,
): Record<
  'extensions_most' | 'extension_days_most' | 'pauses_most' | 'pause_days_most' | 'listing_days_most',
  string
> {
  return {
    extensions_most: String(limits.extensions),
    extension_days_most: String(limits.extensionDays),
    pauses_most: String(limits.pauses),
    pause_days_most: String(limits.pauseDays),
    listing_days_most: String(limits.listingDays),
  }
}
