/** What the page of areas has in its address: a link to it shows a colleague the same place. */
export interface AreaSearch {
  /** The area whose parts are shown; the district where left out. */
  readonly in?: string
  /** The part that is selected. */
  readonly area?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The address as it was typed or linked; what is not understood is left out. */
export function readAreaSearch(raw: Readonly<Record<string, unknown>>): AreaSearch {
  const read = (['in', 'area'] as const).flatMap((name) => {
    const value = raw[name]
    return typeof value === 'string' && uuid.test(value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(read)
}
