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
  console: {
    name: 'Linli console',
    menuLabel: 'Console menu',
    menuButton: 'Menu',
    waiting: (count) => `${count} waiting for an answer`,
    menu: {
      desk: 'Cases',
      approvals: 'Decide',
      precedents: 'Precedents',
      whistles: 'Whistles',
      community: 'Community',
      register: 'Homes and residents',
      rights: 'Personal data',
      report: 'Report for',
      map: 'Map',
      import: 'Import',
      matters: 'Catalogue',
      ladder: 'Who hears when',
      areas: 'Areas',
      bodies: 'Organisations',
      links: 'Links',
      coverage: 'Coverage',
      posters: 'QR posters',
      people: 'People',
      robots: 'Work groups',
      services: 'Service accounts',
      permissions: 'Permissions',
      retention: 'Retention',
    },
  },
} satisfies typeof facesZh
