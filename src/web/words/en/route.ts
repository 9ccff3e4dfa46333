import type { Compass } from '../../../kernel/metres.ts'
import type { RouteWords } from '../zh/route.ts'

const compass: Record<Compass, string> = {
  n: 'north',
  ne: 'north-east',
  e: 'east',
  se: 'south-east',
  s: 'south',
  sw: 'south-west',
  w: 'west',
  nw: 'north-west',
}

const far = (metres: number): string =>
  metres < 995 ? `${Math.max(10, Math.round(metres / 10) * 10)} m` : `${(metres / 1000).toFixed(1)} km`

const places = (n: number): string => (n === 1 ? '1 place to go' : `${n} places to go`)

export const routeEn: RouteWords = {
  title: 'Today’s route',
  summary: (stops, metres) =>
    metres < 5 ? places(stops) : `${places(stops)}, about ${far(metres)} in straight lines`,
  rule: (hours) =>
    `What is late or due within ${hours} hours comes first, by deadline; the rest goes the nearest way.`,
  straight:
    'Distances are straight lines. There is no road navigation behind them, so you will walk somewhat farther.',
  fromHere: 'Start from where I am',
  asking: 'Finding where you are…',
  denied:
    'Your position was not given. Allow it in the phone’s settings and tap again, or simply follow the order below.',
  isFromHere: 'It starts from where you are now. Your position stays on this phone.',
  withoutHere: 'Leave my position out',
  noMap: 'There is no signal, so no map. Follow the order below: it has distance and direction.',
  mapLabel: 'Map of today’s route',
  listLabel: 'Today’s route in order',
  numbers: (first, last) => (first === last ? `${first}` : `${first}…${last}`),
  stop: (n, title) => `${n}. ${title}`,
  leg: (metres, towards) => (metres < 5 ? 'at the same place' : `${far(metres)} ${compass[towards]}`),
  noPoint: 'not on the map',
  about: 'about here',
  kinds: 'What to walk for',
  takes: {
    case: (n) => (n === 1 ? '1 case' : `${n} cases`),
    visit: (n) => (n === 1 ? '1 home' : `${n} homes`),
    round: (n) => (n === 1 ? '1 estate' : `${n} estates`),
  },
  visit: (place, homes) => (homes === 1 ? `Visit: ${place}` : `Visits: ${place}, ${homes} homes`),
  homes: (address) => `Visit: ${address}`,
  log: 'Log the visit',
  round: (place) => `Round: ${place}`,
  walk: 'Start the round',
  noneChosen: 'Nothing to walk for was chosen',
  noneChosenNext: 'Tap one above, and the route arranges itself anew.',
  presses: 'Go first',
  none: 'Nowhere for you to go today',
  noneNext: 'Once a case waits for you, or a home or an estate is due, the route arranges itself.',
  toCards: 'Back to today',
}
