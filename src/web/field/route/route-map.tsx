import { useMemo } from 'react'
import type { LonLatPair, MapBox, MapCard } from '../../../areas/map.contract.ts'
import type { Light } from '../../../cases/contract.ts'
import { useRead } from '../../api/use-read.ts'
import type { DrawnStop } from '../../map/drawn.ts'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { usePreferences } from '../../preferences.tsx'
import { routeWords } from '../../words/route.ts'

/** A stop that can be drawn, with its number in the walk. */
export interface PlacedStop {
  readonly id: string
  readonly n: number
  readonly at: LonLatPair
  readonly light: Light
}

export interface RouteMapProps {
  readonly stops: readonly PlacedStop[]
  readonly start: LonLatPair | null
  /** The area whose parts are drawn below: the reader's own. */
  readonly under: string | undefined
  readonly selected: string | null
  onSelect(id: string): void
}

/** The walk on the map, in straight lines. Without signal there is none, and it says that the list beside it is enough. */
export default function RouteMap({ stops, start, under, selected, onSelect }: RouteMapProps) {
  const { language } = usePreferences()
  const said = routeWords[language]
  const card = useRead<MapCard>('/api/map', { staleMs: 300_000 })
  const { data: ground } = useMapAreas(under)
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(ground?.areas ?? [], language),
      outline: ground?.under.shape ?? null,
      stops: together(stops, selected, said.numbers),
      walk: [...(start ? [start] : []), ...stops.map(({ at }) => at)],
    }),
    [ground, language, stops, said, start, selected],
  )
  const box = useMemo(() => boxOf([...(start ? [start] : []), ...stops.map(({ at }) => at)]), [stops, start])
  if (card.data === undefined && card.error !== null)
    return (
      <p className="field__hint" role="status">
        {said.noMap}
      </p>
    )
  return (
    <MapView
      label={said.mapLabel}
      gentle
      drawn={drawn}
      box={box}
      onCases={([id]) => {
        const here = stops.filter(
          (stop) =>
            id !== undefined &&
            isAt(
              stop,
              stops.find((one) => one.id === id),
            ),
        )
        // Tapped once more, the next one of the same place.
        const next = here[here.findIndex((stop) => stop.id === selected) + 1] ?? here[0]
        if (next) onSelect(next.id)
      }}
    />
  )
}

const isAt = (one: PlacedStop, other: PlacedStop | undefined): boolean =>
  one.at[0] === other?.at[0] && one.at[1] === other.at[1]

const worst: readonly Light[] = ['red', 'yellow', 'green', 'none']

/** What stands at one and the same place is one mark, of the worst light among them. */
function together(
  stops: readonly PlacedStop[],
  selected: string | null,
  numbers: (first: number, last: number) => string,
): readonly DrawnStop[] {
  const places = new Map<string, PlacedStop[]>()
  for (const stop of stops) {
    const key = stop.at.join()
    places.set(key, [...(places.get(key) ?? []), stop])
  }
  return [...places.values()].map((here) => ({
    id: here[0]!.id,
    at: here[0]!.at,
    chosen: here.some(({ id }) => id === selected),
    label: numbers(here[0]!.n, here[here.length - 1]!.n),
    light: worst.find((light) => here.some((stop) => stop.light === light)) ?? 'none',
  }))
}

/** A hundred metres around, so that the houses beside the first and the last are seen too. */
const leastDegrees = 0.001

function boxOf(points: readonly LonLatPair[]): MapBox | null {
  if (points.length === 0) return null
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return [
    Math.min(...lons) - leastDegrees,
    Math.min(...lats) - leastDegrees,
    Math.max(...lons) + leastDegrees,
    Math.max(...lats) + leastDegrees,
  ]
}
