import './map-view.css'
import { useEffect, useRef, useState } from 'react'
import type { LonLatPair, MapBox, MapCard } from '../../areas/map.contract.ts'
import { useRead } from '../api/use-read.ts'
import { usePreferences } from '../preferences.tsx'
import { useDark } from '../use-dark.ts'
import type { Drawn } from './drawn.ts'
import type { MapListeners, OpenedMap } from './open-map.ts'
import { useMapWords } from './use-map-words.ts'

export interface MapViewProps extends Omit<MapListeners, 'onLost'> {
  /** What the map shows, as a screen reader says it. */
  readonly label: string
  readonly drawn: Drawn
  /** What is in sight, at first and whenever it becomes another. */
  readonly box: MapBox | null
  /** On a page that is moved by one finger: two then move the map. */
  readonly gentle?: boolean
  /** Given while the map stands: the middle of what is in sight. */
  onMiddle?(middle: (() => LonLatPair) | null): void
}

type State = 'opening' | 'open' | 'refused'

/** The district's map. Where the browser draws none it says so, and points to the list that stands beside each map. */
export function MapView(props: MapViewProps) {
  const { data: card } = useRead<MapCard>('/api/map', { staleMs: 300_000 })
  const box = props.box ?? card?.box ?? null
  const words = useMapWords()
  if (card === undefined) return <div className="map" />
  if (box === null) return <p className="map map__instead">{words.noOutlines}</p>
  return <Standing {...props} card={card} box={box} />
}

function Standing(props: MapViewProps & { card: MapCard; box: MapBox }) {
  const { card, box, drawn, onMiddle } = props
  const words = useMapWords()
  const [state, setState] = useState<State>('opening')
  const element = useRef<HTMLDivElement>(null)
  const map = useMap(element, props, setState)
  useEffect(() => {
    map?.draw(drawn)
  }, [map, drawn])
  const [west, south, east, north] = box
  useEffect(() => {
    map?.show([west, south, east, north])
  }, [map, west, south, east, north])
  useEffect(() => {
    onMiddle?.(map?.middle ?? null)
    return () => onMiddle?.(null)
  }, [map, onMiddle])
  if (state === 'refused')
    return (
      <p className="map map__instead" role="status">
        {words.refused}
      </p>
    )
  return (
    // The canvas itself is the region that a screen reader names.
    <div className="map" aria-busy={state === 'opening'}>
      <div ref={element} className="map__canvas" />
      {map && (
        <div className="map__zoom">
          <button type="button" aria-label={words.nearer} onClick={() => map.zoom(1)}>
            +
          </button>
          <button type="button" aria-label={words.farther} onClick={() => map.zoom(-1)}>
            −
          </button>
        </div>
      )}
      {card.tiles && card.tiles.attribution !== '' && (
        <p className="map__source">{words.source(card.tiles.attribution)}</p>
      )}
    </div>
  )
}

/** Opens the map anew where the page becomes dark, light, large or another language; drawing code comes with the first. */
function useMap(
  element: React.RefObject<HTMLDivElement | null>,
  props: MapViewProps & { card: MapCard; box: MapBox },
  say: (state: State) => void,
): OpenedMap | null {
  const [map, setMap] = useState<OpenedMap | null>(null)
  const latest = useRef(props)
  latest.current = props
  const words = useMapWords()
  const { largeType } = usePreferences()
  const dark = useDark()
  const { card, label } = props
  const gentle = props.gentle === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: dark and large type change the colours that are read from the page.
  useEffect(() => {
    let opened: OpenedMap | null = null
    let gone = false
    const lost = () => say('refused')
    import('./open-map.ts')
      .then(({ openMap }) => {
        if (gone || element.current === null) return
        const { box, onPoint, onCases } = latest.current
        opened = openMap(
          { element: element.current, card, box, label, gentle: gentle ? words.gentle : null },
          {
            onArea: (id) => latest.current.onArea?.(id),
            onCases: onCases && ((ids) => latest.current.onCases?.(ids)),
            onPoint: onPoint && ((at) => latest.current.onPoint?.(at)),
            onLost: lost,
          },
        )
        setMap(opened)
        say('open')
      })
      // No WebGL, or a browser too old for the drawing code: the list beside the map is enough.
      .catch(lost)
    return () => {
      gone = true
      setMap(null)
      opened?.close()
    }
  }, [element, card, label, gentle, words, dark, largeType, say])
  return map
}
