import type { facesZh } from '../zh/faces.ts'

export const facesEn = {
  portal: {
    name: 'Linli',
    tabs: { label: 'Main pages', home: 'Home', report: 'Report', follow: 'Follow', board: 'Board', me: 'Me' },
    reportButton: 'Report a problem',
    emergency: 'Someone hurt, a fire, a gas leak, a crime going on: first call 110, 119 or 120.',
  },
  field: {
    name: 'Linli field',
    tabs: { label: 'Main pages', today: 'Today', report: 'Report', grid: 'My grid', me: 'Me' },
  },
} satisfies typeof facesZh
