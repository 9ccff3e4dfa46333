import type { Line } from './story.ts'

/** An emergency that was declared, as its lines say. */
export interface Declared {
  readonly areaId: string
  readonly isDrill: boolean
  readonly matters: readonly string[]
  readonly percent: number
  readonly from: number
  readonly levels: readonly { readonly from: number; readonly level: number }[]
  /** The first minute in which it is on no more; null while nobody knows. */
  readonly until: number | null
}

/** An emergency by its lines. It is over when its time is, whenever somebody writes that down. */
export function declaredBy(lines: readonly Line[]): Declared {
  const { data, occurred } = lines[0]!
  const bounds = lines.filter(({ kind }) => kind === 'emergency.declared' || kind === 'emergency.changed')
  const end = lines.find(({ kind }) => kind === 'emergency.ended')
  const named = bounds.at(-1)!.data.untilAt as string | null
  return {
    areaId: data.areaId as string,
    isDrill: data.drill === true,
    matters: data.matters as readonly string[],
    percent: data.limitPercent as number,
    from: occurred,
    levels: bounds.map((line) => ({ from: line.occurred, level: line.data.level as number })),
    until: end
      ? end.occurred
      : named === null
        ? null
        : Temporal.Instant.from(named).epochMilliseconds / 60_000,
  }
}

/** The share of its usual time that a unit gets, in per cent: as much as the gravest says that puts the case first; of two as grave, the stricter. */
export function shareIn(
  declared: readonly Declared[],
  {
    matter,
    path,
    isPractice,
  }: { readonly matter: string; readonly path: readonly string[]; readonly isPractice: boolean },
  minute: number,
): number {
  if (isPractice) return 100
  const levelOf = ({ levels }: Declared) => levels.findLast(({ from }) => from <= minute)!.level
  const [gravest] = declared
    .filter(
      ({ areaId, isDrill, matters, from, until }) =>
        !isDrill &&
        from <= minute &&
        (until === null || minute < until) &&
        matters.includes(matter) &&
        path.includes(areaId),
    )
    .sort((one, other) => levelOf(one) - levelOf(other) || one.percent - other.percent)
  return gravest?.percent ?? 100
}
