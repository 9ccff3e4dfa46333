import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapCard } from '../../areas/map.contract.ts'
import type { Colours } from './colours.ts'

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] }
const shapes = ['areas', 'names', 'outline', 'before', 'faults', 'after', 'point', 'walk', 'stops'] as const
export type MapSource = (typeof shapes)[number] | 'cases'

/** The nearest that a map goes; cases at one and the same place stay together there. */
export const nearestZoom = 18

/** A case counts for its cluster by its light, so that the worst of them gives the cluster its shape. */
const countLights = {
  red: ['+', ['case', ['==', ['get', 'light'], 'red'], 1, 0]],
  yellow: ['+', ['case', ['==', ['get', 'light'], 'yellow'], 1, 0]],
  green: ['+', ['case', ['==', ['get', 'light'], 'green'], 1, 0]],
}

/** The map's appearance in the colours of the page: nothing of it is fetched but tiles, where there are some. */
export function styleOf(colours: Colours, tiles: MapCard['tiles']): StyleSpecification {
  const under: StyleSpecification['sources'] = tiles
    ? { tiles: { type: 'raster', tiles: [absolute(tiles.template)], tileSize: 256, maxzoom: nearestZoom } }
    : {}
  const geojson: StyleSpecification['sources'] = Object.fromEntries(
    shapes.map((name) => [name, { type: 'geojson', data: nothing }] as const),
  )
  return {
    version: 8,
    sources: {
      ...under,
      ...geojson,
      cases: {
        type: 'geojson',
        data: nothing,
        cluster: true,
        clusterRadius: 46,
        maxzoom: nearestZoom + 1,
        clusterMaxZoom: nearestZoom,
        clusterProperties: countLights,
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
      ...(tiles ? [{ id: 'tiles', type: 'raster', source: 'tiles' } as const] : []),
      ...groundLayers(colours, tiles !== null),
      ...markLayers(colours),
    ],
    transition: { duration: 0, delay: 0 },
  }
}

/** MapLibre's workers have no page to which an address could be relative. */
const absolute = (template: string): string =>
  template.startsWith('/') ? `${location.origin}${template}` : template

/** Paler to darker by how much there is of what the map counts; what is not counted is paper. */
const groundLayers = (colours: Colours, onTiles: boolean): LayerSpecification[] => [
  {
    id: 'areas',
    type: 'fill',
    source: 'areas',
    paint: {
      'fill-color': [
        'interpolate',
        ['linear'],
        ['coalesce', ['get', 'weight'], 0],
        0,
        colours.paper,
        1,
        colours.accentLine,
      ],
      'fill-opacity': onTiles ? 0.35 : 1,
    },
  },
  {
    id: 'selected',
    type: 'fill',
    source: 'areas',
    filter: ['==', ['get', 'id'], ''],
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.22 },
  },
  {
    id: 'borders',
    type: 'line',
    source: 'areas',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.edge, 'line-width': 1.2 },
  },
  {
    id: 'outline',
    type: 'line',
    source: 'outline',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.soft, 'line-width': 2.5 },
  },
  ...changeLayers(colours),
  {
    id: 'selected-border',
    type: 'line',
    source: 'areas',
    filter: ['==', ['get', 'id'], ''],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 4 },
  },
]

/** Outlines as they would be and as they stand, and ground that is wrong: by pattern and line before colour. */
const changeLayers = (colours: Colours): LayerSpecification[] => [
  {
    id: 'after',
    type: 'fill',
    source: 'after',
    paint: { 'fill-pattern': 'hatch-new' },
  },
  {
    id: 'after-border',
    type: 'line',
    source: 'after',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 3 },
  },
  {
    id: 'before',
    type: 'line',
    source: 'before',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.ink, 'line-width': 2.5, 'line-dasharray': [2, 2] },
  },
  {
    id: 'faults',
    type: 'fill',
    source: 'faults',
    paint: { 'fill-pattern': ['concat', 'hatch-', ['get', 'fault']] },
  },
  {
    id: 'fault-borders',
    type: 'line',
    source: 'faults',
    paint: { 'line-color': colours.late, 'line-width': 2 },
  },
]

const markLayers = (colours: Colours): LayerSpecification[] => [
  {
    id: 'names',
    type: 'symbol',
    source: 'names',
    layout: {
      'text-field': ['get', 'name'],
      // Drawn from the reader's own fonts, since no server of glyphs is named.
      'text-font': ['system-ui', 'sans-serif'],
      'text-size': colours.typePixels * 0.85,
      'text-max-width': 8,
      'text-padding': 4,
    },
    paint: {
      'text-color': colours.ink,
      'text-halo-color': colours.paper,
      'text-halo-width': 1.5,
    },
  },
  {
    id: 'cases',
    type: 'symbol',
    source: 'cases',
    layout: {
      'icon-image': [
        'case',
        ['has', 'point_count'],
        [
          'concat',
          'many-',
          [
            'case',
            ['>', ['get', 'red'], 0],
            'red',
            ['>', ['get', 'yellow'], 0],
            'yellow',
            ['>', ['get', 'green'], 0],
            'green',
            'none',
          ],
          '-',
          ['to-string', ['get', 'point_count']],
        ],
        ['concat', 'light-', ['get', 'light']],
      ],
      'icon-allow-overlap': true,
    },
  },
  ...walkLayers(colours),
  {
    id: 'point',
    type: 'symbol',
    source: 'point',
    layout: { 'icon-image': 'pin', 'icon-anchor': 'bottom', 'icon-allow-overlap': true },
  },
]

/** A walk: its legs, and over them its stops by their numbers. */
const walkLayers = (colours: Colours): LayerSpecification[] => [
  {
    id: 'walk',
    type: 'line',
    source: 'walk',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 3, 'line-dasharray': [0.5, 2] },
  },
  {
    id: 'stops',
    type: 'symbol',
    source: 'stops',
    layout: {
      'icon-image': ['concat', ['get', 'kind'], '-', ['get', 'light'], '-', ['get', 'label']],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['case', ['==', ['get', 'kind'], 'chosen'], 1, 0],
    },
  },
]
