import './map.css'
import {
  type FilterSpecification,
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as MapLibre,
  type MapMouseEvent,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { LonLatPair, MapBox, MapCard } from '../../areas/map.contract.ts'
import { type Colours, coloursNow } from './colours.ts'
import { type OnTiles, onTilesOf } from './coordinates.ts'
import { type Collection, type Drawn, layersOf, lightLayer, stopLayer } from './drawn.ts'
import { drawMark, pixelRatio } from './marks.ts'
import { type MapSource, nearestZoom, styleOf } from './style.ts'

setWorkerUrl(workerUrl)

export interface OpenedMap {
  /** Draws anew what changed. */
  readonly draw: (drawn: Drawn) => void
  /** Brings a box (WGS-84) into sight; at once where the reader wants little motion. */
  readonly show: (box: MapBox) => void
  readonly zoom: (by: 1 | -1) => void
  /** The middle of what is in sight, WGS-84. */
  readonly middle: () => LonLatPair
  readonly close: () => void
}

export interface MapListeners {
  onArea?: ((id: string) => void) | undefined
  /** Cases at one place, one or several. */
  onCases?: ((ids: readonly string[]) => void) | undefined
  /** Where was tapped, WGS-84. */
  onPoint?: ((at: LonLatPair) => void) | undefined
  /** The browser took its drawing away, as phones do to old pages. */
  onLost(): void
}

export interface MapHolder {
  readonly element: HTMLElement
  readonly card: MapCard
  readonly box: MapBox
  readonly label: string
  /** On a phone's page one finger moves the page and two the map; these words say so. */
  readonly gentle: { readonly touch: string; readonly wheel: string; readonly wheelMac: string } | null
}

const wantsLittleMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

function newMap(
  { element, card, box, label, gentle }: MapHolder,
  colours: Colours,
  tiles: OnTiles,
): MapLibre {
  return new MapLibre({
    container: element,
    style: styleOf(colours, card.tiles),
    bounds: tiles.box(box) as LngLatBoundsLike,
    fitBoundsOptions: { padding: 24 },
    maxZoom: nearestZoom,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    fadeDuration: wantsLittleMotion() ? 0 : 150,
    cooperativeGestures: gentle !== null,
    locale: {
      'Map.Title': label,
      ...(gentle && {
        'CooperativeGesturesHandler.MobileHelpText': gentle.touch,
        'CooperativeGesturesHandler.WindowsHelpText': gentle.wheel,
        'CooperativeGesturesHandler.MacHelpText': gentle.wheelMac,
      }),
    },
  })
}

/** Opens a map in an element. Throws where the browser cannot draw one: the list beside it is enough then. */
export function openMap(holder: MapHolder, listeners: MapListeners): OpenedMap {
  const { card, element } = holder
  const tiles = onTilesOf(card.tiles?.system ?? 'wgs84')
  const colours = coloursNow()
  const map = newMap(holder, colours, tiles)
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.setMissingStyleImageResolver((id) => {
    const picture = drawMark(id, colours)
    if (picture && !map.hasImage(id)) map.addImage(id, picture, { pixelRatio })
  })
  map.on('webglcontextlost', () => listeners.onLost())
  let last: Drawn | null = null
  const set = (source: MapSource, data: Collection) => map.getSource<GeoJSONSource>(source)?.setData(data)
  const redraw = (drawn: Drawn) => {
    for (const [source, data] of layersOf(drawn, tiles, last)) set(source, data)
    if (drawn.selected !== last?.selected) {
      const only: FilterSpecification = ['==', ['get', 'id'], drawn.selected ?? '']
      for (const layer of ['selected', 'selected-border']) map.setFilter(layer, only)
    }
    last = drawn
  }
  let waiting: Drawn | null = null
  map.once('load', () => {
    if (waiting) redraw(waiting)
    element.dataset.drawn = 'yes'
  })
  listen(map, listeners, tiles.tapped)
  const animate = () => !wantsLittleMotion()
  return {
    draw: (drawn) => {
      waiting = drawn
      if (element.dataset.drawn === 'yes') redraw(drawn)
    },
    show: (box) => {
      map.fitBounds(tiles.box(box) as LngLatBoundsLike, { padding: 24, maxZoom: 17, animate: animate() })
    },
    zoom: (by) => {
      map.zoomTo(map.getZoom() + by, { animate: animate() })
    },
    middle: () => {
      const { lng, lat } = map.getCenter()
      return tiles.tapped([lng, lat])
    },
    close: () => {
      delete element.dataset.drawn
      map.remove()
    },
  }
}

/** Enough for a finger beside a mark. */
const reachPixels = 8

function listen(map: MapLibre, listeners: MapListeners, meant: (pair: LonLatPair) => LonLatPair): void {
  const tap = async ({ point, lngLat }: MapMouseEvent) => {
    listeners.onPoint?.(meant([lngLat.lng, lngLat.lat]))
    const around: [[number, number], [number, number]] = [
      [point.x - reachPixels, point.y - reachPixels],
      [point.x + reachPixels, point.y + reachPixels],
    ]
    const [mark] = listeners.onCases
      ? map.queryRenderedFeatures(around, { layers: [lightLayer, stopLayer] })
      : []
    if (mark) return listeners.onCases?.(await casesOf(map, mark.properties))
    const [area] = map.queryRenderedFeatures(point, { layers: ['areas'] })
    const id: unknown = area?.properties.id
    if (typeof id === 'string') listeners.onArea?.(id)
  }
  map.on('click', (event) => void tap(event))
  const points = listeners.onPoint ? 'crosshair' : 'pointer'
  for (const layer of ['areas', lightLayer, stopLayer]) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = points
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}

async function casesOf(map: MapLibre, said: Readonly<Record<string, unknown>>): Promise<string[]> {
  if (typeof said.cluster_id !== 'number') return typeof said.id === 'string' ? [said.id] : []
  const leaves = await map.getSource<GeoJSONSource>('cases')?.getClusterLeaves(said.cluster_id, Infinity, 0)
  return (leaves ?? []).flatMap(({ properties }) =>
    typeof properties?.id === 'string' ? [properties.id] : [],
  )
}
