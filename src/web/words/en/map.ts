import type { MapWords } from '../zh/map.ts'

export const mapEn: MapWords = {
  nearer: 'Closer',
  farther: 'Farther away',
  refused: 'This device cannot draw the map. Please use the list beside it: it says the same.',
  noOutlines: 'No boundaries have been entered for this district, so there is no map. Please use the list.',
  source: (whose) => `Map: ${whose}`,
  gentle: {
    touch: 'Move the map with two fingers',
    wheel: 'Hold Ctrl and scroll to zoom the map',
    wheelMac: 'Hold ⌘ and scroll to zoom the map',
  },
  up: 'One level up',
  parts: (n) => (n === 1 ? '1 area inside' : `${n} areas inside`),
  place: {
    title: 'Choose the place on the map',
    how: 'Tap the map once, or choose from the list step by step.',
    middle: 'Choose the middle of the map',
    listLabel: (name) => `Areas of ${name}`,
    asking: 'Looking up where this is…',
    outside: 'This point is outside the district. Please choose one within its boundary.',
    chosen: (place) => `Chosen: ${place}`,
    take: 'This is the place',
    close: 'Close the map',
  },
  board: {
    label: 'Map of what is being done, by community',
    listLabel: 'What is being done, by community',
    counts: (open, done) => `${open} open, ${done} done`,
    selected: (name, open, done) => `${name}: ${open} open, ${done} done`,
    none: 'Nothing has been published yet',
    all: (open, done) => `The whole district: ${open} open, ${done} done`,
    only: (name) => `Show only ${name}`,
    hint: 'The map counts by community and shows no exact places. The stronger the shade, the more has been published.',
    wider: (name) => `${name} (community not stated)`,
  },
}
