import '../../map/map-and-list.css'
import './place-map.css'
import { useMemo, useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import type { LonLatPair, MapArea } from '../../../areas/map.contract.ts'
import { isRefusal } from '../../api/problem.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { MapList } from '../../map/map-list.tsx'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { useMapWords } from '../../map/use-map-words.ts'
import { usePreferences } from '../../preferences.tsx'
import { lastOf } from '../last-of.ts'
import { type ChosenPlace, chosenPlace, useSayPlace } from '../my-place.ts'
import { useNameOf } from '../names.ts'

export interface PlaceMapProps {
  /** Where to begin: the place that was chosen before. */
  readonly start: ChosenPlace | null
  /** The point where one was set on the map; null where an area was taken from the list. */
  onTake(place: ChosenPlace, at: LonLatPair | null): void
  onClose(): void
}

/** A place, by a tap on the map or step by step from the list; its address in words is shown before it is taken. */
export default function PlaceMap({ start, onTake, onClose }: PlaceMapProps) {
  const { place: said } = useMapWords()
  const [point, setPoint] = useState<LonLatPair | null>(null)
  const [areaId, setAreaId] = useState<string | null>(null)
  const reading = useChosen(point, areaId)
  const found = reading.data === undefined ? null : chosenPlace(reading.data)
  const sayPlace = useSayPlace()
  const choosePoint = (at: LonLatPair) => {
    setPoint(at)
    setAreaId(null)
  }
  return (
    <div className="place-map map-and-list">
      <p className="field__hint">{said.how}</p>
      <PickGround
        start={start}
        point={point}
        selected={areaId}
        onPoint={choosePoint}
        onArea={(id) => {
          setAreaId(id)
          setPoint(null)
        }}
      />
      <p role="status">
        {reading.isFetching && found === null && said.asking}
        {found && said.chosen(sayPlace(found.steps))}
      </p>
      {isRefusal(reading.error, 'area_outside_district') ? (
        <p className="field__error" role="alert">
          {said.outside}
        </p>
      ) : (
        <FormError error={reading.error} />
      )}
      <div className="place-map__acts">
        {found && <Button onClick={() => onTake(found, point)}>{said.take}</Button>}
        <Button look="quiet" onClick={onClose}>
          {said.close}
        </Button>
      </div>
    </div>
  )
}

/** What the server says of the point or the area that was chosen. */
function useChosen(point: LonLatPair | null, areaId: string | null) {
  const path = point
    ? withQuery('/api/areas/locate', { lon: String(point[0]), lat: String(point[1]) })
    : areaId && `/api/areas/${areaId}`
  return useRead<AreaPath>(path, { staleMs: 300_000 })
}

interface GroundProps {
  readonly start: ChosenPlace | null
  readonly point: LonLatPair | null
  readonly selected: string | null
  onPoint(at: LonLatPair): void
  onArea(id: string): void
}

function PickGround({ start, point, selected, onPoint, onArea }: GroundProps) {
  const words = useMapWords()
  const { language } = usePreferences()
  const nameOf = useNameOf()
  // A grid's own map shows the buildings around: begin in the community, or as far down as is known.
  const [way, setWay] = useState<readonly string[]>(() => start?.steps.slice(1, 3).map(({ id }) => id) ?? [])
  const { data } = useMapAreas(lastOf(way))
  const [middle, setMiddle] = useState<(() => LonLatPair) | null>(null)
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(data?.areas ?? [], language),
      outline: data?.under.shape ?? null,
      selected,
      point,
    }),
    [data, language, selected, point],
  )
  const choose = (id: string) => {
    const area = data?.areas.find((each) => each.id === id)
    onArea(id)
    if (area && area.parts > 0) setWay([...way, id])
  }
  const note = (area: MapArea) => (area.parts > 0 ? words.parts(area.parts) : undefined)
  return (
    <>
      <MapView
        label={words.place.title}
        gentle
        drawn={drawn}
        box={data?.box ?? null}
        onPoint={onPoint}
        onMiddle={(read) => setMiddle(() => read)}
      />
      {middle && (
        <Button look="quiet" onClick={() => onPoint(middle())}>
          {words.place.middle}
        </Button>
      )}
      {way.length > 0 && (
        <Button look="quiet" onClick={() => setWay(way.slice(0, -1))}>
          ↑ {words.up}
        </Button>
      )}
      {data && data.areas.length > 0 && (
        <MapList
          label={words.place.listLabel(nameOf(data.under))}
          selected={selected}
          onSelect={choose}
          places={data.areas.map((area) => ({ id: area.id, name: nameOf(area), note: note(area) }))}
        />
      )}
    </>
  )
}
