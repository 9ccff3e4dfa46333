interface Days {
  readonly fromDay: string
  readonly toDay: string | null
}

/**
 * Whether nobody else was registered at a home on a day (YYYY-MM-DD). On the day on which somebody leaves they count as
 * there still: rather one withheld too much.
 */
export const isAloneOn = (stays: readonly { readonly others: readonly Days[] }[], day: string): boolean =>
  !stays.some(({ others }) =>
    others.some(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay)),
  )
