import type { consolePostersZh } from '../zh/console-posters.ts'
import { amountOf } from './amount.ts'

export const consolePostersEn: typeof consolePostersZh = {
  title: 'QR posters',
  lead: 'For the walls of grids and buildings: a scan opens a report that knows its place. Everything printed is public.',
  area: 'For which community',
  areaHint: 'A single grid, estate or building will do too.',
  kind: 'Where they hang',
  kinds: { grid: 'grids', building: 'building entrances' },
  perPage: 'How many on a page',
  perPages: { 1: 'one (a whole page)', 2: 'two', 4: 'four' },
  languages: 'With English',
  languagesHint: 'Chinese above, English below.',
  print: 'Print',
  choose: 'Choose a community; its posters appear below.',
  none: 'There is no such place here yet',
  noneNext: 'Choose another community, or import its grids and buildings first.',
  count: (n, pages) => `${amountOf(n, 'poster')} on ${amountOf(pages, 'A4 page')}`,
  noWorker: (n) =>
    `${n} of them without a grid worker’s name and telephone. Give the grid worker’s post a public name and telephone first.`,
  sheets: 'Posters',
  poster: {
    heading: 'Something wrong nearby? Scan and tell us',
    steps:
      'A lamp that is out, rubbish, a blocked stairway: scan, write a sentence, done. No account needed.',
    code: (code) => `Cannot scan? Open the page and enter ${code}`,
    worker: 'My grid worker',
    call: 'Telephone',
    emergency: 'Somebody hurt, fire, gas, a crime: first call 110, 119 or 120',
    hotline: 'You may also call 12345',
    qr: (name) => `QR code of ${name}`,
  },
}
