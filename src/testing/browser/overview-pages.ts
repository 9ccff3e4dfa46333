import type { Visit } from './pages.ts'

/** How an area stands now, and the cases behind a number of it. */
export const overviewVisits: readonly Visit[] = [
  { name: 'console-overview', at: () => '/console/overview', as: 'centre', reads: '往常同一天的范围' },
  {
    name: 'console-overview-community',
    at: (_cases, { places }) => `/console/overview?area=${places.community1.id}`,
    as: 'street',
    reads: '承办单位',
  },
  {
    name: 'console-figure-cases',
    at: (_cases, { places, clock }) => {
      const today = clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
      return `/console/figures/cases?area=${places.district.id}&count=accepted&from=${today}&to=${today}`
    },
    as: 'centre',
    reads: '数字背后的诉求',
  },
]
