import type { Act, Me } from '../../people/contract.ts'

/** The console's pages in the order of its menu, each with the permission that it needs. */
const pages = [
  { key: 'desk', to: '/desk', needs: 'case.see' },
  { key: 'approvals', to: '/approvals', needs: 'case.decide' },
  { key: 'whistles', to: '/whistles', needs: 'whistle.see' },
  { key: 'emergency', to: '/emergency', needs: 'emergency.declare' },
  { key: 'closings', to: '/closings', needs: 'case.press' },
  { key: 'precedents', to: '/precedents', needs: 'case.dispatch' },
  { key: 'assessment', to: '/assessment', needs: 'assessment.see' },
  { key: 'community', to: '/community', needs: 'community.answer' },
  { key: 'register', to: '/register', needs: 'register.count' },
  { key: 'rights', to: '/rights', needs: 'rights.answer' },
  { key: 'report', to: '/report', needs: 'case.accept_on_behalf' },
  { key: 'map', to: '/map', needs: 'case.see' },
  { key: 'import', to: '/import', needs: 'import.run' },
  { key: 'matters', to: '/matters', needs: null },
  { key: 'ladder', to: '/ladder', needs: 'matter.manage' },
  { key: 'areas', to: '/areas', needs: null },
  { key: 'bodies', to: '/bodies', needs: null },
  { key: 'links', to: '/links', needs: null },
  { key: 'coverage', to: '/coverage', needs: null },
  { key: 'posters', to: '/posters', needs: null },
  { key: 'people', to: '/people', needs: 'people.manage' },
  { key: 'robots', to: '/robots', needs: 'channel.manage' },
  { key: 'services', to: '/services', needs: 'people.manage' },
  { key: 'permissions', to: '/permissions', needs: 'people.manage' },
  { key: 'retention', to: '/retention', needs: 'journal.verify' },
] as const satisfies readonly { key: string; to: string; needs: Act | null }[]

export type MenuPage = (typeof pages)[number]

/** The pages that the reader's posts open. */
export const menuOf = (me: Pick<Me, 'acts'>): readonly MenuPage[] =>
  pages.filter(({ needs }) => needs === null || me.acts.includes(needs))

/**
 * Where the reader starts; the catalogue is open to all staff. Who decides requests and has a phone in the hand has come
 * to decide.
 */
export function firstPage(me: Pick<Me, 'acts'>, onPhone: boolean): MenuPage['to'] {
  if (onPhone && me.acts.includes('case.decide')) return '/approvals'
  return menuOf(me)[0]?.to ?? '/matters'
}
