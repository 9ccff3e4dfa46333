import type { Act, Me } from '../../people/contract.ts'

interface Entry {
  readonly key: string
  readonly to: `/${string}`
  /** The permission without which nobody has the page; null: open to all staff. */
  readonly needs: Act | null
}

/** The console's pages by what one comes for, in the order of its menu, each with the permission that it needs. */
const groups = [
  {
    key: 'work',
    pages: [
      { key: 'desk', to: '/desk', needs: 'case.see' },
      { key: 'find', to: '/find', needs: 'case.see' },
      { key: 'approvals', to: '/approvals', needs: 'case.decide' },
      { key: 'report', to: '/report', needs: 'case.accept_on_behalf' },
      { key: 'overview', to: '/overview', needs: 'case.screen' },
      { key: 'reports', to: '/figures/report', needs: 'case.screen' },
      { key: 'map', to: '/map', needs: 'case.see' },
      { key: 'handOver', to: '/hand-over', needs: 'hand_over.keep' },
      { key: 'precedents', to: '/precedents', needs: 'case.dispatch' },
      { key: 'import', to: '/import', needs: 'import.run' },
    ],
  },
  {
    key: 'together',
    pages: [
      { key: 'whistles', to: '/whistles', needs: 'whistle.see' },
      { key: 'station', to: '/station', needs: 'station.see' },
      { key: 'passedOn', to: '/passed-on', needs: 'action.see' },
      { key: 'emergency', to: '/emergency', needs: 'emergency.declare' },
    ],
  },
  {
    key: 'supervision',
    pages: [
      { key: 'closings', to: '/closings', needs: 'case.press' },
      { key: 'assessment', to: '/assessment', needs: 'assessment.see' },
    ],
  },
  {
    key: 'neighbourhood',
    pages: [
      { key: 'community', to: '/community', needs: 'community.answer' },
      { key: 'mediations', to: '/mediations', needs: 'mediation.count' },
      { key: 'rounds', to: '/rounds', needs: 'round.see' },
      { key: 'gridDays', to: '/grid-days', needs: 'round.see' },
      { key: 'register', to: '/register', needs: 'register.count' },
      { key: 'visits', to: '/visits', needs: 'register.count' },
      { key: 'rights', to: '/rights', needs: 'rights.answer' },
      { key: 'posters', to: '/posters', needs: null },
    ],
  },
  {
    key: 'organisations',
    pages: [
      { key: 'bodies', to: '/bodies', needs: null },
      { key: 'links', to: '/links', needs: null },
      { key: 'coverage', to: '/coverage', needs: null },
    ],
  },
  {
    key: 'people',
    pages: [
      { key: 'people', to: '/people', needs: 'people.manage' },
      { key: 'permissions', to: '/permissions', needs: 'people.manage' },
      { key: 'services', to: '/services', needs: 'people.manage' },
    ],
  },
  {
    key: 'settings',
    pages: [
      { key: 'matters', to: '/matters', needs: null },
      { key: 'powers', to: '/powers', needs: null },
      { key: 'areas', to: '/areas', needs: null },
      { key: 'ladder', to: '/ladder', needs: 'matter.manage' },
      { key: 'robots', to: '/robots', needs: 'channel.manage' },
      { key: 'retention', to: '/retention', needs: 'journal.verify' },
    ],
  },
] as const satisfies readonly { key: string; pages: readonly Entry[] }[]

type Group = (typeof groups)[number]
export type GroupKey = Group['key']
export type MenuPage = Group['pages'][number]

export interface MenuGroup {
  readonly key: GroupKey
  readonly pages: readonly MenuPage[]
}

/** The groups of the menu with the pages that the reader's posts open; none is empty. */
export const menuOf = (me: Pick<Me, 'acts'>): readonly MenuGroup[] =>
  groups
    .map(({ key, pages }): MenuGroup => ({ key, pages: pages.filter((page) => opens(me, page)) }))
    .filter(({ pages }) => pages.length > 0)

const opens = (me: Pick<Me, 'acts'>, { needs }: MenuPage): boolean =>
  needs === null || me.acts.includes(needs)

/** Pages that the head of the page leads to, and not the menu. */
const ofNoMenu = /^\/(notices|account)/

/** A joint action stands at an address of its own, under the stations. */
const underOf = (pathname: string): string => (pathname.startsWith('/actions/') ? '/station' : pathname)

/** The page of the menu that the address belongs to; a case's own page is the desk's. */
export const pageAt = (menu: readonly MenuGroup[], pathname: string): MenuPage['key'] | null =>
  menu.flatMap(({ pages }) => pages).find(({ to }) => underOf(pathname).startsWith(to))?.key ??
  (ofNoMenu.test(pathname) ? null : 'desk')

/** So many pages are seen at a glance: whoever has no more finds every group open. */
const AT_A_GLANCE = 15

/** The groups that stand open before the reader has opened any. */
export function openAtFirst(menu: readonly MenuGroup[], page: MenuPage['key'] | null): readonly GroupKey[] {
  const few = menu.reduce((sum, { pages }) => sum + pages.length, 0) <= AT_A_GLANCE
  return menu.filter(({ pages }) => few || pages.some(({ key }) => key === page)).map(({ key }) => key)
}

/**
 * Where the reader starts; the catalogue is open to all staff. Who decides requests and has a phone in the hand has come
 * to decide.
 */
export function firstPage(me: Pick<Me, 'acts'>, onPhone: boolean): MenuPage['to'] {
  if (onPhone && me.acts.includes('case.decide')) return '/approvals'
  const first = menuOf(me)[0]?.pages[0]
  return first === undefined || first.needs === null ? '/matters' : first.to
}
