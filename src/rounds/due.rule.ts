/** The day (YYYY-MM-DD) by which an estate is walked again; null where it never was. */
export const dueOn = (lastDay: string | null, periodDays: number): string | null =>
  lastDay === null ? null : Temporal.PlainDate.from(lastDay).add({ days: periodDays }).toString()

/** Whether it is due: never walked, or the day has come. */
export const isDue = (due: string | null, today: string): boolean => due === null || due <= today

/** A place as its turn asks. */
interface Due {
  readonly dueOn: string | null
  readonly area: { readonly code: string }
}

/** Where a place stands in the order in which estates are walked: never walked first, then by the day, then by code. */
export const turnOf = ({ dueOn: due, area }: Due): string => `${due ?? '0000-00-00'}/${area.code}`

/** Places in that order. */
export const dueFirst = <Place extends Due>(places: readonly Place[]): Place[] =>
  [...places].sort((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1))

/** More estates than one worker looks after. */
const mostOnPhone = 60

/** Those that a phone keeps: of a whole community's those that are due first. */
export const onPhone = <Place extends Due>(places: readonly Place[]): Place[] =>
  dueFirst(places).slice(0, mostOnPhone)
