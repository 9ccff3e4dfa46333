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
  {
    name: 'console-case-reports',
    at: ({ handled }) => `/console/cases/${handled.caseId}/reports`,
    as: 'centre',
    reads: '同一件事的诉求',
  },
  { name: 'screen-wall', at: () => '/screen/', as: 'centre', reads: '快要超时' },
  {
    name: 'screen-wall-street',
    at: (_cases, { places }) => `/screen/?area=${places.street1.id}`,
    as: 'centre',
    reads: '承办单位',
  },
  { name: 'console-reports', at: () => '/console/figures/report', as: 'centre', reads: '指标怎么算' },
  {
    name: 'console-reports-day',
    at: () => '/console/figures/report?kind=day',
    as: 'community',
    reads: '日报',
  },
]
